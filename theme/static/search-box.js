/** The box of the home page: what is chosen goes after the `#`, which is never sent to a server. */
import { searchBox } from "./find/box.js";
import { sought, written } from "./find/state.js";

const form = document.querySelector("[data-search-box]");

searchBox(form, {
  go: (intent) =>
    location.assign(intent.region?.url ?? `${form.getAttribute("action")}${written(sought(intent))}`),
});
form.hidden = false;
