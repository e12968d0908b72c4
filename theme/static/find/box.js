/** The search box of the home page and of the search page: suggestions as one types. */
import { combobox } from "./combobox.js";
import { openCommunes } from "./communes.js";
import { once, opener } from "./files.js";
import { townName } from "./french.js";
import { intentOf } from "./intent.js";
import { TABLE } from "./words.js";

/**
 * Make the box of `form` work. `go({commune})` or `go({words, meaning, communes})` is called with
 * what is searched, and `prepare(commune)` when only one commune answers to what is typed so far.
 * The index is loaded when the box is first used.
 */
export function searchBox(form, { go, prepare = () => {} }) {
  const load = opener(form.dataset.base);
  const communes = once(() => openCommunes(load));
  const meanings = once(() => load(TABLE));
  const input = form.querySelector("[role=combobox]");

  async function suggest(text) {
    const found = text.trim() ? await (await communes()).suggest(text) : [];
    if (found.length === 1) {
      prepare(found[0]);
    }
    return found.map((commune) => ({
      label: townName(commune.nom),
      detail: [
        commune.ancien && `anciennement ${commune.ancien}`,
        `${commune.departement.nom} (${commune.departement.code})`,
      ]
        .filter(Boolean)
        .join(", "),
      value: commune,
    }));
  }

  const { close } = combobox({
    input,
    list: form.querySelector("[role=listbox]"),
    status: form.querySelector("[data-find-suggestions]"),
    suggest,
    choose: (commune) => {
      input.value = townName(commune.nom);
      go({ commune });
    },
  });

  input.addEventListener("focus", () => communes().catch(() => {}), { once: true });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    close();
    const text = input.value.trim();
    if (!text) {
      input.focus();
      return;
    }
    try {
      go(await intentOf(text, communes, meanings));
    } catch {
      go({ words: text, communes: [] }); // Pagefind's index may still be there
    }
  });

  return { input, load, communes, meanings };
}
