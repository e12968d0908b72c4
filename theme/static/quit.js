/**
 * The quit button, after the behaviour of "Exit this page" (GOV.UK Design System).
 *
 * The link in the page works by itself. This covers the page before leaving, so that nothing is
 * left to be seen while the other site loads, and adds a shortcut: Shift pressed three times. It
 * stores nothing and leaves the history as it is.
 */
const PRESSES = 3;
const PATIENCE = 5000; // milliseconds between two presses

const button = document.querySelector("[data-quit]");
const status = document.querySelector("[data-quit-status]");
const dots = button.querySelector(".quit__presses");

let presses = 0;
let shiftAlone = false;
let timer;

function announce(text) {
  status.textContent = text;
}

function show() {
  if (presses) {
    dots.dataset.count = presses;
  } else {
    delete dots.dataset.count;
  }
}

function forget(text = "") {
  clearTimeout(timer);
  if (presses) {
    announce(text);
  }
  presses = 0;
  show();
}

function uncover() {
  delete document.documentElement.dataset.leaving;
  document.querySelector(".quit-cover")?.remove();
}

function leave() {
  forget();
  uncover();
  document.documentElement.dataset.leaving = "";
  const cover = document.createElement("div");
  cover.className = "quit-cover";
  cover.setAttribute("role", "alert");
  document.body.append(cover);
  // Screen readers announce what changes in an alert that is already there.
  const words = document.createElement("span");
  words.className = "visually-hidden";
  words.textContent = "Chargement.";
  cover.append(words);
  location.assign(button.href);
}

function press() {
  clearTimeout(timer);
  presses += 1;
  show();
  if (presses === PRESSES) {
    leave();
    return;
  }
  const left = PRESSES - presses;
  announce(
    `Majuscule. Appuyez encore ${left} fois pour quitter ce site.`,
  );
  timer = setTimeout(() => forget("Délai dépassé : vous restez sur ce site."), PATIENCE);
}

button.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});

// A press counts when Shift went down and up with nothing in between: typing a capital does not.
document.addEventListener("keydown", (event) => {
  if (event.key === "Shift") {
    shiftAlone = !(event.ctrlKey || event.altKey || event.metaKey);
  } else {
    shiftAlone = false;
    forget();
  }
});

document.addEventListener("keyup", (event) => {
  if (event.key === "Shift" && shiftAlone) {
    shiftAlone = false;
    press();
  }
});

document.addEventListener("pointerdown", () => {
  shiftAlone = false;
});

// Coming back, also out of the browser's cache: the page is there again.
addEventListener("pageshow", () => {
  uncover();
  forget();
});
