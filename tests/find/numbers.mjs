// The number in each of the texts on standard input, or an empty text.
import { readFileSync } from "node:fs";
import { numberIn } from "../../theme/static/find/numbers.js";

const { texts } = JSON.parse(readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify(texts.map(numberIn)));
