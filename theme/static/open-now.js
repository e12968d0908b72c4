/**
 * Says whether a place is open at this moment, and until when, or when it opens next.
 *
 * The page carries the hours of the coming weeks, counted in minutes on the clock of the place
 * (generator/openings.py): what matters is what its walls show, whatever the time zone of the
 * reader. Outside of those weeks, or where the record says nothing of a public holiday, no opening
 * is claimed.
 */
const A_MINUTE = 60_000; // milliseconds
const A_DAY = 24 * 60; // minutes
const A_WEEK = 7; // days
const REFRESH = 20_000; // milliseconds
const NBSP = "\u00a0";
const WEEKDAYS = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];
const MONTHS = [
  "janvier", "février", "mars", "avril", "mai", "juin",
  "juillet", "août", "septembre", "octobre", "novembre", "décembre",
];

/** What the clock of `zone` shows at an instant: minutes since 1970, as if it were UTC. */
function wallClock(zone, instant) {
  const format = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  const { year, month, day, hour, minute } = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(year, month - 1, day, hour, minute) / A_MINUTE;
}

/** The minutes since midnight of `start` (an ISO date), on the clock of `zone`. */
function sinceStart({ start, zone }, instant) {
  return wallClock(zone, instant) - Date.parse(start) / A_MINUTE;
}

function time(minutes) {
  const hour = Math.floor((minutes % A_DAY) / 60);
  const minute = minutes % 60;
  if (!hour && !minute) {
    return "minuit";
  }
  return `${hour}${NBSP}h${minute ? NBSP + String(minute).padStart(2, "0") : ""}`;
}

/** "à 14 h" later today, "demain à 9 h", "lundi à 9 h", "le lundi 7 décembre à 9 h". */
function moment(start, now, minutes) {
  const days = Math.floor(minutes / A_DAY) - Math.floor(now / A_DAY);
  const at = `à ${time(minutes)}`;
  if (days < 2) {
    return days ? `demain ${at}` : at;
  }
  const date = new Date(Date.parse(start) + Math.floor(minutes / A_DAY) * A_DAY * A_MINUTE);
  const weekday = WEEKDAYS[date.getUTCDay()];
  if (days < A_WEEK) {
    return `${weekday} ${at}`;
  }
  const day = date.getUTCDate();
  return `le ${weekday} ${day === 1 ? "1er" : day}${NBSP}${MONTHS[date.getUTCMonth()]} ${at}`;
}

function until(now, end) {
  if (end - now > A_DAY) {
    return ""; // open round the clock
  }
  const tomorrow = Math.floor((end - 1) / A_DAY) > Math.floor(now / A_DAY);
  return `, jusqu’à ${time(end)}${tomorrow ? " demain" : ""}`;
}

/**
 * The state of a place at an instant, in two pieces of text, or null when nothing can be said.
 *
 * `times` are the data attributes of the page. `here` is the reader's own time zone: where its clock
 * differs from that of the place, the sentence says whose hour it gives.
 */
export function openNow(times, instant, here) {
  const now = sinceStart(times, instant);
  const today = Math.floor(now / A_DAY);
  if (today < 0 || today >= Number(times.days)) {
    return null;
  }
  const slots = times.slots.split(" ").filter(Boolean).map((slot) => slot.split("-").map(Number));
  const clock = wallClock(times.zone, instant) === wallClock(here, instant) ? "" : " (heure du lieu)";
  const current = slots.find(([begin, end]) => begin <= now && now < end);
  if (current) {
    const rest = until(now, current[1]);
    return { state: "open", title: "Ouvert maintenant", rest: rest && rest + clock };
  }
  if (times.unsure.split(" ").includes(String(today))) {
    return { state: "unsure", title: "Jour férié", rest: `${NBSP}: appelez avant de venir` };
  }
  const next = slots.find(([begin]) => begin > now);
  const rest = next ? `. Ouvre ${moment(times.start, now, next[0])}${clock}` : " en ce moment";
  return { state: "closed", title: "Fermé", rest };
}

/** Shows the state of a place in its line, or what the line said before. */
function show(line, before) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const now = openNow(line.dataset, new Date(), here);
  if (!now) {
    delete line.dataset.state;
    line.replaceChildren(before);
    return;
  }
  const title = document.createElement("strong");
  title.textContent = now.title;
  line.dataset.state = now.state;
  line.replaceChildren(title, now.rest);
}

for (const line of globalThis.document?.querySelectorAll("[data-open-now]") ?? []) {
  const before = line.textContent;
  show(line, before);
  setInterval(show, REFRESH, line, before);
}
