/**
 * The search page: services around a commune or a position, or words in the texts of the site.
 *
 * The state is the fragment of the address. Whatever changes it (a choice, the back button, a link)
 * ends in `show`. See docs/decisions/0008-find-in-the-browser.md.
 */
import { searchBox } from "./find/box.js";
import { button } from "./find/dom.js";
import { once } from "./find/files.js";
import { groupsOf, known } from "./find/filters.js";
import { counted, nearCommune, townName, typeset } from "./find/french.js";
import { besidePlace, explained, hintsOf, meant, nothing, pageOfDepartement } from "./find/hints.js";
import { showNear, sentence } from "./find/near.js";
import { openPages, pageList } from "./find/pages.js";
import { openPlaces } from "./find/places.js";
import { REACHES } from "./find/ranking.js";
import * as screen from "./find/screen.js";
import { EMPTY, isOfDepartement, isState, placeOf, read, sought, typed, written } from "./find/state.js";

const { base } = screen.form.dataset;
const HUNDREDTHS = 100; // of a degree

const box = searchBox(screen.form, {
  go: (intent) => (intent.region ? location.assign(intent.region.url) : go(stateOf(intent))),
  // The files are there when Enter is pressed; without them, Enter will say what is wrong.
  prepare: (commune) => answerFor(pointOf(commune), 0).catch(() => {}),
});
const openedPlaces = once(() => openPlaces(box.load));
const pages = openPages(base);
const met = new Map(); // communes chosen in this page, by code: no need to look for them again
let state = EMPTY;
let position; // in this page only, until it is closed
let run = 0; // the search under way: an older one that ends late is forgotten

/**
 * A new search of a place keeps the activity, unless it names one, and of a commune the filters; one
 * of words begins anew: the numbers to call and the guides are of no activity.
 */
function stateOf(intent) {
  const next = sought(intent);
  if (next.q) {
    return next;
  }
  const activite = next.activite || state.activite;
  if (!intent.commune) {
    return { ...next, activite };
  }
  met.set(intent.commune.code, intent.commune);
  return { ...next, activite, filtres: state.filtres };
}

function go(next) {
  // What is asked twice is one step: "back" leaves it at once.
  if (written(next) !== location.hash) {
    history.pushState(null, "", written(next));
  }
  show(next);
}

function adjust(changes) {
  const next = { ...state, ...changes };
  history.replaceState(null, "", written(next));
  return show(next);
}

async function show(next) {
  run += 1;
  const current = run;
  const isCurrent = () => current === run;
  state = next;
  screen.restore(state);
  try {
    if (state.lieu) {
      await showCommune(isCurrent);
    } else if (state.autour) {
      await showAround(isCurrent);
    } else if (state.q || state.departement || state.activite) {
      await showWords(isCurrent);
    } else {
      screen.arrange(state);
    }
  } catch (error) {
    await failed(isCurrent);
    throw error; // a bug keeps its trace in the console
  }
}

/** What the words mean may be there all the same: whoever is in danger must not wait for the rest. */
async function failed(isCurrent) {
  const meaning = state.q ? await box.meaning(state.q).catch(() => undefined) : undefined;
  if (isCurrent()) {
    screen.tell(
      state,
      "La recherche n’a pas pu se charger",
      "Le réseau manque peut-être. Voici la liste par département.",
      ...(meaning ? [explained(base, meaning)] : []),
      button("Réessayer", retry),
    );
  }
}

/** Ask again for what could not be loaded; text typed without its filters may yet be the name of a place. */
function retry() {
  if (state.q && !state.departement && !state.activite) {
    screen.form.requestSubmit();
  } else {
    show(state);
  }
}

async function showCommune(isCurrent) {
  const { name, code } = state.lieu;
  const commune = met.get(code) ?? (await (await box.communes()).named(name, code));
  if (!isCurrent()) {
    return;
  }
  if (!commune) {
    await adjust({ ...EMPTY, q: state.lieu.name });
    return;
  }
  if (document.activeElement !== box.input) {
    box.input.value = townName(commune.nom);
  }
  await showPoint(pointOf(commune), nearCommune(commune), isCurrent);
}

