/** The régions that the page itself leads to, found by their names. */
import { searchKey, withoutArticle } from "./names.js";

/** `[{nom, autres, url}]`, of the links that the template marks; `autres` are other names of a région. */
export function regionsOf(page) {
  return [...page.querySelectorAll("[data-region]")].map((link) => ({
    nom: link.textContent,
    autres: link.dataset.region.split("|").filter(Boolean),
    url: link.getAttribute("href"),
  }));
}

/** The one of `regions` that bears this name, with its article or without, or is called so. */
export function regionNamed(text, regions) {
  const key = withoutArticle(searchKey(text));
  return regions.find(({ nom, autres }) =>
    [nom, ...autres].some((name) => withoutArticle(searchKey(name)) === key),
  );
}
