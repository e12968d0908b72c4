// What is done when Enter is pressed: {folder, regions, texts} on standard input,
// `[kind, what, activity]` a text out.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { openCommunes } from "../../theme/static/find/communes.js";
import { once } from "../../theme/static/find/files.js";
import { intentOf } from "../../theme/static/find/intent.js";
import { TABLE } from "../../theme/static/find/words.js";

const { folder, regions, texts } = JSON.parse(readFileSync(0, "utf-8"));
const load = async (path) => JSON.parse(await readFile(`${folder}/${path}`, "utf-8"));
const communes = await openCommunes(load);
const meanings = once(() => load(TABLE));
const answers = [];
for (const text of texts) {
  const found = await intentOf(text, {
    communes: async () => communes,
    meanings,
    regions,
  });
  const kind = ["commune", "departement", "region", "words"].find((one) => found[one]);
  const what = found[kind].nom ?? (found.communes ?? []).map((one) => one.nom).join(", ");
  answers.push([kind, what, found.activity ?? ""]);
}
process.stdout.write(JSON.stringify(answers));
