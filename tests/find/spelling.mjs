// Texts spelt as in the table of words: {table, texts} on standard input, a key a text out.
import { readFileSync } from "node:fs";
import { spelt } from "../../theme/static/find/spelling.js";

const { table, texts } = JSON.parse(readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify(texts.map((text) => spelt(table, text))));
