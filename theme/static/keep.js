/**
 * What helps to keep a page: copying its address, printing it. Both buttons wait, hidden, until
 * this script is there and the browser can do what they say.
 */
const copy = document.querySelector("[data-copy]");
const print = document.querySelector("[data-print]");
const status = document.querySelector("[data-copy-status]");

if (navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(copy.dataset.copy);
      status.textContent = "Adresse copiée.";
    } catch {
      // The reader or the browser refused; the address stands beside the button.
      status.textContent = "Votre navigateur ne permet pas de copier.";
    }
    status.className = "";
  });
}

print.hidden = false;
print.addEventListener("click", () => window.print());

// On paper nothing unfolds. Browsers that cannot say so in CSS are told here.
const folded = [...document.querySelectorAll("details.place")];
let opened = [];
addEventListener("beforeprint", () => {
  opened = folded.filter((place) => !place.open);
  opened.forEach((place) => {
    place.open = true;
  });
});
addEventListener("afterprint", () => {
  opened.forEach((place) => {
    place.open = false;
  });
});
