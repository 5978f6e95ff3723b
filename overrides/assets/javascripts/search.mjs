// What the theme's search box lacks; loaded when somebody is about to type. The index is on its way then, and who finds
// nothing gets pages where one may look further.

const field = document.querySelector("[data-md-component=search-query]");
const results = document.querySelector("[data-md-component=search-result]");
const template = document.querySelector("[data-search-help]");

if (field && results && template) {
  const { base } = JSON.parse(document.getElementById("__config").textContent);
  // The worker finds it in the browser's store.
  fetch(new URL(`${base.replace(/\/?$/, "/")}search/pages.json`, location.href)).catch(() => {});

  // The theme listens to keys only; who dictates, or pastes with the mouse, presses none, and may do it before this is here.
  const look = () => field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  field.addEventListener("input", look);
  if (field.value) look();

  const list = results.lastElementChild;
  const help = template.content.firstElementChild;
  new MutationObserver(() => {
    // Each link holds an article, and what is in one Chromium does not take for the name of a link.
    for (const article of list.querySelectorAll("article:not([role])")) article.role = "presentation";
    const nothing = field.value.trim() !== "" && list.childElementCount === 0;
    if (nothing !== help.isConnected) nothing ? list.before(help) : help.remove();
  }).observe(results, { childList: true, subtree: true, characterData: true });
  // The theme opens the best result; a page to look further is none.
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !help.isConnected) return;
    event.preventDefault();
    event.stopPropagation();
  });
}
