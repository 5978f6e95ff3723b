// The panel "Link to this page", and the same for a section in a dialog. Loaded when a reader wants it.

/**
 * What a section gives to a pattern. named: its title with that of the page, for who sees only the link.
 * @typedef {{title: string, named: string, address: string, anchor: string}} Values
 */

const LATEX = {
  "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "&": "\\&", "%": "\\%", $: "\\$", "#": "\\#", _: "\\_",
};
const HTML = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };

/** The link as HTML; what guide/citing/links.py makes of a page, as the three below. */
export function htmlLink(title, address) {
  const escaped = (text) => text.replace(/[&<>"']/g, (sign) => HTML[sign]);
  return `<a href="${escaped(address)}">${escaped(title)}</a>`;
}

/** The link as Markdown. */
export function markdownLink(title, address) {
  const target = address.replaceAll("(", "%28").replaceAll(")", "%29");
  const text = title.replace(/&(?=#?\w+;)/g, "&amp;").replace(/[\\`*_[\]]/g, "\\$&");
  return `[${text.replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("~", "&#126;")}](${target})`;
}

/** The BibTeX of a section. @param {string} pattern with marks @param {Values} values */
export function bibtex(pattern, { title, address, anchor }) {
  const filled = {
    title: title.replace(/[\\{}~^&%$#_]/g, (sign) => LATEX[sign]),
    address,
    anchor: anchor.replace(/[^\w-]+/g, "-"),
  };
  return pattern.replace(/⟦(title|address|anchor)⟧/g, (_, name) => filled[name]);
}

/** The address that opens a mail about a section. @param {string} pattern encoded as an address, with marks */
export function mailLink(pattern, values) {
  return pattern.replace(/%E2%9F%A6(title|address)%E2%9F%A7/g, (_, name) => encodeURIComponent(values[name]));
}

/**
 * Put title and address into the reference of a section, as text and never as markup.
 * @param {ParentNode} reference with elements that have data-fill
 * @param {Values} values
 */
export function fillReference(reference, values) {
  for (const place of reference.querySelectorAll("[data-fill]")) {
    const next = place.nextSibling;
    const text = values[place.dataset.fill];
    // A title that ends with a mark of its own has no full stop.
    if (/[.?!…]$/.test(text) && next?.data?.startsWith(".")) next.data = next.data.slice(1);
    place.replaceWith(text);
  }
}

/** The words of a heading, without its link. */
export function titleOf(heading) {
  const copy = heading.cloneNode(true);
  for (const extra of copy.querySelectorAll(".headerlink, .arrived")) extra.remove();
  return copy.textContent.replace(/[ \t\n]+/g, " ").trim();
}

const part = (body, name) => body.querySelector(`[data-share="${name}"]`);

/** Put a text on the clipboard; a reference with its italics, for who pastes it into a document. */
async function copy(source) {
  const text = source.textContent.trim();
  const { dataset } = source;
  if (dataset.share !== "apa" || !globalThis.ClipboardItem) return navigator.clipboard.writeText(text);
  const as = (content, type) => new Blob([content], { type });
  return navigator.clipboard.write([
    new ClipboardItem({ "text/plain": as(text, "text/plain"), "text/html": as(source.innerHTML, "text/html") }),
  ]);
}

/** Show the buttons of a panel, and let them work. */
export function ready(body, copied) {
  if (!navigator.clipboard || body.dataset.ready) return;
  body.dataset.ready = "1";
  const status = body.querySelector("[role=status]");
  for (const button of body.querySelectorAll("[data-copies]")) {
    const words = button.textContent;
    const label = button.closest(".share__row")?.querySelector(".share__label").textContent;
    const source = part(body, button.dataset.copies);
    let later;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await copy(source);
      } catch {
        getSelection().selectAllChildren(source); // a browser may forbid it; then it is one key away
        return;
      }
      button.textContent = copied;
      status.textContent = [copied, label].filter(Boolean).join(", ");
      clearTimeout(later);
      later = setTimeout(() => {
        button.textContent = words;
        status.textContent = "";
      }, 2500);
    });
  }
}

/** The QR code of a section, drawn here; its pictures to keep. Returns what must be forgotten when it is closed. */
async function drawCode(body, address, name) {
  const { generate, correction, toSvg, toSvgSource } = await import("../vendor/lean-qr.mjs");
  const code = generate(address, { minCorrectionLevel: correction.M });
  const look = { on: "#000", off: "#fff", pad: 4, scale: 8 };
  const old = part(body, "code");
  const drawing = toSvg(code, document, look);
  drawing.setAttribute("class", "share__code");
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", old.alt);
  drawing.dataset.share = "code";
  old.replaceWith(drawing);

  const small = document.createElement("canvas");
  code.toCanvas(small, { pad: 4, on: [0, 0, 0], off: [255, 255, 255] }); // white, or it is lost on a dark ground
  const large = document.createElement("canvas");
  large.width = large.height = small.width * 10;
  const brush = large.getContext("2d");
  brush.imageSmoothingEnabled = false;
  brush.drawImage(small, 0, 0, large.width, large.height);
  const png = await new Promise((done) => large.toBlob(done));
  const svg = new Blob([toSvgSource(code, { ...look, xmlDeclaration: true })], { type: "image/svg+xml" });
  const urls = [svg, png].map((blob) => URL.createObjectURL(blob));
  for (const [number, ending] of ["svg", "png"].entries()) {
    Object.assign(part(body, ending), { href: urls[number], download: `${name}.${ending}` });
  }
  return () => urls.forEach((url) => URL.revokeObjectURL(url));
}

/** Make of a copy of the page's panel that of a section. */
function forSection(body, panel, values) {
  const { title, named, address, anchor } = values;
  const pattern = (name) => panel.querySelector(`template[data-section="${name}"]`).content.cloneNode(true);
  const code = part(body, "code");
  code.alt = code.alt.replace(panel.dataset.address, () => address);
  code.removeAttribute("src");
  for (const ending of ["svg", "png"]) part(body, ending).removeAttribute("href"); // the page's, until there are others
  part(body, "address").append(document.createElement("wbr"), `#${anchor}`); // a long one breaks where it reads well
  if (part(body, "own")) part(body, "own").textContent += `#${anchor}`;
  part(body, "html").textContent = htmlLink(named, address);
  part(body, "markdown").textContent = markdownLink(named, address);
  part(body, "embed")?.closest(".share__row").remove(); // a card shows a whole page
  const reference = pattern("apa");
  fillReference(reference, values);
  part(body, "apa").replaceChildren(reference);
  part(body, "bibtex").textContent = bibtex(pattern("bibtex").textContent, values);
  const mail = part(body, "mail");
  mail.href = mailLink(mail.dataset.section, { title: named, address });
  const name = `${part(body, "svg").download.replace(/\.svg$/, "")}-${anchor}`;
  return drawCode(body, address, name);
}

/**
 * Open the dialog for the section of a link, or for the page.
 * @param {HTMLAnchorElement} link at a heading, or near the title
 * @param {HTMLDetailsElement} panel at the page's foot
 */
export function open(link, panel) {
  const dialog = document.querySelector("[data-share-dialog]");
  const content = dialog.lastElementChild;
  const [kind, name] = dialog.querySelectorAll("#__share-kind, #__share-title");
  const body = panel.querySelector(".share__body").cloneNode(true);
  delete body.dataset.ready;
  const heading = link.closest("h1, h2, h3, h4, h5, h6");
  let forget = Promise.resolve();
  kind.dataset.ofPage ??= kind.textContent;
  name.dataset.ofPage ??= name.textContent;
  if (heading) {
    const title = titleOf(heading);
    const named = `${title} – ${name.dataset.ofPage}`;
    const values = { title, named, address: panel.dataset.address + link.hash, anchor: link.hash.slice(1) };
    forget = forSection(body, panel, values);
    // Without it there is no code, and all else works.
    forget.catch(() => body.querySelectorAll(".share__files, .share__code").forEach((one) => one.remove()));
    name.textContent = title;
  } else {
    name.textContent = name.dataset.ofPage;
  }
  kind.textContent = heading ? kind.dataset.ofSection : kind.dataset.ofPage;
  content.replaceChildren(body);
  ready(body, panel.dataset.copied);
  dialog.querySelector("[data-close]").onclick = () => dialog.close();
  let pressed;
  dialog.onpointerdown = (event) => {
    pressed = event.target;
  };
  dialog.onclick = (event) => {
    // Beside it; not where a selection of its text ended there.
    if (event.target === dialog && pressed === dialog) dialog.close();
  };
  dialog.onclose = () => {
    forget.then((revoke) => revoke?.(), () => {});
    content.replaceChildren();
    link.focus({ preventScroll: true });
  };
  dialog.showModal();
  content.scrollTop = 0;
  body.querySelector("[data-copies]:not([hidden])")?.focus(); // one more press, and the address is copied
}
