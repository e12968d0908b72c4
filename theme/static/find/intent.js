/** What a text asks for when Enter is pressed: a commune, a département, a région, or words to look for. */
import { searchKey, withoutArticle } from "./names.js";
import { regionNamed } from "./regions.js";
import { spelt } from "./spelling.js";
import { asked, isAboutServices, isAround, isOtherThanPlace, isSentence, meaningOf } from "./words.js";

const POSTAL_CODE = /^\s*\d{5}\s*$/;
const ENDS_WITH_NUMBER = /^(.*\p{L}.*?)[\s(]+(\d{2,3}|2[ab])\)?$/iu;

/**
 * `{commune}` when the text names or begins one, `{departement}` or `{region}` when it names one, and
 * no word of the field; else `{words, meaning, communes}`, where `communes` are those that the text
 * may mean all the same. With the name of an activity before or after a place, `activity` is that one;
 * with everyday words there (`divorce Rennes`, `samedi Rennes`), the one that they mean, if any, and
 * `words` and `meaning` too.
 * Words that the number of a département follows (`udaf 33`) are looked for `within` it.
 * A text that leads to no place is read again as the table spells its words (`corrected`): what it then asks
 * for is given, unless that is a place alone, which was not typed.
 *
 * `communes()` and `meanings()` promise the opened index and the table of words; `regions` are those
 * that have a page (see regions.js).
 */
export async function intentOf(text, { communes, meanings, regions }) {
  const index = await communes();
  const table = POSTAL_CODE.test(text) ? undefined : await meanings();
  const found = await intentIn(text, { index, table, regions });
  const corrected = table && !isSomewhere(found) ? spelt(table, text) : "";
  if (!corrected || corrected === searchKey(text)) {
    return found;
  }
  const meant = await intentIn(corrected, { index, table, regions });
  if (isSomewhere(meant)) {
    return meant.activity || meant.meaning ? meant : found;
  }
  return { ...meant, words: found.words, within: found.within, corrected };
}

const isSomewhere = ({ commune, departement, region }) => Boolean(commune || departement || region);

/** The same for a text whose words are spelt as they are in the table. */
async function intentIn(text, { index, table, regions }) {
  const { activity, named, bare } = table ? asked(table, text) : { activity: "", named: [], bare: [] };
  const meaning = table && meaningOf(table, text);
  const isOfServices = isAboutServices(meaning);
  // A page answers, not a service: `ma médiatrice me touche` names no Touche.
  const isSaidBeside = (name) => meaning && !isOfServices && meaningOf(table, name) !== meaning;
  const isPlace = (name, isExact) => !table || !(isOtherThanPlace(table, name, isExact) || isSaidBeside(name));
  const place = await firstPlace(activity ? named : [text], isPlace, { index, regions });
  if (place) {
    return { ...place, activity };
  }
  const [begun] = activity ? [] : await index.suggest(text);
  if (begun && !begun.isGuess && isPlace(text, begun.isExact)) {
    // `renes` begins Renescure; it is meant for Rennes.
    const [large] = begun.isExact || begun.isLarge ? [] : index.nearly(text);
    return { commune: large ?? begun, activity };
  }
  const words = text.trim();
  if (isOfServices) {
    const isWhole = (name, isExact, commune) => isPlace(name, isExact) && !(commune && lacksArticle(name, commune));
    const there = await firstPlace(bare, isWhole, { index, regions });
    if (there) {
      return { ...there, activity: activity || meaning.activite, words, meaning };
    }
  }
  const left = bare.at(-1) ?? named.at(-1) ?? text;
  // Beside an answer that is no service, no name that a word only begins: `mon mari me bat` is not Marignane.
  const isOpen = !meaning || meaning.activite || (meaning.filtre && bare.length);
  const mayBegin = isOpen && !(table && isSentence(table, text));
  const suggested = (await index.suggest(left)).filter(({ isExact }) => isExact || mayBegin);
  // Beside what a service does, a place is meant: `médiation marseile`.
  const large = activity || isOfServices ? index.nearly(left) : [];
  const begunOrIn = suggested.length ? suggested : index.among(left);
  const likely = [...large, ...begunOrIn.filter(({ code }) => large.every((one) => one.code !== code))];
  const numbered = meaning ? undefined : ENDS_WITH_NUMBER.exec(words);
  const within = numbered && index.departementNamed(numbered[2]);
  if (within && isAround(table, numbered[1])) {
    return { departement: within, activity }; // `j'habite dans le 33`
  }
  return { words: within ? numbered[1] : words, within, meaning, communes: likely.slice(0, 3) };
}

/** Whether a name is the commune's but for its article: what is left of `rdv Saint-Prix` is not Le Saint. */
const lacksArticle = (name, { key, bare }) => key !== bare && key !== name && withoutArticle(name) === bare;

/** What the first of the `names` names that is a whole one, if `accepts(name, isExact, commune)` does. */
async function firstPlace(names, accepts, { index, regions }) {
  for (const name of names) {
    const found = await index.suggest(name);
    const place = placeNamed(name, found, { index, regions });
    if (place && accepts(name, found[0]?.isExact, place.commune)) {
      return place;
    }
  }
  return undefined;
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
