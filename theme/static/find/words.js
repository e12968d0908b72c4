/** What words mean here: the table of generator/search/words.py. */
import { holds, searchKey, withoutArticle } from "./names.js";

export const TABLE = "recherche/mots.json";

/** The first meaning of the `table` that has one of its phrases, whole, in `text`. */
export function meaningOf({ sens }, text) {
  const key = searchKey(text);
  return sens.find((one) => one.mots.some((phrase) => holds(key, phrase)));
}

/**
 * Whether a text speaks of something else than a place. A whole name of a commune does not
 * (`isExact`), be there a word of the field in it: Saint-Prix; unless it is nothing but that word.
 */
export function isOtherThanPlace(table, text, isExact) {
  const key = withoutArticle(searchKey(text));
  const meaning = meaningOf(table, text);
  const isSaid = meaning !== undefined && (!isExact || meaning.mots.includes(key));
  return isSaid || table.courants.includes(key);
}

/**
 * The activity that a text names, if it does, and the rest of it: `médiation à Rennes` asks for a
 * mediation and leaves `rennes`. Where no activity is named, the everyday words go, if one is there.
 */
export function asked(table, text) {
  const key = searchKey(text);
  const [name, activity] = table.activites.find(([one]) => holds(key, one)) ?? [];
  const said = name ?? longest(meaningOf(table, text)?.mots.filter((phrase) => holds(key, phrase)));
  return { activity: activity ?? "", rest: said ? without(said, key, table) : key };
}

const longest = (phrases = []) => phrases.sort((one, other) => other.length - one.length)[0];

/** The key without the phrase, nor the words around what is left that only join; `au mans` is `le mans`. */
function without(phrase, key, { liens, articles }) {
  const words = ` ${key} `.replace(` ${phrase} `, " ").trim().split(" ");
  while (liens.includes(words[0])) {
    words.shift();
  }
  while (liens.includes(words.at(-1))) {
    words.pop();
  }
  if (words.every((word) => Object.hasOwn(articles, word))) {
    return "";
  }
  const [first, ...others] = words;
  return [Object.hasOwn(articles, first) ? articles[first] : first, ...others].join(" ");
}
