// The filters that words stand for: {table, texts, languages, situations} on standard input,
// {known, found}: the ids of all filters, and those of each text.
import { readFileSync } from "node:fs";
import { groupsOf } from "../../theme/static/find/filters.js";
import { filtersIn } from "../../theme/static/find/words.js";

const { table, texts, languages, situations } = JSON.parse(readFileSync(0, "utf-8"));
const known = groupsOf(situations, languages).flatMap(({ values }) => values.map(({ id }) => id));
process.stdout.write(JSON.stringify({ known, found: texts.map((text) => filtersIn(table, text)) }));
