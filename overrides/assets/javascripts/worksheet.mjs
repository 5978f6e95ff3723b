// A worksheet on its page: choose a language, fill in, print. What is typed stays in this browser, and only in this tab
// unless one asks to keep it: computers at school are shared, and there are names of children on sheets.

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

/** The browser's store of that name, or nothing where the browser refuses even to look. */
function storage(name) {
  try {
    return globalThis[name];
  } catch {
    return null;
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

/** Is there anything on the sheet? */
const filled = (values) => Object.values(values).some((value) => value !== '' && value !== false);

/** Says below a field when its text is longer than the lines that it has on paper; on a phone there is no telling. */
function measure(field, words) {
  const room = parseFloat(getComputedStyle(field).minHeight);
  const wide = field.closest('.ws').clientWidth > 44 * parseFloat(getComputedStyle(field).fontSize);
  const long = wide && room > 0 && field.value !== '' && field.scrollHeight > room + 4;
  const said = field.nextElementSibling?.matches('.ws-long') ? field.nextElementSibling : null;
  if (long && !said) {
    const note = document.createElement('p');
    note.className = 'ws-long';
    note.setAttribute('role', 'status');
    note.textContent = words;
    field.after(note);
  } else if (!long) said?.remove();
}

function start(tools) {
  const slug = tools.dataset.worksheet;
  const stage = tools.querySelector('[data-stage]');
  const status = tools.querySelector('[data-status]');
  const variants = new Map([[tools.dataset.first, stage.innerHTML]]);
  for (const one of tools.querySelectorAll('template[data-variant]')) variants.set(one.dataset.variant, one.innerHTML);
  const keep = tools.querySelector('[data-keep]');
  const [lasting, passing] = [storage('localStorage'), storage('sessionStorage')];
  let values = read(lasting, slug);
  keep.checked = filled(values);
  if (!keep.checked) values = read(passing, slug);
  const save = () => {
    write(keep.checked ? lasting : passing, slug, values);
    write(keep.checked ? passing : lasting, slug, {});
  };
  const fill = () => {
    show(stage, values);
    for (const field of stage.querySelectorAll('.ws-area')) measure(field, tools.dataset.long);
  };
  fill();
  keep.addEventListener('change', save);

  stage.addEventListener('input', (event) => {
    for (const field of stage.querySelectorAll('[data-field]')) values[field.dataset.field] = valueOf(field);
    status.textContent = '';
    if (event.target.matches('.ws-area')) measure(event.target, tools.dataset.long);
    save();
  });

  const choice = tools.querySelector('[data-choose]');
  const select = choice?.querySelector('select');
  const choose = (key) => {
    if (!variants.has(key)) return false;
    stage.innerHTML = variants.get(key);
    fill();
    const option = [...select.options].find((one) => one.value === key);
    select.value = key;
    for (const kind of ['pdf', 'word']) tools.querySelector(`a[data-${kind}]`).href = option.dataset[kind];
    for (const file of document.querySelectorAll('[data-files]')) file.hidden = file.dataset.files !== key;
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
  // An empty sheet is printed best from its PDF.
  print.addEventListener('click', () => (filled(values) ? window.print() : tools.querySelector('a[data-pdf]').click()));
  // A text field never continues on a next page; plain text does.
  window.addEventListener('beforeprint', () => {
    for (const field of stage.querySelectorAll('textarea')) {
      if (!field.value) continue;
      const text = document.createElement('div');
      text.className = `${field.className} ws-printed`;
      text.dir = 'auto';
      text.textContent = field.value;
      text.setAttribute('rows', field.rows);
      field.before(text);
    }
  });
  window.addEventListener('afterprint', () => stage.querySelectorAll('.ws-printed').forEach((text) => text.remove()));

  tools.querySelector('[data-privacy]').hidden = false;
  const erase = tools.querySelector('[data-erase]');
  erase.addEventListener('click', () => {
    if (!window.confirm(erase.dataset.question)) return;
    values = {};
    save();
    fill();
    status.textContent = erase.dataset.done;
  });
}

if (typeof document !== 'undefined') document.querySelectorAll('[data-worksheet]').forEach(start);
