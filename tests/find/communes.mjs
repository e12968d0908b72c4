// Asks the browser's own module: {folder, texts, fresh} on standard input, an answer a text out.
// With `fresh`, each text is a search of its own, with nothing loaded before.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { openCommunes } from "../../theme/static/find/communes.js";

const { folder, texts, fresh } = JSON.parse(readFileSync(0, "utf-8"));
let asked = [];
const load = async (path) => {
  asked.push(path);
  return JSON.parse(await readFile(`${folder}/${path}`, "utf-8"));
};
let communes = await openCommunes(load);
const answers = [];
for (const text of texts) {
  if (fresh) {
    asked = [];
    communes = await openCommunes(load);
    for (let length = 1; length < text.length; length += 1) {
      await communes.suggest(text.slice(0, length)); // one types letter by letter
    }
  }
  const found = await communes.suggest(text);
  const answer = {
    codes: found.map((one) => one.code),
    names: found.map((one) => one.nom),
    large: found.length ? communes.largeOf(found[0]).map((one) => one.nom) : [],
  };
  answers.push(fresh ? { ...answer, asked } : answer);
}
process.stdout.write(JSON.stringify(answers));
