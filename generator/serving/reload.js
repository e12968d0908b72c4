// Reloads the page after each build of the preview, and shows why a build failed.
// Added by the preview server only: a published page has no such script.
const events = new EventSource(`/_apercu/suivre${new URL(import.meta.url).search}`);

events.addEventListener("nouveau", () => location.reload());

// Over everything else, the fixed button included; the page itself knows nothing of it.
const STYLE = `
  position: sticky; inset-block-start: 0; z-index: 2147483647; max-block-size: 60vh; overflow: auto; margin: 0;
  padding: 1rem 1.25rem; background: #fff4e5; color: #1b1b1b; border-block-end: 4px solid #b00020;
  font: 1rem/1.5 system-ui, sans-serif; white-space: pre-wrap; overflow-wrap: anywhere;
`;

events.addEventListener("probleme", (event) => {
  const box = document.getElementById("apercu-probleme") ?? document.createElement("pre");
  box.id = "apercu-probleme";
  box.setAttribute("role", "alert");
  box.tabIndex = 0; // what is longer than the box is read with the keyboard too
  box.style.cssText = STYLE;
  box.textContent = event.data;
  document.body.prepend(box);
});

addEventListener("pagehide", () => events.close());

// What the browser brings back from its own memory may be of an older build.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) {
    location.reload();
  }
});
