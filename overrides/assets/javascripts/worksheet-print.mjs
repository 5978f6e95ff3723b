// Printing a sheet: what was written as plain text, and a line below each page.

/** A text field stays on its page; plain text goes on. */
function asText(stage) {
  for (const field of stage.querySelectorAll('textarea, input[type=text]')) {
    if (!field.value) continue;
    const text = document.createElement(field.rows ? 'div' : 'span');
    text.className = `${field.className} ws-printed`;
    text.dir = 'auto';
    text.textContent = field.value;
    if (field.rows) text.setAttribute('rows', field.rows);
    field.before(text);
  }
}

/** Guide, title, address and number of each page; a last part says the address. */
function footOf(stage, address) {
  const quoted = (text) => JSON.stringify(text.replaceAll('\n', ' '));
  const one = (name) => stage.querySelector(name);
  const title = quoted(`${one('.ws').dataset.guide} · ${one('.ws-title').textContent.trim()}`);
  const look = 'font: 7.5pt "Atkinson Hyperlegible Next", "Noto Sans", "Noto Naskh Arabic", sans-serif; color: #52606D; vertical-align: top; padding-top: 4mm; white-space: nowrap;';
  const number = `counter(page) " / " counter(pages);`;
  return `@page { @bottom-left { content: ${title}; ${look} } @bottom-right { content: ${quoted(address)} "\\2003" ${number} ${look} } }
${['a4', 'a4-landscape', 'a3', 'a3-landscape'].map((paper) => `@page ${paper}-last { @bottom-right { content: ${number} } }`).join('\n')}`;
}

/** Makes the sheet in `stage` ready for each print. address: its short one. */
export function readyForPrint(stage, address) {
  addEventListener('beforeprint', () => {
    asText(stage);
    try { // no style element: the policy
      const foot = new CSSStyleSheet();
      foot.replaceSync(footOf(stage, address));
      document.adoptedStyleSheets = [foot];
    } catch {}
  });
  addEventListener('afterprint', () => stage.querySelectorAll('.ws-printed').forEach((text) => text.remove()));
}
