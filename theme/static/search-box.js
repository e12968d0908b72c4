/** The box of the home page: what is chosen goes after the `#`, which is never sent to a server. */
import { searchBox } from "./find/box.js";
import { EMPTY, placeOf, written } from "./find/state.js";

const form = document.querySelector("[data-search-box]");

searchBox(form, {
  go({ commune, words }) {
    const state = commune ? { ...EMPTY, lieu: placeOf(commune) } : { ...EMPTY, q: words };
    location.assign(`${form.getAttribute("action")}${written(state)}`);
  },
});
form.hidden = false;
