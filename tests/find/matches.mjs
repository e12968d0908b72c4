// Whether pages say a text: {asked} on standard input, `[text, words that Pagefind found in a page]` each.
import { readFileSync } from "node:fs";
import { isKnown } from "../../theme/static/find/matches.js";

const { asked } = JSON.parse(readFileSync(0, "utf-8"));
const answers = asked.map(([text, words]) => {
  const pages = words.map((content) => ({ content, locations: content.split(" ").map((_, at) => at) }));
  return isKnown(text, pages);
});
process.stdout.write(JSON.stringify(answers));
