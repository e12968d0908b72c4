// What texts mean and ask for: {table, texts} on standard input, [explanation or null, activity, named,
// bare] a text out.
import { readFileSync } from "node:fs";
import { asked, meaningOf } from "../../theme/static/find/words.js";

const { table, texts } = JSON.parse(readFileSync(0, "utf-8"));
const found = texts.map((text) => {
  const { activity, named, bare } = asked(table, text);
  return [meaningOf(table, text)?.explication ?? null, activity, named, bare];
});
process.stdout.write(JSON.stringify(found));