function pointOf(commune) {
  return { latitude: commune.latitude, longitude: commune.longitude, commune };
}

async function answerFor(point, reach) {
  return (await openedPlaces()).around(point, REACHES[reach]);
}

async function showAround(isCurrent) {
  if (position) {
    await showPoint(position, "Autour de vous", isCurrent);
    return;
  }
  screen.tell(
    state,
    "Autour de vous",
    "Votre position n’est gardée nulle part : elle est à donner de nouveau.",
    button("Donner ma position", () => screen.around.click()),
  );
}

async function showPoint(point, heading, isCurrent) {
  const places = await openedPlaces();
  const [answer, namesakes, said] = await Promise.all([
    answerFor(point, state.portee),
    point.commune ? namesakesOf(point.commune) : [],
    saidBeside(),
  ]);
  if (!isCurrent()) {
    return;
  }
  const groups = groupsOf(places.situations, places.languages);
  state = { ...state, filtres: known(groups, state.filtres) };
  screen.arrange(state, { isNear: true });
  screen.title.textContent = heading;
  screen.hint(...besidePlace(said, { answer, groups, state, wish }), ...namesakes);
  const shown = showNear(screen.list, {
    answer,
    groups,
    state,
    places,
    point,
    act: {
      widen: (portee) => adjust({ portee }),
      clear: () => adjust({ filtres: [], activite: "" }),
    },
    context: {
      base,
      commune: point.commune,
      departement: screen.nameOf(answer.departement),
    },
  });
  screen.status.textContent = sentence(shown, answer, state);
  // The services first; where they are and what they could be narrowed to, when they are on the screen.
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (isCurrent()) {
        screen.map.show(point, answer, shown.near, state.portee === REACHES.length - 1);
        screen.showCounts(state, answer, groups);
      }
    }),
  );
}

/** Lines of links to the communes that the name of this one may stand for, and to those that bear it. */
async function namesakesOf(commune) {
  const communes = await box.communes();
  const lines = [
    ["Vouliez-vous dire la commune : ", communes.largeOf(commune)],
    ["Autres communes de ce nom : ", await communes.namesakes(commune)],
  ];
  return lines.filter(([, found]) => found.length).map(([text, found]) => meant(text, found, state));
}

async function showWords(isCurrent) {
  screen.arrange(state, { isWords: true });
  screen.status.textContent = "Recherche…";
  screen.hint();
  screen.list.replaceChildren();
  const { q, activite, departement: code } = state;
  const departement = code ? (await box.communes()).departementName(code) : undefined;
  const where = departement && `${departement} (${code})`;
  const name = isOfDepartement(state) ? departement : undefined;
  if (!isCurrent()) {
    return;
  }
  if (document.activeElement !== box.input) {
    box.input.value = q || name || "";
  }
  if (where && screen.departement.value !== code) {
    screen.departement.append(new Option(where, code, false, true)); // it has no service yet
  }
  screen.title.textContent = typeset(q ? [`Résultats pour « ${q} »`, where].filter(Boolean).join(", ") : where || "Résultats");
  const wanted = Object.entries({ activite, departement: code }).filter(([, value]) => value);
  const look = (words) => pages(words, Object.fromEntries(wanted));
  const [asTyped, understood, { meaning }] = await Promise.all([
    look(q),
    q || name ? box.understood(q || name) : {},
    saidBeside(),
  ]);
  const isCorrected = !asTyped.count && Boolean(understood.corrected);
  const found = isCorrected ? await look(understood.corrected) : asTyped;
  const first = await found.next();
  const more = where ? await moreOf(state, found.count) : [];
  const said = hintsOf(understood, { isFound: found.count > 0, base, state, nearMe });
  if (!isCurrent()) {
    return;
  }
  if (q && wanted.length && !found.count) {
    said.unshift(button("Retirer les filtres", () => adjust({ activite: "", departement: "" })));
  }
  screen.filters.hidden = found.count < 2 && !activite && !(q && code); // nothing to choose from, nor to take back
  screen.browse.hidden = found.count > 0;
  screen.hint(...(meaning ? [explained(base, meaning)] : []), ...more, ...said);
  screen.guidance.hidden = Boolean(found.count || name || understood.meaning);
  screen.list.replaceChildren(...pageList(found, first));
  const alike = isCorrected ? " pour des mots qui s’écrivent presque ainsi" : "";
  screen.status.textContent = found.count ? `${counted(found.count, "résultat")}${alike}.` : nothing(state, { isDepartement: Boolean(name), isHinted: said.length > 0 });
}

