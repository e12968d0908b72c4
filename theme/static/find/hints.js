/**
 * What stands beside results: what words mean here, the communes that they may name, and what is said
 * where nothing answers.
 */
import { element } from "./dom.js";
import { communeName } from "./french.js";
import { numberIn } from "./numbers.js";
import { EMPTY, placeOf, written } from "./state.js";

/** What words mean here, the page that says more, and what to do. */
export function explained(base, meaning, ...more) {
  const page = element("a", { href: `${base}${meaning.page}` }, meaning.titre);
  const said = element("p", {}, `${meaning.explication} `, page);
  return element("div", { class: "notice flow", "data-tone": "info" }, said, ...more);
}

/** A line of links to communes, with the activity of the search, or else `activity`, and its filters. */
export function meant(text, communes, { activite, filtres }, activity = "") {
  const links = communes.flatMap((one) => {
    const href = written({ ...EMPTY, activite: activite || activity, filtres, lieu: placeOf(one) });
    return [element("a", { href }, communeName(one)), " "];
  });
  return element("p", { class: "find-meant" }, text, ...links);
}

/**
 * What the words mean here, and the communes they may name: no guess where pages have the words.
 * `nearMe(activity)` gives what leads to the nearest service.
 */
export function hintsOf({ commune, meaning, communes = [] }, { isFound, base, state, nearMe }) {
  const found = [];
  if (meaning) {
    found.push(explained(base, meaning, ...(meaning.activite ? [nearMe(meaning.activite)] : [])));
  }
  const places = (commune ? [commune] : communes).filter(({ isGuess }) => !(isFound && isGuess));
  if (places.length) {
    found.push(meant("Vouliez-vous dire la commune : ", places, state, meaning?.activite));
  }
  return found;
}

/** The way to the page of a département, which tells the nearest services where it has none. */
export function pageOfDepartement(base, code, hasServices) {
  const said = hasServices
    ? "La page du département, avec sa carte"
    : "Les plus proches, et qui peut vous renseigner";
  return element("p", {}, element("a", { href: `${base}departements/${code}/` }, said));
}

/** What is said where nothing answers, of a whole département or of words; there may be hints beside. */
export function nothing({ q, activite, departement }, { isDepartement, isHinted }) {
  if (isDepartement) {
    return `L’annuaire n’y connaît pas encore de service${activite ? " de ce genre" : ""}.`;
  }
  if (activite || departement) {
    return "Aucun résultat avec ces filtres.";
  }
  if (numberIn(q)) {
    return "Aucun service de l’annuaire ne répond à ce numéro.";
  }
  const words = q.includes(" ") ? "tous ces mots" : "ce mot";
  return isHinted
    ? `Aucune page ne contient ${words}, mais ceci peut vous aider.`
    : "Aucun résultat. Essayez un autre mot, ou la liste par département ci-dessous.";
}
