/**
 * Words in the texts of the site: our own interface on Pagefind's index, loaded when words are
 * first searched.
 */
import { button, element } from "./dom.js";
import { once } from "./files.js";
import { typeset } from "./french.js";
import { isKnown } from "./matches.js";
import { numberIn } from "./numbers.js";

const PAGE = 10; // results shown at a time

/** Pagefind gives HTML whose only markup is `<mark>`; everything else in it is text. */
function excerpt(html) {
  const made = element("p", { class: "results__excerpt" });
  for (const part of html.split(/(<mark>[^<]*<\/mark>)/)) {
    const marked = /^<mark>([^<]*)<\/mark>$/.exec(part);
    made.append(marked ? element("mark", {}, readable(marked[1])) : readable(part));
  }
  return made;
}

/** Text as our pages have it: Pagefind read them with straight apostrophes, and plain spaces. */
const readable = (html) => typeset(decoded(html).replaceAll("'", "’"));

function decoded(html) {
  const named = { lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'", amp: "&" };
  return html.replace(/&(lt|gt|quot|#39|#x27|amp);/g, (_, name) => named[name]);
}

function item({ url, meta, excerpt: html }) {
  const about = element("p", { class: "card__where" });
  if (meta.genre) {
    const activity = { class: "tag", "data-activity": meta.activite ?? "" };
    about.append(element("span", activity, meta.genre), " ");
  }
  about.append(meta.lieu ?? meta.date ?? "");
  const made = element(
    "li",
    {},
    element("h3", {}, element("a", { href: url }, meta.title ?? url)),
    about,
    meta.resume ? element("p", {}, meta.resume) : excerpt(html),
  );
  if (meta.telephone && meta.appel?.startsWith("tel:")) {
    const call = { class: "button", href: meta.appel };
    made.append(element("p", {}, element("a", call, `Appeler le ${meta.telephone}`)));
  }
  return made;
}

/** The `first` items of what was `found`, and a button for the next ones: they come once, however often it is pressed. */
export function pageList(found, first) {
  const items = element("ol", { class: "results" }, ...first.items);
  let coming;
  const more = button("Afficher la suite", () => {
    coming ??= append().finally(() => {
      coming = undefined;
    });
  });
  async function append() {
    const from = items.children.length;
    const next = await found.next();
    items.append(...next.items);
    more.hidden = next.isLast;
    items.children[from]?.querySelector("a").focus();
  }
  more.hidden = first.isLast;
  return [items, more];
}

/** Where scripts must be trusted by name, Pagefind's worker is, and nothing else. */
function trust(folder) {
  globalThis.trustedTypes?.createPolicy("default", {
    createScriptURL: (url) => (new URL(url, location.href).href.startsWith(folder) ? url : null),
  });
}

/** `search(words, filters)` promises `{count, next}`; `next()` promises the next items, if any. */
export function openPages(base) {
  trust(new URL(`${base}pagefind/`, location.href).href);
  const load = once(async () => {
    const module = await import(`${base}pagefind/pagefind.js`);
    await module.options({ baseUrl: base, excerptLength: 24 });
    await module.init();
    return module;
  });

  return async function search(words, filters) {
    const module = await load();
    const number = numberIn(words);
    // The index folds accents but not ligatures; their words are there in plain spelling too.
    const plain = number ? `"${number}"` : words.replaceAll("œ", "oe").replaceAll("æ", "ae");
    const { results: given } = await module.search(plain || null, { filters });
    const first = await Promise.all(given.slice(0, PAGE).map((one) => one.data()));
    const results = isKnown(plain, first) ? given : [];
    let shown = 0;
    return {
      count: results.length,
      async next() {
        const data = await Promise.all(results.slice(shown, shown + PAGE).map((one) => one.data()));
        shown += data.length;
        return { items: data.map(item), isLast: shown >= results.length };
      },
    };
  };
}
