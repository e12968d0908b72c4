/**
 * Communes by name or postal code, as one types.
 *
 * `load(path)` gives the parsed JSON of a file of the index; `openCommunes` asks for the summary,
 * then for one range a search. See docs/decisions/0008-find-in-the-browser.md.
 */
import { departementOf, holds, isOneEdit, oneEdit, searchKey, typedKeys, withoutArticle } from "./names.js";

const SCALE = 10_000;
const LAST = "\u{10ffff}";
const FORGIVEN_FROM = 4; // letters: shorter texts are near to everything
const POSTAL = 5; // digits of a whole postal code
const MUNICIPAL = /^(paris|lyon|marseille) 0?(\d{1,2})(?: ?(?:er|e|eme|ieme|re))?(?: a[a-z]*)?$/;
const ARRONDISSEMENTS = { paris: 20, lyon: 9, marseille: 16 };
const ARTICLES = new Set(["l", "la", "le", "les"]);
const CONNECTING = new Set(["sur", "sous", "en", "de", "du", "des", "la", "le", "les", "l", "d", "et"]);

/** The canonical key of a municipal arrondissement (`lyon 7`), or nothing. */
function municipal(key) {
  const found = MUNICIPAL.exec(key);
  const number = found && Number(found[2]);
  return number > 0 && number <= ARRONDISSEMENTS[found[1]] ? `${found[1]} ${number}` : undefined;
}

/** The number of the last of the sorted `starts` that is not after `key`. */
function rangeOf(starts, key) {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}

/** The rows of a file; the first `large` of them are communes that a shorter name may stand for. */
function decoded(columns, departements, large = 0) {
  const shared = new Set(columns.homonymes);
  return columns.nom.map((nom, row) => {
    const code = columns.insee[row];
    const present = columns.aujourdhui?.[row];
    const key = searchKey(nom);
    const departement = departementOf(code);
    return {
      code,
      nom: present ?? nom,
      ancien: present ? nom : undefined,
      codes: columns.codes[row].split(" "),
      departement: { code: departement, nom: departements.get(departement) ?? "" },
      latitude: columns.lat[row] / SCALE,
      longitude: columns.lon[row] / SCALE,
      key: municipal(key) ?? key,
      bare: withoutArticle(key),
      isShared: shared.has(row),
      isLarge: row < large,
    };
  });
}

/** What is left of the text when the postal code, or the département's number, is taken out. */
function split(text) {
  const key = searchKey(text).replace(/ ?\bcedex\b.*/, "");
  const words = key.split(" ");
  if (words.every((word) => /^\d*$/.test(word))) {
    const isRepeated = words.every((word) => word === words[0] && word.length === POSTAL);
    return { digits: isRepeated ? words[0] : words.join(""), name: "" };
  }
  const at = words.findIndex((word) => /^\d{1,5}$|^2[ab]$/.test(word));
  if (at < 0 || municipal(key)) {
    return { digits: "", name: key };
  }
  const digits = words[at];
  return { digits, name: words.filter((_, one) => one !== at).join(" ") };
}

/** Those of the communes whose whole names stand in a key; not Lons, where Lons-le-Saunier does. */
function standingIn(key, communes) {
  const found = communes.filter((one) => holds(key, one.bare));
  const isPart = (one) => found.some(({ bare }) => bare !== one.bare && holds(bare, one.bare));
  return found.filter((one) => !isPart(one));
}

/** Whether a commune answers to digits: those of a postal code, or its département's. */
function isAt(commune, digits) {
  return (
    commune.departement.code.toLowerCase() === digits ||
    commune.codes.some((code) => code.startsWith(digits))
  );
}

// From these grades on, the name of a commune is not whole; it only may be meant.
const BEGUN = 4;
const GUESS = 6;

/**
 * How well a commune answers to a key: the lower the better, nothing when not at all. `cannet` is Le
 * Cannet sooner than what took in a village of that name.
 */
