// What texts mean: {table, texts} on standard input, an explanation or null a text out.
import { readFileSync } from "node:fs";
import { meaningOf } from "../../theme/static/find/words.js";

const { table, texts } = JSON.parse(readFileSync(0, "utf-8"));
const found = texts.map((text) => meaningOf(table, text)?.explication ?? null);
process.stdout.write(JSON.stringify(found));
