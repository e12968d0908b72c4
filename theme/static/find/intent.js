/** What a text asks for when Enter is pressed: a commune, a département, a région, or words to look for. */
import { regionNamed } from "./regions.js";
import { asked, meaningOf } from "./words.js";

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
  const table = /[a-z]/i.test(text) ? await meanings() : undefined;
  const { activity, rest } = table ? asked(table, text) : { activity: "", rest: "" };
  const place = activity ? rest : text;
  const found = await index.suggest(rest || text);
  const [first] = found;
  if (!table || !meaningOf(table, place)) {
    const departement = index.departementNamed(place);
    if (departement && !(first?.isExact && first.departement.code === departement.code)) {
      return { departement, activity, communes: found.filter((one) => one.isExact) };
    }
    const region = regionNamed(place, regions);
    if (region) {
      return { region };
    }
    if (place && first && (activity ? first.isExact : !first.isGuess)) {
      return { commune: first, activity };
    }
  }
  const meaning = table && meaningOf(table, text);
  return { words: text.trim(), meaning, communes: found.slice(0, 3) };
}
