/**
 * What is searched, as it stands after the `#` of the address: it can be shared, reloaded and gone
 * back to, and browsers send it to nobody.
 *
 *     #lieu=rennes-35238&activite=mediation_familiale&filtres=samedi.langue-fsl&portee=1
 *     #lieu=rennes-35238&activite=mediation_familiale&mots=divorce+rennes     (words explained above)
 *     #autour=1                     (the position itself is never written)
 *     #q=pension&departement=35
 *     #departement=35               (all of its services)
 *
 * `#texte=…` is no state yet: a text to be understood, as the browser's own search box gives it.
 */
import { ACTIVITIES } from "./french.js";
import { searchKey } from "./names.js";
import { REACHES } from "./ranking.js";

const PLACE = /^([a-z0-9-]{1,80})-(\d[\dAB]\d{3})$/;
const MOST = 200; // characters of a text, as in the box

export const EMPTY = {
  lieu: undefined,
  autour: false,
  q: "",
  activite: "",
  departement: "",
  mots: "",
  filtres: [],
  portee: 0,
};

/** The place of a commune in an address. */
export function placeOf(commune) {
  return { name: searchKey(commune.nom), code: commune.code };
}

/** The state of a fragment; what makes no sense in it is left out. */
export function read(hash) {
  const kept = new URLSearchParams(hash.replace(/^#/, ""));
  const place = PLACE.exec(kept.get("lieu") ?? "");
  const activity = kept.get("activite") ?? "";
  const reach = Number(kept.get("portee"));
  return {
    lieu: place ? { name: place[1].replaceAll("-", " "), code: place[2] } : undefined,
    autour: kept.get("autour") === "1",
    q: text(kept, "q"),
    mots: text(kept, "mots"),
    activite: Object.hasOwn(ACTIVITIES, activity) ? activity : "",
    departement: kept.get("departement") ?? "",
    filtres: (kept.get("filtres") ?? "").split(".").filter(Boolean),
    portee: Number.isInteger(reach) && reach > 0 && reach < REACHES.length ? reach : 0,
  };
}

/** Whether a whole département is what is searched, as the title says; not words within it. */
export function isOfDepartement({ departement, q }) {
  return Boolean(departement && !q);
}

const text = (kept, name) => (kept.get(name) ?? "").trim().slice(0, MOST);

/** The state that what is searched (see intent.js) leads to; in a place, the words are there to be explained. */
export function sought({ commune, departement, within, words = "", activity = "" }) {
  if (commune) {
    return { ...EMPTY, mots: words, activite: activity, lieu: placeOf(commune) };
  }
  return departement
    ? { ...EMPTY, mots: words, activite: activity, departement: departement.code }
    : { ...EMPTY, q: words, departement: within?.code ?? "" };
}

/** The fragment of a state, with its `#`. */
export function written({ lieu, autour, q, activite, departement, filtres, portee, mots }) {
  const kept = new URLSearchParams();
  const values = {
    lieu: lieu && `${lieu.name.replaceAll(" ", "-")}-${lieu.code}`,
    autour: autour ? "1" : "",
    q,
    activite,
    departement,
    filtres: filtres.join("."),
    portee: portee ? String(portee) : "",
    mots,
  };
  for (const [name, value] of Object.entries(values)) {
    if (value) {
      kept.set(name, value);
    }
  }
  return `#${kept}`;
}

/** The text that a fragment gives to be understood, if it does. */
export function typed(hash) {
  return text(new URLSearchParams(hash.replace(/^#/, "")), "texte");
}

/** Whether a fragment is ours: `#contenu`, of a skip link, is not. */
export function isState(hash) {
  return hash.length < 2 || hash.includes("=");
}
