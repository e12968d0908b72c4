// What the page says: {times, instant, here} a line on standard input, the answer a line on standard output.
import { createInterface } from "node:readline";
import { openNow } from "../../theme/static/open-now.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { times, instant, here } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(openNow(times, new Date(instant), here))}\n`);
}
