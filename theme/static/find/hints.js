/**
 * What stands beside results: what words mean here, the communes that they may name, and what is said
 * where nothing answers.
 */
import { button, element } from "./dom.js";
import { filtered, total } from "./filters.js";
import { communeName } from "./french.js";
import { numberIn } from "./numbers.js";
import { EMPTY, placeOf, written } from "./state.js";
import { isAboutServices } from "./words.js";

function notice(...parts) {
  return element("div", { class: "notice flow", "data-tone": "info" }, ...parts);
}

/** What words mean here, the page that says more, and what to do. */
export function explained(base, meaning, ...more) {
  const page = element("a", { href: `${base}${meaning.page}` }, meaning.titre);
  return notice(element("p", {}, `${meaning.explication} `, page), ...more);
}

/**
 * What stands beside the services of a place: what the words typed there mean, and of how many services
 * each filter that they stand for is true. A filter hides those of which nothing is known: it is proposed.
 * `wish(id, isWished)` filters by it, or no longer.
 */
export function besidePlace({ base, meaning, filters }, { answer, groups, state, wish }) {
  const left = (ids) => filtered(answer, groups, ids, state.activite);
  const shown = left(state.filtres);
  const all = shown.near.length || shown.nearby.length ? total(shown) : 0; // those from afar alone are no list to narrow
  const values = groups.flatMap((group) => group.values);
  const lines = filters.flatMap((id) => {
    const value = values.find((one) => one.id === id);
    const isChosen = state.filtres.includes(id);
    const count = value ? total(left([...state.filtres, id])) : 0;
    // Without a value, no service of the whole directory has that language.
    const label = value?.label ?? "Dans cette langue";
    return all || isChosen ? [wished(label, { count, all, isChosen, act: () => wish(id, !isChosen) })] : [];
  });
  if (meaning?.activite) {
    return [explained(base, meaning, ...lines)];
  }
  return lines.length ? [notice(...lines)] : [];
}

/** Of how many services it is true, and a button where that narrows the list, or has narrowed it. */
function wished(label, { count, all, isChosen, act }) {
  const line = (said, ...more) =>
    element("div", { class: "flow" }, element("p", {}, `${label} : ${said}`), ...more);
  if (isChosen) {
    return line("seuls les services dont nous le savons sont montrés.", button("Montrer les autres aussi", act));
  }
  if (!count) {
    return line("nous ne le savons d’aucun service d’ici. Le plus sûr est de demander.");
  }
  if (count === all) {
    return line(count > 1 ? "tous ces services." : "ce service.");
  }
  const only = count > 1 ? "Ne montrer que ceux-là" : "Ne montrer que celui-là";
  return line(`${count} de ces services, à notre connaissance.`, button(only, act));
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
    found.push(explained(base, meaning, ...(isAboutServices(meaning) ? [nearMe(meaning.activite)] : [])));
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
