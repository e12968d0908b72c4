/** Small French. `kilometres` says distances as generator/cli/answers.py does. */
const SPACE = "\u00a0";

/** The activities by their names in records (generator/model/vocabulary.py). */
export const ACTIVITIES = {
  mediation_familiale: "Médiation familiale",
  espace_de_rencontre: "Espace de rencontre",
};

export function kilometres(metres) {
  if (metres < 1000) {
    return `moins de${SPACE}1${SPACE}km`;
  }
  const tenths = Math.floor((metres + 50) / 100);
  if (tenths < 1000) {
    return `${Math.floor(tenths / 10)},${tenths % 10}${SPACE}km`;
  }
  return `${Math.floor((metres + 500) / 1000)}${SPACE}km`;
}

/**
 * `l’enfant`, where records and places are typed with a straight one, and the no-break spaces of
 * French: as pages have them (generator/typography.py).
 */
export function typeset(text) {
  return text
    .replace(/(\p{L})'(?=[\p{L}\p{N}])/gu, "$1’")
    .replace(/ (?=[»:;!?])/g, SPACE)
    .replaceAll("« ", `«${SPACE}`);
}

/** `1 lieu`, `12 lieux`: zero and one are singular in French. */
export function counted(count, singular, plural = `${singular}s`) {
  return `${count}${SPACE}${count < 2 ? singular : plural}`;
}

/** `Lyon 7e Arrondissement` as people say it. */
export function townName(name) {
  return name.replace(/ Arrondissement$/, "");
}

/** A commune told apart from its namesakes: `Saint-Denis (93)`. */
export function communeName({ nom, departement }) {
  return `${typeset(townName(nom))} (${departement.code})`;
}

/** `Près de Lyon (69)`, `Près d'Ajaccio (2A)`, `Près du Mans (72)`; before an H nobody can tell. */
export function nearCommune(commune) {
  const name = communeName(commune);
  const [article] = /^Les? /.exec(name) ?? [];
  if (article) {
    return `Près ${article === "Le " ? "du" : "des"} ${name.slice(article.length)}`;
  }
  return /^([AEIOU]|Y[^aeiou])/.test(name.normalize("NFD")) ? `Près d’${name}` : `Près de ${name}`;
}
