/** The régions that the page itself leads to, found by their names. */
import { searchKey, withoutArticle } from "./names.js";

const SHORT = { paca: "provence alpes cote d azur", idf: "ile de france" };

/** `[{nom, url}]`, of the links that the template marks. */
export function regionsOf(page) {
  return [...page.querySelectorAll("[data-region]")].map((link) => ({
    nom: link.textContent,
    url: link.getAttribute("href"),
  }));
}

/** The one of `regions` that bears this name, with its article or without, or is known by these letters. */
export function regionNamed(text, regions) {
  const key = withoutArticle(searchKey(text));
  const name = Object.hasOwn(SHORT, key) ? SHORT[key] : key;
  return regions.find(({ nom }) => withoutArticle(searchKey(nom)) === name);
}
