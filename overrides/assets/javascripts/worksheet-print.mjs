// Printing a sheet from its page: what was written as plain text, and the line at the foot of every page.

/** A text field never continues on a next page; plain text does. */
function asText(stage) {
  for (const field of stage.querySelectorAll('textarea, input[type=text]')) {
    if (!field.value) continue;
    const text = document.createElement(field.matches('textarea') ? 'div' : 'span');
    text.className = `${field.className} ws-printed`;
    text.dir = 'auto';
    text.textContent = field.value;
    if (field.rows) text.setAttribute('rows', field.rows);
    field.before(text);
  }
}

/** Guide, title, address and page number below every page; the last part of a sheet says the address itself. */
function footOf(stage, address) {
  const quoted = (text) => JSON.stringify(text.replaceAll('\n', ' '));
  const title = quoted(`${stage.querySelector('.ws').dataset.guide} · ${stage.querySelector('.ws-title').textContent.trim()}`);
  const look = 'font: 7.5pt "Atkinson Hyperlegible Next", "Noto Sans", "Noto Naskh Arabic", sans-serif; color: #52606D; vertical-align: top; padding-top: 4mm; white-space: nowrap;';
  const number = 'counter(page) " / " counter(pages)';
  return `@page { @bottom-left { content: ${title}; ${look} } @bottom-right { content: ${quoted(address)} "\\2003" ${number}; ${look} } }
${['a4', 'a4-landscape', 'a3', 'a3-landscape'].map((paper) => `@page ${paper}-last { @bottom-right { content: ${number}; } }`).join('\n')}`;
}

/** Makes the sheet in `stage` ready each time that the page is printed. address: the short one of the sheet. */
export function readyForPrint(stage, address) {
  window.addEventListener('beforeprint', () => {
    asText(stage);
    try { // the page's policy refuses style elements
      const foot = new CSSStyleSheet();
      foot.replaceSync(footOf(stage, address));
      document.adoptedStyleSheets = [foot];
    } catch {
      // an old browser prints no foot
    }
  });
  window.addEventListener('afterprint', () => stage.querySelectorAll('.ws-printed').forEach((text) => text.remove()));
}
