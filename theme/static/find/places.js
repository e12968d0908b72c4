/**
 * The services around a point: cells of the index are loaded from the nearest on, until no other
 * can hold a service that belongs to the answer. See docs/decisions/0008-find-in-the-browser.md.
 */
import { departementOf } from "./names.js";
import { EARTH_RADIUS_KM, REACHES, nearest, rank } from "./ranking.js";

const SCALE = 10_000;
const METRE = 0.001; // the rounding of distances, in kilometres
const EVERYWHERE = "";
const A_DAY = 24 * 60; // minutes
const UNSURE = "?"; // a public holiday of which the record says nothing
const radians = (degrees) => (degrees * Math.PI) / 180;

const shifted = (slot, day) =>
  slot.split("-").map((minutes) => Number(minutes) + day * A_DAY).join("-");

/** What the bits of a service and of a place mean, the lowest first. */
const SERVICE_MARKS = [
  "isMeetingSpace",
  "onSite",
  "byVideo",
  "byPhone",
  "isRecognised",
  "isFree",
  "visitsPrison",
  "isClosedForNow",
];
const PLACE_MARKS = ["opensOnSaturday", "opensInEvening", "isWheelchairAccessible"];

function marks(names, bits) {
  return Object.fromEntries(names.map((name, number) => [name, Boolean(bits & (1 << number))]));
}

function chosen(list, bits) {
  return list.filter((_, number) => bits & (1 << number));
}

function phone(text) {
  if (!text) {
    return undefined;
  }
  const [grouped, dialled] = text.split("|");
  return { text: grouped, href: `tel:${dialled ?? `+33${grouped.replaceAll(" ", "").slice(1)}`}` };
}

/**
 * The great-circle distance, in kilometres, from a point to the nearest point of a cell: a
 * rectangle of degrees whose sides are two parallels and two meridians.
 */
export function distanceToCell({ latitude, longitude }, [south, north, west, east]) {
  const [low, high] = [radians(south / SCALE), radians(north / SCALE)];
  const phi = radians(latitude);
  if (longitude >= west / SCALE && longitude <= east / SCALE) {
    return EARTH_RADIUS_KM * Math.max(0, low - phi, phi - high);
  }
  const sides = [west, east].map((side) => {
    const delta = radians(side / SCALE - longitude);
    // Along a meridian the distance is least at the foot of the perpendicular.
    const foot = Math.atan2(Math.sin(phi), Math.cos(phi) * Math.cos(delta));
    const ends = foot >= low && foot <= high ? [foot] : [low, high];
    return Math.max(
      ...ends.map(
        (end) =>
          Math.sin(phi) * Math.sin(end) + Math.cos(phi) * Math.cos(end) * Math.cos(delta),
      ),
    );
  });
  return EARTH_RADIUS_KM * Math.acos(Math.min(1, Math.max(...sides)));
}

export const SUMMARY = "recherche/lieux.json";

export async function openPlaces(load) {
  const summary = await load(SUMMARY);
  const situations = summary.situations.map(([code]) => code);
  const languages = summary.langues.map(([code]) => code);
  const services = new Map();
  const files = new Map();

  /** The hours of a place as `openNow` reads them, from those of each of its days. */
  function timesOf(zone, days) {
    const slots = days.flatMap((day, rank) =>
      day === UNSURE ? [] : day.split(" ").filter(Boolean).map((slot) => shifted(slot, rank)),
    );
    const unsure = days.flatMap((day, rank) => (day === UNSURE ? [rank] : []));
    const { debut: start, jours } = summary;
    return { start, zone, days: jours, slots: slots.join(" "), unsure: unsure.join(" ") };
  }

  function take(file) {
    const spoken = file.langues.map((tags) => tags.map((tag) => languages[tag]));
    const zones = file.zones.map(([departements, communes]) => ({ departements, communes }));
    const columns = file.services;
    const here = columns.id.map((id, row) => {
      if (!services.has(id)) {
        const known = marks(SERVICE_MARKS, columns.marques[row]);
        services.set(id, {
          id,
          name: columns.nom[row],
          ...known,
          isRemote: known.byVideo || known.byPhone,
          situations: chosen(situations, columns.situations[row]),
          languages: spoken[columns.langues[row]],
          zone: zones[columns.zone[row]],
          phone: phone(columns.telephone[row]),
          placeCount: columns.lieux[row],
          places: [],
        });
      }
      return services.get(id);
    });
    const weeks = file.semaines.map(([zone, days]) => timesOf(zone, days.map((day) => file.journees[day])));
    const rows = file.lieux;
    rows.service.forEach((number, row) => {
      const { places } = here[number];
      const rank = rows.rang[row];
      if (places.some((one) => one.rank === rank)) {
        return;
      }
      const [town, code] = file.communes[rows.commune[row]];
      const isMeasured = rows.lat[row] !== null;
      places.push({
        rank,
        town,
        code: isMeasured || !town ? "" : code,
        departement: town && !isMeasured ? departementOf(code) : code,
        latitude: isMeasured ? rows.lat[row] / SCALE : undefined,
        longitude: isMeasured ? rows.lon[row] / SCALE : undefined,
        times: weeks[rows.semaine[row]],
        ...marks(PLACE_MARKS, rows.marques[row]),
      });
      places.sort((one, other) => one.rank - other.rank);
    });
  }

  function loaded(name) {
    if (!files.has(name)) {
      const file = load(`${summary.dossier}/${name}.json`).then(take);
      file.catch(() => files.delete(name));
      files.set(name, file);
    }
    return files.get(name);
  }

  async function loadCells(point, reach) {
    const cells = summary.cellules
      .map((bounds, number) => ({ number, kilometres: distanceToCell(point, bounds) }))
      .sort((one, other) => one.kilometres - other.kilometres || one.number - other.number);
    for (const cell of cells) {
      const found = nearest([...services.values()], point, reach);
      const furthest =
        found.length < reach.services ? reach.kilometres : found.at(-1).metres / 1000;
      if (cell.kilometres > furthest + METRE) {
        break;
      }
      await loaded(`c${cell.number}`);
    }
  }

  async function loadGroup(departement) {
    const number = summary.groupes[departement];
    if (number !== undefined) {
      await loaded(`d${number}`);
    }
  }

  /** What `rank` says of all services of the directory, having loaded only those that count. */
  async function around(point, reach = REACHES[0]) {
    await Promise.all([
      loadCells(point, reach),
      loadGroup(EVERYWHERE),
      point.commune && loadGroup(departementOf(point.commune.code)),
    ]);
    let answer = rank([...services.values()], point, reach);
    if (!point.commune && answer.departement in summary.groupes) {
      await loadGroup(answer.departement);
      answer = rank([...services.values()], point, reach);
    }
    return answer;
  }

  return { around, situations: summary.situations, languages: summary.langues };
}
