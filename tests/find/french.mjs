// The titles of searches and texts as they are set: {communes, texts} on standard input.
import { readFileSync } from "node:fs";
import { nearCommune, typeset } from "../../theme/static/find/french.js";

const { communes = [], texts = [] } = JSON.parse(readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify([...communes.map(nearCommune), ...texts.map(typeset)]));
