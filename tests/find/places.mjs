// Asks the browser's own module: {folder, points, fresh} on standard input, an answer a point out.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { openPlaces } from "../../theme/static/find/places.js";
import { REACHES } from "../../theme/static/find/ranking.js";

const { folder, points, fresh } = JSON.parse(readFileSync(0, "utf-8"));
let asked = [];
const load = async (path) => {
  asked.push(path);
  return JSON.parse(await readFile(`${folder}/${path}`, "utf-8"));
};
const row = ({ service, place, metres, covers }) => [
  service.id,
  place?.rank ?? null,
  metres ?? null,
  covers,
  service.placeCount,
  service.phone?.href ?? null,
];
let places = await openPlaces(load);
const answers = [];
for (const { reach, ...point } of points) {
  if (fresh) {
    asked = [];
    places = await openPlaces(load);
  }
  const { near, nearby, remote } = await places.around(point, REACHES[reach ?? 0]);
  const answer = { near: near.map(row), nearby: nearby.map(row), remote: remote.map(row) };
  answers.push(fresh ? { ...answer, asked } : answer);
}
process.stdout.write(JSON.stringify(answers));