function grade(commune, key, bare) {
  const former = commune.ancien ? 1 : 0;
  if (commune.key === key || commune.bare === bare) {
    return 2 * former + (commune.key === key ? 0 : 1);
  }
  if (commune.key.startsWith(key) || commune.bare.startsWith(bare)) {
    return BEGUN + former;
  }
  return commune.key.includes(` ${key}`) ? GUESS + former : undefined;
}

/** The same when one mistake is forgiven. */
function forgivingGrade(commune, key, bare) {
  for (const [typed, name] of [
    [key, commune.key],
    [bare, commune.bare],
  ]) {
    const length = typed.length < FORGIVEN_FROM ? -1 : oneEdit(typed, name);
    if (length >= 0) {
      return GUESS + (length === name.length ? 2 : 3);
    }
  }
  return undefined;
}

/** Whether a commune is large, and its name begins with those whole words: Aix-en-Provence, of `aix`. */
const isLargeOf = (commune, bare) => commune.isLarge && commune.bare.startsWith(`${bare} `);

/** Before a name that no commune bears any more, the large ones that it begins: Boulogne-Billancourt. */
function largeFirst(found, bare) {
  const [first] = found;
  if (!first?.commune.ancien || first.value >= BEGUN) {
    return found;
  }
  const large = found.filter(({ commune }) => isLargeOf(commune, bare));
  return [...large.map(({ commune }) => ({ commune, value: first.value })), ...found];
}

export const SUMMARY = "recherche/communes.json";

