// The titles of searches, {communes} on standard input.
import { readFileSync } from "node:fs";
import { nearCommune } from "../../theme/static/find/french.js";

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf-8")).communes.map(nearCommune)));
