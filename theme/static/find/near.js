/**
 * The services around a point, in the page: the near ones, ten at a time, then those that do not
 * publish their address, then those that answer from afar.
 */
import { card } from "./cards.js";
import { button, element } from "./dom.js";
import { filtered, hasActivity, total } from "./filters.js";
import { counted } from "./french.js";
import { REACHES } from "./ranking.js";

const PAGE = 10;
const AFAR = 5; // services from afar are shown for want of better
const EVERYWHERE = { ...REACHES.at(-1), services: 30 };
const NEAREST = 3; // of these, those that are shown where nobody answers

const within = (reach) =>
  reach === REACHES.length - 1 ? "en France" : `à moins de ${REACHES[reach].kilometres}\u00a0km`;
const wider = (reach) =>
  reach + 1 === REACHES.length - 1
    ? "Chercher dans toute la France"
    : `Chercher jusqu’à ${REACHES[reach + 1].kilometres}\u00a0km`;

function list(found, kind, context) {
  return element("ol", { class: "results" }, ...found.map((one) => card(one, kind, context)));
}

function section(title, ...content) {
  return element("section", {}, element("h2", {}, title), ...content);
}

/** The near ones, and a button for the next ten. */
function nearList(near, context) {
  const items = list(near.slice(0, PAGE), "near", context);
  const more = button("Afficher les suivants", () => {
    const from = items.children.length;
    items.append(...near.slice(from, from + PAGE).map((one) => card(one, "near", context)));
    more.hidden = items.children.length >= near.length;
    items.children[from].querySelector("a").focus();
  });
  more.hidden = near.length <= PAGE;
  return { items, more };
}

/** What to do when nobody answers within reach: never an empty page. */
function help({ state, act, places, point, context }) {
  const box = element("div", { class: "find-help flow" });
  if (state.filtres.length || state.activite) {
    box.append(button("Retirer les filtres", act.clear));
  }
  const nearest = element("div", {}, element("p", {}, "Recherche des plus proches…"));
  box.append(nearest);
  places.around(point, EVERYWHERE).then(({ near }) => {
    // A meeting space is no mediation: of the activity that is searched, if there is one anywhere near.
    const wanted = near.filter((one) => hasActivity(one, state.activite));
    const isWanted = wanted.length && !state.filtres.length;
    const title = isWanted ? "Les plus proches" : "Les plus proches, quels qu’ils soient";
    const shown = (wanted.length ? wanted : near).slice(0, NEAREST);
    nearest.replaceChildren(shown.length ? section(title, list(shown, "near", context)) : "");
  }, () => nearest.replaceChildren());
  return box;
}

/** Say in one sentence what was found. */
export function sentence(shown, answer, state) {
  const near = shown.near.length;
  const others = shown.nearby.length + shown.remote.length;
  const all = total(answer);
  const where = within(state.portee);
  const parts = [near ? `${counted(near, "service")} ${where}` : `Aucun service ${where}`];
  if (others) {
    const also = near ? "et aussi" : "mais";
    parts.push(`, ${also} ${others} dans votre département ou à distance`);
  }
  if (total(shown) < all) {
    parts.push(` (${all} sans vos filtres)`);
  }
  return `${parts.join("")}.`;
}

/**
 * Show an answer in `box`. `act` has `widen(reach)` and `clear()`; `context` is what cards need. Gives
 * what passed the filters.
 */
export function showNear(box, { answer, groups, state, act, places, point, context }) {
  const shown = filtered(answer, groups, state.filtres, state.activite);
  const parts = [];
  const actions = element("p", { class: "find__actions" });
  if (shown.near.length) {
    const { items, more } = nearList(shown.near, context);
    parts.push(items);
    actions.append(more);
  }
  if (state.portee < REACHES.length - 1) {
    actions.append(button(wider(state.portee), () => act.widen(state.portee + 1)));
  }
  parts.push(actions);
  if (shown.nearby.length) {
    parts.push(
      section("Dans votre département, à une adresse non publiée", list(shown.nearby, "nearby", context)),
    );
  }
  // Where nobody near answers, a service from afar may, whatever one would have liked.
  const remote = total(shown) ? shown.remote : answer.remote;
  if (remote.length) {
    parts.push(section("À distance", list(remote.slice(0, AFAR), "remote", context)));
  }
  if (!shown.near.length) {
    parts.push(help({ state, act, places, point, context }));
  }
  box.replaceChildren(...parts);
  return shown;
}
