/**
 * The search page around its results: what they are called, what is said of them, the filters that
 * serve, the map. Nothing here knows how they were found.
 */
import { setCount, showChoices } from "./choices.js";
import { counts, filtered, total } from "./filters.js";
import { counted, typeset } from "./french.js";
import { openMap } from "./map.js";
import { isOfDepartement } from "./state.js";

const find = (name) => document.querySelector(`[data-find-${name}]`);

export const form = document.querySelector("[data-find]");
export const filters = find("filters");
export const departement = find("departement");
export const choices = find("choices");
export const title = find("title");
export const status = find("status");
export const hints = find("hints");
export const guidance = find("guidance");
export const list = find("list");
export const browse = find("browse");
export const around = find("around");
export const map = openMap(find("map"), list, form.dataset.base);
const activities = filters.elements.activite;
const results = find("results");
const summary = find("summary");

/** Show what a search near a point or one of words needs, or what is told instead; else the page as it came. */
export function arrange(state, { isNear = false, isWords = false, isTold = false } = {}) {
  const isSearching = isNear || isWords;
  results.hidden = !isSearching && !isTold;
  guidance.hidden = true;
  filters.hidden = !isNear && (filters.hidden || !isWords); // words: when what they give is known
  browse.hidden = isSearching;
  document.documentElement.toggleAttribute("data-searching", !results.hidden); // what is said is on the screen too
  choices.closest("details").hidden = !isNear;
  departement.closest("div").hidden = !isWords || isOfDepartement(state);
  if (isNear) {
    map.open();
  } else {
    map.hide();
    for (const radio of activities) {
      setCount(radio, undefined);
    }
  }
}

/** Choose in the form what the state says. */
export function restore(state) {
  for (const radio of activities) {
    radio.checked = radio.value === state.activite;
  }
  departement.value = state.departement;
  if (departement.selectedIndex < 0) {
    departement.value = "";
  }
}

/** What stands before the filters: what words mean, other communes. */
export function hint(...parts) {
  hints.replaceChildren(...parts);
  hints.hidden = !parts.length;
}

/** Something to say instead of results, and what to do; the list by département stays. */
export function tell(state, heading, sentence, ...ways) {
  arrange(state, { isTold: true });
  title.textContent = heading;
  status.textContent = typeset(sentence);
  hint(...ways);
  list.replaceChildren();
}

/** Say beside each filter how many services of the answer it leaves. */
export function showCounts(state, answer, groups) {
  for (const radio of activities) {
    setCount(radio, total(filtered(answer, groups, state.filtres, radio.value)));
  }
  const left = counts(answer, groups, state.filtres, state.activite);
  const possible = counts(answer, groups, [], "");
  showChoices(choices, groups, left, state.filtres, possible);
  const chosen = state.filtres.length;
  summary.textContent = chosen
    ? `Filtrer (${counted(chosen, "filtre choisi", "filtres choisis")})`
    : "Filtrer";
}

/** `Rhône (69)`, as the list of départements says it. */
export function nameOf(code) {
  const option = [...departement.options].find((one) => code && one.value === code);
  return option?.textContent ?? code;
}
