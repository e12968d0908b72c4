/** A found service as the page shows it. */
import { element } from "./dom.js";
import { ACTIVITIES, communeName, counted, kilometres, townName } from "./french.js";

/** Where it is from here, in words: `Rennes, à 2,4 km, et 9 autres lieux`. */
function whereabouts({ service, place, metres, isHere }, kind, departement) {
  const others = service.placeCount - (place ? 1 : 0);
  const and = others > 0 ? `, et ${counted(others, "autre lieu", "autres lieux")}` : "";
  if (kind === "near") {
    return `${townName(place.town)}, à ${kilometres(metres)}${and}`;
  }
  if (kind === "nearby") {
    const here = place.town
      ? `${townName(place.town)}, dans ${isHere ? "cette commune" : "ce département"}`
      : `Dans ce département, ${departement}`;
    return `${here}${and}. Le service vous donne l’adresse.`;
  }
  return "À distance, par téléphone ou en visioconférence";
}

function call({ name, phone }) {
  return element(
    "a",
    { class: "button card__call", href: phone.href },
    element("span", { class: "visually-hidden" }, `Appeler ${name} : `),
    phone.text,
  );
}

/** One card. `kind` is `near`, `nearby` or `remote`; `context` has `base`, `commune`, `departement`. */
export function card(found, kind, { base, commune, departement }) {
  const { service } = found;
  const activity = service.isMeetingSpace ? "espace_de_rencontre" : "mediation_familiale";
  const link = element("a", { href: `${base}services/${service.id}/` }, service.name);
  const where = element(
    "p",
    { class: "card__where" },
    element("span", { class: "tag", "data-activity": activity }, ACTIVITIES[activity]),
    " ",
    whereabouts(found, kind, departement),
  );
  if (service.isClosedForNow) {
    where.append(" ", element("strong", { class: "tag", "data-tone": "closed" }, "Fermé temporairement"));
  }
  const text = element(
    "div",
    { class: "card__text" },
    element("h3", { class: "card__name" }, link),
    where,
  );
  if (found.covers && commune) {
    text.append(element("p", { class: "card__covers" }, `Intervient à ${communeName(commune)}.`));
  }
  const attributes = { class: "card", "data-activity": activity, "data-service": service.id };
  const made = element("article", attributes, text);
  if (service.phone) {
    made.append(call(service));
  }
  return element("li", {}, made);
}
