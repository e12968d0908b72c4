/** What a text asks for when Enter is pressed: a commune, a département, a région, or words to look for. */
import { regionNamed } from "./regions.js";
import { asked, isOtherThanPlace, meaningOf } from "./words.js";

const POSTAL_CODE = /^\s*\d{5}\s*$/;

/**
 * `{commune}` when the text names or begins one, `{departement}` or `{region}` when it names one, and
 * no word of the field; else `{words, meaning, communes}`, where `communes` are those that the text
 * may mean all the same. With the name of an activity before or after a place, `activity` is that one;
 * with everyday words there (`divorce Rennes`), the one that they mean, and `words` and `meaning` too.
 *
 * `communes()` and `meanings()` promise the opened index and the table of words; `regions` are those
 * that have a page (see regions.js).
 */
export async function intentOf(text, { communes, meanings, regions }) {
  const index = await communes();
  const table = POSTAL_CODE.test(text) ? undefined : await meanings();
  const { activity, rest, bare } = table ? asked(table, text) : { activity: "", rest: text, bare: text };
  const place = activity ? rest : text;
  const found = await index.suggest(place);
  if (!table || !isOtherThanPlace(table, place, found[0]?.isExact)) {
    const named = placeNamed(place, found, { index, regions });
    if (named) {
      return { ...named, activity };
    }
    if (found.length && !activity && !found[0].isGuess) {
      return { commune: found[0], activity };
    }
  }
  const meaning = table && meaningOf(table, text);
  const suggested = bare ? await index.suggest(bare) : found;
  const named = meaning?.activite && bare && placeNamed(bare, suggested, { index, regions });
  const words = text.trim();
  if (named) {
    return { ...named, activity: activity || meaning.activite, words, meaning };
  }
  const likely = suggested.length ? suggested : index.among(bare);
  return { words, meaning, communes: likely.slice(0, 3) };
}

/** The commune, the département or the région of that whole name; `found` is what the index suggests for it. */
function placeNamed(name, found, { index, regions }) {
  const departement = index.departementNamed(name);
  const [first] = found;
  const isItsTown = departement && first?.isExact && first.departement.code === departement.code;
  if (departement && !isItsTown) {
    return { departement, communes: found.filter((one) => one.isExact) };
  }
  const region = isItsTown ? undefined : regionNamed(name, regions);
  if (region) {
    return { region };
  }
  return first?.isExact ? { commune: first } : undefined;
}
