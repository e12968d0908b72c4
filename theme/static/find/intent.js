/** What a text asks for when Enter is pressed: a commune, or words to look for. */
import { meaningOf } from "./words.js";

/**
 * `{commune}` when the text names or begins one, and no word of the field; else `{words, meaning,
 * communes}`, where `communes` are those that the text may mean all the same.
 *
 * `communes()` and `meanings()` promise the opened index and the table of words.
 */
export async function intentOf(text, communes, meanings) {
  const found = await (await communes()).suggest(text);
  const meaning = /[a-z]/i.test(text) ? meaningOf(await meanings(), text) : undefined;
  if (found.length && !meaning && !found[0].isGuess) {
    return { commune: found[0] };
  }
  return { words: text.trim(), meaning, communes: found.slice(0, 3) };
}