/** The way to the page of a département; when it answers nothing, to what is around its largest commune. */
async function moreOf({ q, departement: code }, count) {
  if (q) {
    return count ? [] : [pageOfDepartement(base, code, true)];
  }
  const [commune] = count ? [] : await (await box.communes()).suggest(code);
  const page = pageOfDepartement(base, code, count > 0);
  return commune ? [page, meant("Ou cherchez autour de ", [commune], state)] : [page];
}

/** What the words that stood beside a place mean, and the filters that they stand for. */
async function saidBeside() {
  const { mots } = state;
  return mots ? { base, meaning: await box.meaning(mots), filters: await box.filters(mots) } : { filters: [] };
}

/** Filter by what the words beside a place stand for, or no longer; the button that does the contrary has the focus. */
async function wish(id, isWished) {
  const others = state.filtres.filter((one) => one !== id);
  await adjust({ filtres: isWished ? [...others, id] : others });
  screen.hints.querySelector("button")?.focus();
}

function nearMe(activity) {
  return button("Trouver le plus proche : indiquer ma commune", () => {
    adjust({ activite: activity });
    box.input.value = "";
    box.input.focus();
  });
}

/** Where the device is, to about a kilometre; nothing when it does not tell. */
function located() {
  const rounded = (degrees) => Math.round(degrees * HUNDREDTHS) / HUNDREDTHS;
  return new Promise((done) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => done({ latitude: rounded(coords.latitude), longitude: rounded(coords.longitude) }),
      () => done(undefined),
      { maximumAge: 60_000, timeout: 10_000 },
    );
  });
}

screen.around.addEventListener("click", async () => {
  screen.status.textContent = "";
  const asked = run;
  const found = await located();
  if (asked !== run) {
    return; // what was searched while the browser asked for leave comes first
  }
  if (!found) {
    screen.tell(
      state,
      "Votre position n’est pas connue",
      "Votre appareil ne l’a pas donnée. Tapez plutôt votre commune ou votre code postal.",
    );
    return;
  }
  position = found;
  box.input.value = "";
  go({ ...EMPTY, activite: state.activite, filtres: state.filtres, autour: true });
});

screen.filters.addEventListener("submit", (event) => event.preventDefault());
screen.filters.addEventListener("change", () => {
  const checked = [...screen.choices.querySelectorAll("input:checked")].map((one) => one.value);
  adjust({
    activite: screen.filters.elements.activite.value,
    departement: screen.departement.value,
    filtres: state.lieu || state.autour ? checked : state.filtres,
  });
});

/** What the address says; a text that the browser's own box brought is understood as typed here. */
async function arrive() {
  const text = typed(location.hash);
  if (text) {
    const intent = await box.understood(text).catch(() => ({ words: text }));
    if (intent.region) {
      location.replace(intent.region.url);
      return;
    }
    history.replaceState(null, "", written(stateOf(intent)));
  }
  await show(read(location.hash));
}

// Back, forward, and links that change the fragment.
addEventListener("popstate", () => {
  if (isState(location.hash)) {
    arrive();
  }
});

box.input.addEventListener("focus", () => openedPlaces().catch(() => {}), { once: true });
screen.around.hidden = !("geolocation" in navigator);
screen.form.hidden = false;
arrive();
