// A worksheet on its page: choose a language, fill in, print. What is typed stays in this browser.

const prefix = 'worksheet:';

/** What was typed on a sheet before: texts and ticks by field. */
export function read(store, slug) {
  try {
    const found = JSON.parse(store.getItem(prefix + slug) ?? '{}');
    return found && typeof found === 'object' && !Array.isArray(found) ? found : {};
  } catch {
    return {};
  }
}

/** Keeps what was typed; an empty sheet leaves nothing behind. False when the browser refuses. */
export function write(store, slug, values) {
  const kept = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== false));
  try {
    if (Object.keys(kept).length) store.setItem(prefix + slug, JSON.stringify(kept));
    else store.removeItem(prefix + slug);
    return true;
  } catch {
    return false;
  }
}

/** The value of a field: text, or whether it is ticked. */
const valueOf = (field) => (field.matches('[type=checkbox], [type=radio]') ? field.checked : field.value);

function show(stage, values) {
  for (const field of stage.querySelectorAll('[data-field]')) {
    const value = values[field.dataset.field];
    if (field.matches('[type=checkbox], [type=radio]')) field.checked = value === true;
    else field.value = typeof value === 'string' ? value : '';
  }
}

function start(tools) {
  const slug = tools.dataset.worksheet;
  const stage = tools.querySelector('[data-stage]');
  const status = tools.querySelector('[data-status]');
  const variants = new Map([[tools.dataset.first, stage.innerHTML]]);
  for (const one of tools.querySelectorAll('template[data-variant]')) variants.set(one.dataset.variant, one.innerHTML);
  let values = read(localStorage, slug);
  show(stage, values);

  stage.addEventListener('input', () => {
    for (const field of stage.querySelectorAll('[data-field]')) values[field.dataset.field] = valueOf(field);
    status.textContent = '';
    write(localStorage, slug, values);
  });

  const choice = tools.querySelector('[data-choose]');
  const select = choice?.querySelector('select');
  const choose = (key) => {
    if (!variants.has(key)) return false;
    stage.innerHTML = variants.get(key);
    show(stage, values);
    const option = [...select.options].find((one) => one.value === key);
    select.value = key;
    for (const kind of ['pdf', 'word']) tools.querySelector(`a[data-${kind}]`).href = option.dataset[kind];
    return true;
  };
  if (select) {
    choice.hidden = false;
    const remember = (key) => {
      const address = new URL(location.href);
      if (key === tools.dataset.first) address.searchParams.delete('sheet');
      else address.searchParams.set('sheet', key);
      history.replaceState(null, '', address);
    };
    select.addEventListener('change', () => choose(select.value) && remember(select.value));
    for (const link of document.querySelectorAll('a[data-show]')) {
      link.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || !choose(link.dataset.show)) return;
        event.preventDefault();
        remember(link.dataset.show);
        tools.scrollIntoView();
        select.focus({ preventScroll: true });
      });
    }
    choose(new URL(location.href).searchParams.get('sheet') ?? '');
  }

  const print = tools.querySelector('[data-print]');
  print.hidden = false;
  print.addEventListener('click', () => window.print());

  tools.querySelector('[data-privacy]').hidden = false;
  const erase = tools.querySelector('[data-erase]');
  erase.addEventListener('click', () => {
    if (!window.confirm(erase.dataset.question)) return;
    values = {};
    write(localStorage, slug, values);
    show(stage, values);
    status.textContent = erase.dataset.done;
  });
}

if (typeof document !== 'undefined') document.querySelectorAll('[data-worksheet]').forEach(start);
