/**
 * Who is nearest. The specification is that of generator/search/ranking.py, and a test holds this
 * file to it: same services, same order, same metres.
 */
import { cityOf, departementOf } from "./names.js";

export const EARTH_RADIUS_KM = 6371.0088;

/** From the neighbourhood to the whole country. */
export const REACHES = [
  { kilometres: 50, services: 100 },
  { kilometres: 150, services: 300 },
  { kilometres: 25_000, services: 1000 },
];

const radians = (degrees) => (degrees * Math.PI) / 180;

/** Great-circle distance in kilometres, by the haversine formula. */
export function distanceKm(latitude1, longitude1, latitude2, longitude2) {
  const phi1 = radians(latitude1);
  const phi2 = radians(latitude2);
  const halfPhi = (phi2 - phi1) / 2;
  const halfLambda = radians(longitude2 - longitude1) / 2;
  const chord =
    Math.sin(halfPhi) ** 2 + Math.cos(phi1) * Math.cos(phi2) * Math.sin(halfLambda) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, chord)));
}

/** Whole metres from a point to a place, or nothing when the place has no position. */
export function metresBetween(point, place) {
  if (place.latitude === undefined) {
    return undefined;
  }
  const kilometres = distanceKm(point.latitude, point.longitude, place.latitude, place.longitude);
  return Math.floor(kilometres * 1000 + 0.5);
}

/** Whether the service says that it serves the commune: by name, or with its département. */
export function covers(service, commune) {
  if (!commune) {
    return false;
  }
  const { departements, communes } = service.zone;
  if (communes.includes(commune.code) || communes.includes(cityOf(commune.code))) {
    return true;
  }
  const departement = departementOf(commune.code);
  return (
    departements.includes(departement) &&
    !communes.some((code) => departementOf(code) === departement)
  );
}

const byId = (one, other) =>
  one.service.id < other.service.id ? -1 : Number(one.service.id > other.service.id);

/**
 * Services as seen from `point` (`{latitude, longitude, commune?}`).
 *
 * Each one near has its `places` that can be measured, the nearest first; `place` and `metres` are
 * those of the first. Each one nearby tells with `isHere` whether its place is in the commune.
 * Gives `{near, nearby, remote, departement}`.
 */
export function rank(services, point, reach = REACHES[0]) {
  const near = nearest(services, point, reach);
  const named = new Set(near.map((one) => one.service.id));
  const departement = point.commune
    ? departementOf(point.commune.code)
    : (near[0]?.place.departement ?? "");
  const nearby = [];
  for (const service of services) {
    const place = named.has(service.id) ? undefined : hiddenPlace(service, point, departement);
    if (place) {
      const isHere = isInCommune(place, point);
      nearby.push({ service, place, isHere, covers: covers(service, point.commune) });
    }
  }
  nearby.sort((one, other) => other.isHere - one.isHere || byId(one, other));
  for (const one of nearby) {
    named.add(one.service.id);
  }
  const remote = services
    .filter((one) => !named.has(one.id) && one.isRemote && answers(one, point))
    .map((service) => fromAfar(service, point))
    .sort(
      (one, other) =>
        other.covers - one.covers ||
        (one.metres ?? Infinity) - (other.metres ?? Infinity) ||
        byId(one, other),
    );
  return { near, nearby, remote, departement };
}

/** The services within reach, each with its measured places; at most as many as the reach says. */
export function nearest(services, point, reach) {
  const found = [];
  for (const service of services) {
    const places = service.places
      .map((place) => ({ place, metres: metresBetween(point, place) }))
      .filter((one) => one.metres !== undefined)
      .sort((one, other) => one.metres - other.metres || one.place.rank - other.place.rank);
    if (places.length && places[0].metres <= reach.kilometres * 1000) {
      found.push({ service, places, ...places[0], covers: covers(service, point.commune) });
    }
  }
  return found
    .sort((one, other) => one.metres - other.metres || byId(one, other))
    .slice(0, reach.services);
}

function isInCommune(place, { commune }) {
  return Boolean(commune && place.code && cityOf(place.code) === cityOf(commune.code));
}

function hiddenPlace(service, point, departement) {
  const hidden = service.places.filter((one) => one.latitude === undefined);
  return (
    hidden.find((one) => isInCommune(one, point)) ??
    hidden.find((one) => one.departement === departement)
  );
}

function answers(service, point) {
  const { departements, communes } = service.zone;
  return covers(service, point.commune) || !(departements.length || communes.length);
}

function fromAfar(service, point) {
  const place = service.places.find((one) => one.latitude !== undefined);
  const metres = place && metresBetween(point, place);
  return { service, place, metres, covers: covers(service, point.commune) };
}
