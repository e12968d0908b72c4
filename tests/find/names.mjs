// The keys of names, {texts} on standard input.
import { readFileSync } from "node:fs";
import { searchKey } from "../../theme/static/find/names.js";

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf-8")).texts.map(searchKey)));
