/** The boxes one ticks to filter, with how many services each leaves. */
import { element } from "./dom.js";

/**
 * Fill `box` with the groups that have a value in the answer; those ticked stay whatever happens.
 * Boxes already there are kept, so that the keyboard does not lose its place.
 */
export function showChoices(box, groups, left, ids, possible) {
  for (const group of groups) {
    const values = group.values.filter(({ id }) => possible.get(id) || ids.includes(id));
    const wanted = values.map(({ id }) => id).join(" ");
    let fieldset = [...box.children].find((one) => one.dataset.group === group.legend);
    if (!fieldset) {
      fieldset = element("fieldset", { "data-group": group.legend }, element("legend", {}, group.legend));
      box.append(fieldset);
    }
    if (fieldset.dataset.values !== wanted) {
      fieldset.dataset.values = wanted;
      fieldset.replaceChildren(fieldset.firstElementChild, ...values.map(choice));
    }
    fieldset.hidden = !values.length;
    for (const input of fieldset.querySelectorAll("input")) {
      input.checked = ids.includes(input.value);
      setCount(input, left.get(input.value));
    }
  }
}

function choice({ id, label }) {
  const input = element("input", { type: "checkbox", value: id });
  return element("label", {}, input, " ", label, " ", element("span", { class: "count" }));
}

/** Say after the label of a box how many services it leaves; nothing when that is unknown. */
export function setCount(input, count) {
  const label = input.closest("label");
  label.querySelector(".count").textContent = count === undefined ? "" : ` (${count})`;
}
