/**
 * French place names as people type them. `searchKey` and `isOneEdit` are those of
 * generator/territory/names.py; a test holds one to the other.
 */
const EXPANSIONS = new Map([
  ["st", "saint"],
  ["ste", "sainte"],
  ["sts", "saints"],
  ["stes", "saintes"],
]);
const ARTICLE = /^(?:le|la|les|l) (?=.)/;
const CITIES = [
  ["751", "75056"],
  ["6938", "69123"],
  ["132", "13055"],
];
// Names of communes begin with these words, which are not a Saint spelt wrongly.
const NOT_SAINT = new Set(["saint", "sainte", "sains", "saints", "saintes"]);

/** Lower case, without accents, words joined by single spaces, `St` written out. */
export function searchKey(text) {
  return text
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/(^|[^\p{L}\p{N}_])s\//gu, "$1sur ")
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((word) => EXPANSIONS.get(word) ?? word)
    .join(" ");
}

/** Whether the words of `part` stand in a key, whole and in that order. */
export const holds = (key, part) => ` ${key} `.includes(` ${part} `);

/** A key without the article that many leave out: `le havre` is `havre`. */
export function withoutArticle(key) {
  return key.replace(ARTICLE, "");
}

/** The names a key may stand for, the likeliest first: `siant etienne` is a Saint spelt wrongly. */
export function typedKeys(key) {
  const [first, ...rest] = key.split(" ");
  if (rest.length && first.startsWith("s") && !NOT_SAINT.has(first)) {
    const meant = ["saint", "sainte"].find((word) => oneEdit(first, word) === word.length);
    if (meant) {
      return [[meant, ...rest].join(" "), key];
    }
  }
  return [key];
}

/**
 * How many letters of `key` a `typed` text with one mistake stands for: a letter wrong, missing or
 * too many, or two swapped. -1 when it takes more than one mistake.
 */
export function oneEdit(typed, key) {
  let at = 0;
  while (at < typed.length && typed[at] === key[at]) {
    at += 1;
  }
  if (at === typed.length) {
    return at;
  }
  if (typed[at] === key[at + 1] && typed[at + 1] === key[at] && key.startsWith(typed.slice(at + 2), at + 2)) {
    return typed.length; // two swapped
  }
  const rest = typed.slice(at + 1);
  if (key.startsWith(rest, at + 1) && at < key.length) {
    return typed.length; // a wrong letter
  }
  if (key.startsWith(typed.slice(at), at + 1)) {
    return typed.length + 1; // a missing letter
  }
  return key.startsWith(rest, at) ? typed.length - 1 : -1; // a letter too many
}

/** Whether two whole keys are one mistake apart, which is not in their first letter: `is_one_edit` there. */
export function isOneEdit(one, other) {
  const isWhole = (typed, key) => oneEdit(typed, key) === key.length;
  return one !== other && one[0] === other[0] && (isWhole(one, other) || isWhole(other, one));
}

/** The INSEE code of the city of a municipal arrondissement; any other code as it is. */
export function cityOf(code) {
  return CITIES.find(([start]) => code.startsWith(start))?.[1] ?? code;
}

/** The département's code that an INSEE code of a commune begins with. */
export function departementOf(code) {
  return code.slice(0, /^9[78]/.test(code) ? 3 : 2);
}
