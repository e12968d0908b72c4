// Reloads the page after each build of the preview, and shows why a build failed.
// Added by the preview server only: a published page has no such script.
const events = new EventSource(`/_apercu/suivre${new URL(import.meta.url).search}`);

events.addEventListener("nouveau", () => location.reload());

events.addEventListener("probleme", (event) => {
  const box = document.getElementById("apercu-probleme") ?? document.createElement("pre");
  box.id = "apercu-probleme";
  box.setAttribute("role", "alert");
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
