/**
 * What one can filter by, and how many services each value leaves.
 *
 * A value belongs to a group: inside one, any of those chosen is enough; every group must agree. A
 * value about a place (hours, wheelchair) is true of a service where one of its places in reach
 * has it: the service is then shown at the nearest of those.
 */
import { openNow } from "../open-now.js";

const ofService = (test) => ({ service }) => test(service);
const ofPlace = (test) => Object.assign(({ place }) => Boolean(place && test(place)), { isOfPlace: true });

const isOpen = ({ times }, instant) =>
  Boolean(times) && openNow(times, instant, times.zone)?.state === "open";

/** The groups, in order: `{legend, values: [{id, label, test}]}`. */
export function groupsOf(situations, languages, instant = new Date()) {
  return [
    {
      legend: "Comment",
      values: [
        { id: "sur-place", label: "Sur place", test: ofService((one) => one.onSite) },
        { id: "visio", label: "En visioconférence", test: ofService((one) => one.byVideo) },
        { id: "telephone", label: "Par téléphone", test: ofService((one) => one.byPhone) },
      ],
    },
    one("Maintenant", "ouvert", "Ouvert maintenant", ofPlace((place) => isOpen(place, instant))),
    one("Le samedi", "samedi", "Ouvert le samedi", ofPlace((place) => place.opensOnSaturday)),
    one("Le soir", "soir", "Ouvert après 18 h", ofPlace((place) => place.opensInEvening)),
    one(
      "Fauteuil roulant",
      "fauteuil",
      "Accessible en fauteuil roulant",
      ofPlace((place) => place.isWheelchairAccessible),
    ),
    one("Prix", "gratuit", "Gratuit", ofService((service) => service.isFree)),
    one(
      "Reconnaissance",
      "reconnu",
      "Conventionné ou agréé",
      ofService((service) => service.isRecognised),
    ),
    one(
      "Prison",
      "prison",
      "Accompagne les visites en prison",
      ofService((service) => service.visitsPrison),
    ),
    {
      legend: "Situation",
      values: situations.map(([code, label]) => ({
        id: `situation-${code}`,
        label,
        test: ofService((service) => service.situations.includes(code)),
      })),
    },
    {
      legend: "Langue",
      values: languages.map(([code, label]) => ({
        id: `langue-${code}`,
        label: label.charAt(0).toUpperCase() + label.slice(1),
        test: ofService((service) => service.languages.includes(code)),
      })),
    },
  ];
}

function one(legend, id, label, test) {
  return { legend, values: [{ id, label, test }] };
}

export function hasActivity(found, activity) {
  return !activity || found.service.isMeetingSpace === (activity === "espace_de_rencontre");
}

/** The ids that are those of a value, each once: an address may hold anything. */
export function known(groups, ids) {
  return groups.flatMap(({ values }) => values.map(({ id }) => id)).filter((id) => ids.includes(id));
}

/**
 * The services of an answer that pass, each at the nearest place that does, in their order:
 * `{near, nearby, remote}`.
 */
export function filtered(answer, groups, ids, activity) {
  const chosen = groups
    .map(({ values }) => values.filter(({ id }) => ids.includes(id)).map(({ test }) => test))
    .filter((tests) => tests.length);
  const passes = (found) =>
    hasActivity(found, activity) && chosen.every((tests) => tests.some((test) => test(found)));
  const near = answer.near
    .map((found) => {
      const at = found.places.find((place) => passes({ ...found, ...place }));
      return at && { ...found, ...at };
    })
    .filter(Boolean)
    .sort((a, b) => a.metres - b.metres || (a.service.id < b.service.id ? -1 : 1));
  return { near, nearby: answer.nearby.filter(passes), remote: answer.remote.filter(passes) };
}

export function total({ near, nearby, remote }) {
  return near.length + nearby.length + remote.length;
}

/**
 * How many services would be left with each value: those of the other groups stay, and the value
 * stands alone in its own. Ids to counts.
 */
export function counts(answer, groups, ids, activity) {
  const left = new Map();
  for (const { values } of groups) {
    const own = values.map(({ id }) => id);
    const others = ids.filter((id) => !own.includes(id));
    for (const { id } of values) {
      left.set(id, total(filtered(answer, groups, [...others, id], activity)));
    }
  }
  return left;
}
