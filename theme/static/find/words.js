/** What everyday words mean here: the table of generator/search/synonyms.py. */
import { searchKey } from "./names.js";

export const TABLE = "recherche/mots.json";

/** The first meaning of the `table` that has one of its phrases, whole, in `text`. */
export function meaningOf(table, text) {
  const padded = ` ${searchKey(text)} `;
  return table.find((one) => one.mots.some((phrase) => padded.includes(` ${phrase} `)));
}