export async function openCommunes(load) {
  const summary = await load(SUMMARY);
  const departements = new Map(summary.departements);
  const departementKeys = summary.departements.map(([code, nom]) => {
    const key = searchKey(nom);
    return { code, nom, keys: [key, withoutArticle(key)] };
  });
  const populous = decoded(summary.communes, departements, summary.grandes);
  const ranges = new Map();

  /** The communes of a range and the populous ones before them, each once. */
  function range(name) {
    if (!ranges.has(name)) {
      const loaded = load(`${summary.dossier}/${name}.json`).then((columns) => {
        const known = new Map();
        for (const one of [...populous, ...decoded(columns, departements)]) {
          const identity = `${one.code} ${one.ancien ?? ""}`;
          known.set(identity, known.get(identity) ?? one);
        }
        return [...known.values()];
      });
      loaded.catch(() => ranges.delete(name));
      ranges.set(name, loaded);
    }
    return ranges.get(name);
  }

  /**
   * All communes that begin with `key`, if one range holds them; else the populous ones alone.
   * After `les` an article or `Lescar` may come: that is not worth a range yet.
   */
  function candidates(starts, letter, key) {
    const number = rangeOf(starts, key);
    const isSpread = number !== rangeOf(starts, key + LAST);
    return isSpread || ARTICLES.has(key) ? populous : range(`${letter}${number}`);
  }

  function ordered(communes, gradeOf) {
    const graded = [];
    for (const commune of communes) {
      const value = gradeOf(commune);
      if (value !== undefined) {
        graded.push({ value, commune });
      }
    }
    return graded.sort((one, other) => one.value - other.value);
  }

  /** Names and départements that a key may mean: `saint denis reunion`, `semur en auxois`. */
  function readings(key) {
    const words = key.split(" ");
    const read = [{ key }];
    for (let at = words.length - 1; at > 0; at -= 1) {
      const place = words.slice(at).join(" ");
      const isExact = departementKeys.some(({ keys }) => keys.includes(place));
      const codes = departementKeys
        .filter(({ keys }) => keys.some((one) => (isExact ? one === place : one.startsWith(place))))
        .map(({ code }) => code);
      if (place.length >= FORGIVEN_FROM && codes.length) {
        const one = { key: words.slice(0, at).join(" "), codes };
        // A full name of a département after a full word leaves little doubt; it comes first.
        if (isExact && !CONNECTING.has(words[at - 1])) {
          read.unshift(one);
        } else {
          read.push(one);
        }
      }
    }
    return read;
  }

  async function byName(name, accepts) {
    let plain; // what was typed, as it was typed
    for (const typed of typedKeys(name)) {
      for (const { key: meant, codes } of readings(typed)) {
        const key = municipal(meant) ?? meant;
        const bare = withoutArticle(key);
        const communes = (await candidates(summary.noms, "n", bare)).filter(accepts);
        const found = ordered(
          codes ? communes.filter((one) => codes.includes(one.departement.code)) : communes,
          (one) => grade(one, key, bare),
        );
        if (found.length) {
          return largeFirst(found, bare);
        }
        plain ??= codes ? undefined : { key, bare, communes };
      }
    }
    return plain
      ? ordered(plain.communes, (one) => forgivingGrade(one, plain.key, plain.bare))
      : [];
  }

  async function byDigits(digits) {
    if (digits.length < 2 || digits.length > POSTAL) {
      return [];
    }
    const communes = await candidates(summary.codes, "c", digits);
    const value = digits.length === POSTAL ? 0 : BEGUN;
    return ordered(communes, (one) => (!one.ancien && isAt(one, digits) ? value : undefined));
  }

  /** The commune of an address: of those that its postal code serves, the one that it names. */
  async function byAddress(text) {
    const key = searchKey(text);
    const [code] = /\b\d{5}\b/.exec(key) ?? [];
    const found = code ? await byDigits(code) : [];
    return standingIn(key, found.map(({ commune }) => commune)).map((commune) => ({ commune, value: 0 }));
  }

  /** The large communes that a longer text names: `12 rue de l'Exemple Toulouse`. */
  function among(text) {
    return standingIn(searchKey(text), populous.filter(({ isLarge }) => isLarge));
  }

  /**
   * The communes that an unfinished text may mean, at most `limit` of them unless more bear that
   * very name: the best answer first, the most populous among equals. `isExact` marks those whose
   * name or postal code is the text, `isGuess` those whose name does not begin with it.
   */
  async function suggest(text, limit = 8) {
    const { digits, name } = split(text);
    let found = name
      ? await byName(name, (one) => !digits || isAt(one, digits))
      : await byDigits(digits);
    if (!found.length && name && digits.length === POSTAL) {
      // The code of a CEDEX is none of a commune, but tells the département.
      found = await byName(name, (one) => isAt(one, departementOf(digits)));
    }
    if (!found.length && name) {
      found = await byAddress(text);
    }
    const unique = new Map();
    for (const one of found) {
      if (!unique.has(one.commune.code)) {
        unique.set(one.commune.code, one);
      }
    }
    const answers = [...unique.values()];
    const namesakes = answers.filter((one) => one.value === 0).length;
    return answers
      .slice(0, Math.max(limit, namesakes))
      .map(({ commune, value }) => ({ ...commune, isExact: value < BEGUN, isGuess: value >= GUESS }));
  }

  /** The large communes whose whole name a text is, but for one mistake after its first letter: Rennes, of `renes`. */
  function nearly(text) {
    const key = searchKey(text);
    const isMeant = ({ isLarge, key: name }) => isLarge && isOneEdit(key, name);
    return key.length < FORGIVEN_FROM ? [] : populous.filter(isMeant);
  }

  /** The commune of an INSEE code, when one also knows its name. */
  async function named(name, code) {
    const bare = withoutArticle(municipal(searchKey(name)) ?? searchKey(name));
    const communes = await candidates(summary.noms, "n", bare);
    return communes.find((one) => one.code === code && !one.ancien);
  }

  /** The other communes of the same name, the most populous first. */
  async function namesakes({ key, bare, code, isShared }) {
    const communes = isShared ? await candidates(summary.noms, "n", bare) : [];
    return communes.filter((one) => one.key === key && one.code !== code && !one.ancien);
  }

  /** The large communes that the name of a small one may stand for: Aix-en-Provence, of Aix. */
  function largeOf({ bare, isLarge, ancien }) {
    return isLarge || ancien ? [] : populous.filter((one) => isLargeOf(one, bare));
  }

  /** The département that bears this name, with its article or without, or this number. */
  function departementNamed(text) {
    const bare = withoutArticle(searchKey(text));
    return departementKeys.find(({ code, keys }) => keys.includes(bare) || code.toLowerCase() === bare);
  }

  return { suggest, named, namesakes, largeOf, among, nearly, departementNamed, departementName: (code) => departements.get(code) };
}
