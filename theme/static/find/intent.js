/** What a text asks for when Enter is pressed: a commune, a département, a région, or words to look for. */
import { regionNamed } from "./regions.js";
import { asked, isOtherThanPlace, meaningOf } from "./words.js";

const POSTAL_CODE = /^\s*\d{5}\s*$/;

/**
 * `{commune}` when the text names or begins one, `{departement}` or `{region}` when it names one, and
 * no word of the field; else `{words, meaning, communes}`, where `communes` are those that the text
 * may mean all the same. With the name of an activity before or after a place, `activity` is that one.
 *
 * `communes()` and `meanings()` promise the opened index and the table of words; `regions` are those
 * that have a page (see regions.js).
 */
export async function intentOf(text, { communes, meanings, regions }) {
  const index = await communes();
  const table = POSTAL_CODE.test(text) ? undefined : await meanings();
  const { activity, rest } = table ? asked(table, text) : { activity: "", rest: text };
  const place = activity ? rest : text;
  const found = await index.suggest(place);
  const [first] = found;
  if (!table || !isOtherThanPlace(table, place, first?.isExact)) {
    const departement = index.departementNamed(place);
    const isItsTown = departement && first?.isExact && first.departement.code === departement.code;
    if (departement && !isItsTown) {
      return { departement, activity, communes: found.filter((one) => one.isExact) };
    }
    const region = isItsTown ? undefined : regionNamed(place, regions);
    if (region) {
      return { region };
    }
    if (first && (activity ? first.isExact : !first.isGuess)) {
      return { commune: first, activity };
    }
  }
  const named = rest ? await index.suggest(rest) : found;
  const likely = named.length ? named : index.among(rest);
  return { words: text.trim(), meaning: table && meaningOf(table, text), communes: likely.slice(0, 3) };
}
