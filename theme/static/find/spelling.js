/**
 * The words of the table as they are also typed: `mediassion`, `divorse`, `violances`, `avocats`.
 * `spelt` is that of generator/search/spelling.py; a test holds one to the other.
 */
import { isOneEdit, searchKey } from "./names.js";
import { phrasesOf } from "./words.js";

const HEARD_FROM = 5; // letters: a shorter word sounds like many others
const FORGIVEN_FROM = 7; // letters: a shorter one is also one mistake away from others (`devenu`, `détenu`)

/** How a word sounds, more or less. */
function heard(word) {
  return word
    .replace(/[cst]ion/g, "sion")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/e(?=[mn][^aeiouy])/g, "a")
    .replace(/(.)\1+/g, "$1")
    .replaceAll("ph", "f");
}

/** The word of `words` that a typed one stands for: that which sounds the same, or else is near to it. */
function meantBy(typed, words) {
  if (typed.length < HEARD_FROM) {
    return typed;
  }
  const sound = heard(typed);
  const same = words.find((word) => heard(word) === sound);
  const isLong = typed.length >= FORGIVEN_FROM;
  return same ?? words.find((word) => isLong && isOneEdit(typed, word)) ?? typed;
}

/** The ranks of the `words` that are in one of the `phrases`. */
function inPhrases(words, phrases) {
  const found = new Set();
  for (const phrase of phrases) {
    const parts = phrase.split(" ");
    for (let at = words.indexOf(parts[0]); at >= 0; at = words.indexOf(parts[0], at + 1)) {
      if (parts.every((part, rank) => part === words[at + rank])) {
        parts.forEach((_, rank) => found.add(at + rank));
      }
    }
  }
  return found;
}

/**
 * The key of a text where each unknown word gives way to the word of the table that it stands for, if it
 * makes one of its phrases so: a name that is near to a word stays (`médiassion à Arcueil` is of no `accueil`).
 */
export function spelt(table, text) {
  const { liens, courants, articles } = table;
  const phrases = phrasesOf(table);
  const words = [...new Set(phrases.join(" ").split(" "))];
  const known = new Set([...words, ...liens, ...courants, ...Object.keys(articles)]);
  const typed = searchKey(text).split(" ");
  const meant = typed.map((word) => (known.has(word) ? word : meantBy(word, words)));
  const kept = inPhrases(meant, phrases);
  return typed.map((word, rank) => (kept.has(rank) ? meant[rank] : word)).join(" ");
}
