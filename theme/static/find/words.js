/** What words mean here: the table of generator/search/words.py. */
import { holds, searchKey, withoutArticle } from "./names.js";

export const TABLE = "recherche/mots.json";

/** All phrases of the table: what words mean, and the names of activities. */
export function phrasesOf({ activites, sens }) {
  return [...sens.flatMap(({ mots }) => mots), ...activites.map(([name]) => name)];
}

/** The first meaning of the `table` that has one of its phrases, whole, in `text`. */
export function meaningOf({ sens }, text) {
  const key = searchKey(text);
  return sens.find((one) => one.mots.some((phrase) => holds(key, phrase)));
}

/** Whether a place beside the words of a meaning is where one looks for a service. */
export function isAboutServices(meaning) {
  return Boolean(meaning?.activite || meaning?.filtre);
}

/** The filters (see filters.js) that words of a text stand for: Saturday, of `médiation samedi Nantes`. */
export function filtersIn(table, text) {
  return filtering(table, text).map(({ filtre }) => filtre);
}

/** Their lines of the table. What the text means comes first: `un week-end sur deux` is about custody. */
function filtering(table, text) {
  const key = searchKey(text);
  const meaning = meaningOf(table, text);
  const left = meaning && !meaning.filtre ? without(meaning.mots, key) : key;
  return table.sens.filter(({ filtre, mots }) => filtre && mots.some((phrase) => holds(left, phrase)));
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
 * The activity that a text names, if it does, and what may be the name of a place in the rest, the longest
 * first: `médiation à Rennes` asks for a mediation and leaves `rennes`. `bare` are those that are left when
 * everyday words go too, fewer and more of them: `rennes` of `divorce Rennes`.
 */
export function asked(table, text) {
  const key = searchKey(text);
  const [name, activity = ""] = table.activites.find(([one]) => holds(key, one)) ?? [];
  const left = name ? without([name], key) : key;
  const phrases = table.sens.flatMap(({ mots }) => mots);
  // `médiation en ligne`: of `en ligne`, Ligné must not be left.
  const named = name && !phrases.includes(left) ? names(left, table.liens, table) : [left];
  const around = [...table.liens, ...table.courants];
  const said = phrases.filter((phrase) => holds(left, phrase));
  const isPart = (one) => said.some((phrase) => phrase !== one && holds(phrase, one));
  // What is meant first: the other phrases may be in a name (`divorce Saint-Prix`). A part of one is no
  // name: of `beaux-parents`, Beaux must not be left.
  const meant = meaningOf(table, text)?.mots ?? [];
  const bare = [meant, phrases].flatMap((some) => names(without(some, left), around, table)).filter((one) => !isPart(one));
  return { activity, named, bare: [...new Set(bare)] };
}

/**
 * What an unfinished text may ask for beside a place that it begins, the likeliest first: a mediation, and `ren`,
 * of `médiation ren` or `divorce ren`. `words` are those that are explained, or filter. Nothing where no service is
 * the first answer (danger), nor where no place is begun: `médiation à`; `médiation fam`, which may become a phrase.
 */
export function begun(table, text) {
  const { activity, named, bare } = asked(table, text);
  const meaning = meaningOf(table, text);
  const key = searchKey(text);
  const [typed] = names(key, table.liens, table);
  if (!isAboutServices(meaning) || phrasesOf(table).some((phrase) => phrase.startsWith(typed))) {
    return [];
  }
  const words = [...new Set([meaning, ...filtering(table, text)])]
    .map(({ mots }) => mots.find((phrase) => holds(key, phrase)))
    .join(" ");
  return [
    ...(activity ? named.slice(-1).map((place) => ({ activity, words: "", place })) : []),
    ...bare.slice(-1).map((place) => ({ activity: activity || meaning.activite, words, place })),
  ];
}

/** Whether there is nothing in a text but words that join a name and a place. */
export function isAround({ liens, articles }, text) {
  return searchKey(text).split(" ").every((word) => liens.includes(word) || Object.hasOwn(articles, word));
}

/** Whether somebody tells what happens: beside `il crie`, no village is named by its beginning, Criel. */
export function isSentence({ paroles }, text) {
  const key = searchKey(text);
  return paroles.some((word) => holds(key, word));
}

/** The key without the phrases, the longest first: no other has then taken away a part of one. */
function without(phrases, key) {
  const longestFirst = [...phrases].sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
  return longestFirst.reduce((left, phrase) => ` ${left} `.replaceAll(` ${phrase} `, " ").trim(), key);
}

/**
 * What begins with the first word that is none of `around`, then what ends with the last such too. An article
 * goes with what follows it: `le matin`, `le Mans`.
 */
function names(key, around, { articles }) {
  const words = key.split(" ");
  const isArticle = (word) => Object.hasOwn(articles, word);
  const isAround = (word, rank) => around.includes(word) || (isArticle(word) && around.includes(words[rank + 1]));
  const kept = [...words.keys()].filter((rank) => words[rank] && !isAround(words[rank], rank));
  if (kept.every((rank) => isArticle(words[rank]))) {
    return [];
  }
  const [first] = kept;
  const whole = [isArticle(words[first]) ? articles[words[first]] : words[first], ...words.slice(first + 1)];
  return [...new Set([whole.join(" "), whole.slice(0, kept.at(-1) - first + 1).join(" ")])];
}
