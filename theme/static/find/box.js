/** The search box of the home page and of the search page: suggestions as one types. */
import { combobox } from "./combobox.js";
import { openCommunes } from "./communes.js";
import { once, opener } from "./files.js";
import { ACTIVITIES, townName } from "./french.js";
import { intentOf } from "./intent.js";
import { regionNamed, regionsOf } from "./regions.js";
import { begun, filtersIn, meaningOf, TABLE } from "./words.js";

function communeOption(commune) {
  const { ancien, departement } = commune;
  const where = `${departement.nom} (${departement.code})`;
  return {
    label: townName(commune.nom),
    detail: ancien ? `anciennement ${ancien}, ${where}` : where,
    value: { commune },
  };
}

function departementOption(departement) {
  return {
    label: departement.nom,
    detail: `tout le département (${departement.code})`,
    value: { departement },
  };
}

/** The same place with the words that are typed beside it, and the activity that they ask for, if any. */
function withWords({ label, detail, value }, { activity, words }) {
  const said = activity ? `${ACTIVITIES[activity]}, ${detail}` : detail;
  return { label, detail: said, value: { ...value, activity, words } };
}

/**
 * Make the box of `form` work. `go(intent)` is called with what is searched (see intent.js), and
 * `prepare(commune)` when only one commune answers to what is typed so far. The index is loaded when
 * the box is first used.
 */
export function searchBox(form, { go, prepare = () => {} }) {
  const load = opener(form.dataset.base);
  const communes = once(() => openCommunes(load));
  const meanings = once(() => load(TABLE));
  const regions = regionsOf(document);
  const input = form.querySelector("[role=combobox]");
  const understood = (text) => intentOf(text, { communes, meanings, regions });
  let asked = 0; // how many searches: one that is understood late does not take the place of the next

  /** The keyboard of a telephone stays as long as the field has the focus, over what was found. */
  function lowerKeyboard() {
    if (matchMedia("(pointer: coarse)").matches) {
      input.blur();
    }
  }

  async function suggest(text) {
    const options = await placesNamed(text);
    if (options.length || !text.trim().includes(" ")) {
      return options;
    }
    for (const asked of begun(await meanings(), text)) {
      const places = await placesNamed(asked.place);
      if (places.length) {
        return places.map((one) => withWords(one, asked));
      }
    }
    return [];
  }

  async function placesNamed(text) {
    const index = await communes();
    const found = text.trim() ? await index.suggest(text) : [];
    if (found.length === 1) {
      prepare(found[0]);
    }
    const departement = index.departementNamed(text);
    const region = departement ? undefined : regionNamed(text, regions);
    return [
      ...(departement ? [departementOption(departement)] : []),
      ...(region ? [{ label: region.nom, detail: "toute la région", value: { region } }] : []),
      ...found.map(communeOption),
    ];
  }

  const { close } = combobox({
    input,
    list: form.querySelector("[role=listbox]"),
    status: form.querySelector("[data-find-suggestions]"),
    suggest,
    choose: (intent) => {
      asked += 1;
      lowerKeyboard();
      input.value = townName((intent.commune ?? intent.departement ?? intent.region).nom);
      go(intent);
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
    lowerKeyboard();
    asked += 1;
    const current = asked;
    const words = { words: text, communes: [] }; // Pagefind's index may still be there
    const intent = await understood(text).catch(() => words);
    if (current === asked) {
      go(intent);
    }
  });

  const meaning = async (text) => meaningOf(await meanings(), text);
  const filters = async (text) => filtersIn(await meanings(), text);
  return { input, load, communes, understood, meaning, filters };
}
