// Small comforts on every page; each page works without them.

/** The address of a link to another language, at the heading where the reader is. */
export function keepPlace(href, hash) {
  return href.split("#")[0] + hash;
}

for (const link of document.querySelectorAll("a[data-keep-place]")) {
  link.addEventListener("click", () => {
    link.href = keepPlace(link.href, location.hash);
  });
}

for (const link of document.querySelectorAll("a[data-copy]")) {
  link.addEventListener("click", async (event) => {
    if (!navigator.clipboard) return; // the link still leads to the address
    event.preventDefault();
    await navigator.clipboard.writeText(link.dataset.copy);
    const said = document.createElement("span");
    said.className = "copied";
    said.setAttribute("role", "status");
    said.textContent = link.dataset.copied;
    link.after(said);
    setTimeout(() => said.remove(), 2500);
  });
}

// The menu of a phone closes when the reader goes elsewhere.
const menu = document.querySelector(".head__menu");
document.addEventListener("click", (event) => {
  if (menu?.open && !menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menu?.open) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
