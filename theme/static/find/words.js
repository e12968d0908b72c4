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
 * mediation and leaves `rennes`. `bare` is that rest without what everyday words say either: `rennes`
 * of `divorce Rennes`.
 */
export function asked(table, text) {
  const key = searchKey(text);
  const [name, activity = ""] = table.activites.find(([one]) => holds(key, one)) ?? [];
  const left = name ? without(name, key) : key;
  const phrases = table.sens.flatMap(({ mots }) => mots).sort(longestFirst);
  const isPhrase = phrases.includes(left); // « en ligne », of which Ligné must not be left
  const rest = name && !isPhrase ? within(table.liens, left, table.articles) : left;
  const others = phrases.reduce((some, phrase) => without(phrase, some), left);
  return { activity, rest, bare: within([...table.liens, ...table.courants], others, table.articles) };
}

const longestFirst = (one, other) => other.length - one.length;

const without = (phrase, key) => ` ${key} `.replaceAll(` ${phrase} `, " ").trim();

/** What stands between the first and the last word that is none of `around`; `au mans` is `le mans`. */
function within(around, key, articles) {
  const words = key.split(" ");
  while (around.includes(words[0])) {
    words.shift();
  }
  while (around.includes(words.at(-1))) {
    words.pop();
  }
  if (words.every((word) => Object.hasOwn(articles, word))) {
    return "";
  }
  const [first, ...others] = words;
  return [Object.hasOwn(articles, first) ? articles[first] : first, ...others].join(" ");
}
