/**
 * The guided path as one page: the steps are all there, an answer shows the next one.
 *
 * Nothing is asked of the server and the address does not change, so that neither its logs nor the
 * history of the browser say what was answered. "Back" goes back to the question before.
 */
const place = document.querySelector("[data-steps]");
const first = place.querySelector("[data-step-id]");
const others = document.querySelector("[data-steps-others]").content;
const steps = new Map(
  [first, ...others.querySelectorAll("[data-step-id]")].map((one) => [one.dataset.stepId, one]),
);

function show(id) {
  const step = steps.get(id) ?? first;
  place.replaceChildren(step === first ? first : document.importNode(step, true));
  place.querySelector("h2").focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-step]");
  const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || !steps.has(link.dataset.step) || opensElsewhere) {
    return;
  }
  event.preventDefault();
  history.pushState({ step: link.dataset.step }, "");
  show(link.dataset.step);
});

addEventListener("popstate", (event) => show(event.state?.step));

document.querySelector("[data-steps-private]").hidden = false;
if (history.state?.step) {
  show(history.state.step);
}
