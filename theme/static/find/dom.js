import { typeset } from "./french.js";

/** Elements made of text: nothing of a record, of an address or of what is typed is markup. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children.map((one) => (typeof one === "string" ? typeset(one) : one)));
  return made;
}

/** A button that does `act`, beside what there is to read. */
export function button(text, act) {
  const made = element("button", { type: "button", class: "button", "data-kind": "quiet" }, text);
  made.addEventListener("click", act);
  return made;
}
