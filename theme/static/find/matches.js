/**
 * Whether pages say what was typed. Where no page has a word, Pagefind takes the longest word that
 * it begins with: « arabe » would find every « à », and « visio » every « vise ».
 */
import { searchKey } from "./names.js";

const SHORTEST = 3; // letters of a word that is worth looking for
const ALIKE = 4; // letters in common at the beginning of two forms of a word: jugement, juge

/** How many letters two words have in common from their beginning. */
function inCommon(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) {
    at += 1;
  }
  return at;
}

/** Whether a word of a page may be what was typed: begun, in the singular, or in another form. */
function isSaid(typed, word) {
  const length = inCommon(typed, word);
  return (
    length === typed.length ||
    (length === word.length && typed.length === length + 1) ||
    (length >= ALIKE && 2 * length >= Math.max(typed.length, word.length))
  );
}

/** The words of a page that Pagefind found. */
function foundIn({ content, locations }) {
  const words = content.split(/\s+/);
  return locations.flatMap((at) => searchKey(words[at] ?? "").split(" "));
}

/** Whether each word of a text is said by one at least of the `pages`, Pagefind's first answers to it. */
export function isKnown(text, pages) {
  const words = new Set(pages.flatMap(foundIn));
  return searchKey(text)
    .split(" ")
    .filter((typed) => typed.length >= SHORTEST)
    .every((typed) => [...words].some((word) => isSaid(typed, word)));
}
