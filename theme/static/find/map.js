/**
 * The country's map beside the results: it comes close to them and shows each as a point. The list
 * says the same in words: the points are hidden from screen readers and left out of the keyboard's
 * way. The départements in sight stay links, as on the map of the whole country.
 */
import { departementOf } from "./names.js";

const SVG = "http://www.w3.org/2000/svg";
const ACROSS = 64; // points side by side across the drawing
const SMALL = 0.6; // what the filters leave out, and what shares a spot with another
const MARGIN = 1.25; // the drawing is that much wider than what it must show
const LEAST_DEGREES = 1; // of latitude, 111 km: a département and the edges of others
const CODE = 0.035; // the height of a département's code, of the drawing's width
const CLEAR = 3.2; // points between the middle of a code and that of a point

function drawn(name, attributes, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

function mark({ isMeetingSpace }, size) {
  const r = size.toFixed(1);
  return isMeetingSpace
    ? drawn("path", { "data-activity": "espace_de_rencontre", d: `M0-${r} ${r} 0 0 ${r}-${r} 0z` })
    : drawn("circle", { "data-activity": "mediation_familiale", r });
}

const at = ({ x, y }) => `translate(${x.toFixed(1)} ${y.toFixed(1)})`;

const boxOf = ({ x, y, width, height }) => ({ x, y, width, height });

function meet(one, other) {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** A box of the proportions of `whole` around points, `least` units high at the least. */
function around(points, whole, least, margin) {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [north, south] = [Math.min(...ys), Math.max(...ys)];
  const ratio = whole.width / whole.height;
  const height = Math.max(south - north, (east - west) / ratio, least) * margin;
  const width = height * ratio;
  return { x: (west + east - width) / 2, y: (north + south - height) / 2, width, height };
}

/**
 * `slot`, beside `list`, is where the map goes; its `data-frames` say how degrees fall on the map
 * (generator/pages/maps.py). Gives `open`, `show` and `hide`.
 */
export function openMap(slot, list, base) {
  const figure = document.querySelector("[data-map]");
  const { parentNode: home, nextSibling: next } = figure;
  const svg = figure.querySelector("svg");
  const whole = boxOf(svg.viewBox.baseVal);
  const frames = JSON.parse(slot.dataset.frames);
  const areas = [...svg.querySelectorAll("a")];
  const codes = [...svg.querySelectorAll(".map__code")];
  const points = drawn("g", { "aria-hidden": "true" });
  const byService = new Map();
  svg.append(points);

  function look(box) {
    svg.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
    svg.style.setProperty("--code", `${box.width * CODE}px`);
    for (const one of areas) {
      one.removeAttribute("display");
    }
    for (const one of codes) {
      one.removeAttribute("dy");
    }
  }

  /** The code of a département goes up where points of that size, at `spots`, would hide it. */
  function raise(spots, size) {
    for (const one of codes) {
      const [x, y] = ["x", "y"].map((name) => Number(one.getAttribute(name)));
      const over = spots.filter((spot) => Math.hypot(spot.x - x, spot.y - y) < size * CLEAR);
      if (over.length) {
        one.setAttribute("dy", Math.min(...over.map((spot) => spot.y)) - size * CLEAR - y);
      }
    }
  }

  /** What is out of sight must not take the focus. */
  function leaveOut(box) {
    const hidden = areas.filter((one) => !meet(boxOf(one.getBBox()), box));
    for (const one of hidden) {
      one.setAttribute("display", "none");
    }
  }

  /** The code of a département drawn apart; empty for those of the mainland. */
  const insetOf = (departement) => (departement in frames ? departement : "");

  function placed({ latitude, longitude }, inset) {
    const { across, right, down, top } = frames[inset];
    return { x: across * longitude + right, y: top - down * latitude };
  }

  /** What to look at: `inset` is the code of an overseas département, drawn apart. */
  function sight(here, found, inset, isEverywhere) {
    if (inset) {
      const { x, y, side } = frames[inset];
      return around([{ x, y }, { x: x + side, y: y + side }], whole, 0, 1);
    }
    const isAbroad = !meet({ ...here, width: 0, height: 0 }, whole);
    const least = frames[""].down * LEAST_DEGREES;
    const seen = found.filter(({ isChosen }) => isChosen).map(({ position }) => position);
    return isEverywhere || isAbroad ? whole : around([here, ...seen], whole, least, MARGIN);
  }

  function pointOf({ service, place, position, isChosen }, size) {
    const title = service.name.includes(place.town) ? service.name : `${service.name}, ${place.town}`;
    const group = drawn("g", { transform: at(position) }, drawn("title", {}, title), mark(service, size));
    const href = `${base}services/${service.id}/`;
    const link = drawn("a", { class: "map__point", href, tabindex: "-1" }, group);
    link.toggleAttribute("data-chosen", isChosen);
    return link;
  }

  /** Keep room beside the list: the map itself is moved when the list is on the screen. */
  function open() {
    slot.hidden = false;
  }

  /** Give the map back to the page, whole. */
  function hide() {
    slot.hidden = true;
    if (figure.parentNode === slot) {
      home.insertBefore(figure, next);
      points.replaceChildren();
      byService.clear();
      look(whole);
    }
  }

  /** Show what was found around `point`; `chosen` are those that pass the filters. */
  function show(point, { near, departement }, chosen, isEverywhere) {
    const code = point.commune ? departementOf(point.commune.code) : departement;
    const inset = insetOf(code);
    const here = placed(point, inset);
    const passing = new Set(chosen.map(({ service }) => service.id));
    const others = near.filter(({ service }) => !passing.has(service.id));
    const found = [...chosen, ...others]
      .filter(({ place }) => isEverywhere || insetOf(place.departement) === inset)
      .map((one) => ({
        ...one,
        isChosen: passing.has(one.service.id),
        position: placed(one.place, insetOf(one.place.departement)),
      }))
      .reverse(); // the nearest are drawn over the others
    const box = sight(here, found, inset, isEverywhere);
    const size = box.width / ACROSS;
    const start = [size * 1.7, size / 2].map((r) => drawn("circle", { r: r.toFixed(1) }));
    if (figure.parentNode !== slot) {
      slot.prepend(figure);
    }
    look(box);
    leaveOut(box);
    raise([here, ...found.map(({ position }) => position)], size);
    byService.clear();
    points.replaceChildren(drawn("g", { class: "map__here", transform: at(here) }, ...start));
    const taken = new Set();
    for (const one of found) {
      const spot = at(one.position);
      const link = pointOf(one, one.isChosen && !taken.has(spot) ? size : size * SMALL);
      taken.add(spot);
      byService.set(one.service.id, link);
      points.append(link);
    }
  }

  /** Show on the map which service of the list the pointer or the keyboard is on. */
  function follow({ target }) {
    for (const one of points.querySelectorAll("[data-current]")) {
      one.removeAttribute("data-current");
    }
    const current = byService.get(target.closest("[data-service]")?.dataset.service);
    if (current) {
      current.setAttribute("data-current", "");
      points.append(current); // over the others
    }
  }

  list.addEventListener("pointerover", follow);
  list.addEventListener("focusin", follow);
  return { open, show, hide };
}
