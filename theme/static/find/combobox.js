/**
 * An editable combobox with a list of suggestions, after the ARIA Authoring Practices: the arrows
 * choose, Enter takes, Escape closes then clears, Home and End go back to the text.
 *
 * `suggest(text)` promises `[{label, detail, value}]`; `choose(value)` is told what was taken. What
 * Enter does when nothing is chosen is the business of the form. Who types faster than suggestions
 * come chooses among those to come: the arrows and the Enter after them wait for these.
 */
import { element } from "./dom.js";
import { counted } from "./french.js";

const ANNOUNCED_AFTER = 500; // milliseconds: a screen reader says the letters typed first

export function combobox({ input, list, status, suggest, choose }) {
  let options = [];
  let active = -1;
  let run = 0;
  let underWay = false;
  let held = []; // keys pressed while suggestions are under way
  let announcing;

  function close() {
    run += 1; // suggestions under way come too late
    underWay = false;
    held = [];
    clearTimeout(announcing);
    options = [];
    active = -1;
    list.hidden = true;
    list.replaceChildren();
    status.textContent = "";
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function activate(number) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = number;
    const option = list.children[active];
    if (!option) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  }

  function open(found) {
    close();
    options = found;
    if (!options.length) {
      return;
    }
    list.replaceChildren(
      ...options.map(({ label, detail }, number) =>
        element(
          "li",
          { id: `${list.id}-${number}`, role: "option", "aria-selected": "false" },
          element("span", {}, label),
          " ",
          element("span", { class: "combobox__detail" }, detail),
        ),
      ),
    );
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    announcing = setTimeout(() => {
      const count = counted(options.length, "proposition");
      status.textContent = `${count}. Flèche vers le bas pour choisir.`;
    }, ANNOUNCED_AFTER);
  }

  async function refresh() {
    run += 1;
    underWay = true;
    held = [];
    const current = run;
    let found;
    try {
      found = await suggest(input.value);
    } catch {
      found = []; // without suggestions, what is typed can still be searched
    }
    if (current === run && document.activeElement === input) {
      const pressed = held;
      open(found);
      replay(pressed);
    }
  }

  function replay(pressed) {
    for (const key of pressed) {
      if (key === "Enter") {
        if (active < 0) {
          input.form.requestSubmit();
        } else {
          take(active);
        }
        return;
      }
      step(key === "ArrowDown" ? 1 : -1);
    }
  }

  function take(number) {
    const { value } = options[number];
    close();
    choose(value);
  }

  function step(by) {
    if (list.hidden) {
      refresh();
      return;
    }
    const count = options.length;
    activate(active < 0 ? (by > 0 ? 0 : count - 1) : (active + by + count) % count);
  }

  const keys = {
    ArrowDown: (event) => (event.altKey ? list.hidden && refresh() : step(1)),
    ArrowUp: (event) => (event.altKey ? close() : step(-1)),
    Enter: () => (active < 0 ? close() : take(active)),
    Escape: () => {
      if (list.hidden) {
        input.value = "";
      }
      close();
    },
  };

  /** Whether a key is about the suggestions to come: an arrow, or Enter after one. */
  function isHeld({ key, altKey }) {
    if (key === "Enter") {
      return held.length > 0;
    }
    return underWay && !altKey && (key === "ArrowDown" || key === "ArrowUp");
  }

  input.addEventListener("keydown", (event) => {
    if (event.isComposing) {
      return;
    }
    if (event.key === "Home" || event.key === "End") {
      held = [];
      activate(-1); // the caret moves by itself
      return;
    }
    if (isHeld(event)) {
      event.preventDefault();
      held.push(event.key);
      return;
    }
    const isTaken = event.key !== "Enter" || active >= 0;
    if (Object.hasOwn(keys, event.key)) {
      if (isTaken) {
        event.preventDefault();
      }
      keys[event.key](event);
    }
  });
  input.addEventListener("input", refresh);
  input.addEventListener("blur", close);
  // The input keeps the focus while an option is pressed.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) {
      take([...list.children].indexOf(option));
    }
  });

  return { close };
}
