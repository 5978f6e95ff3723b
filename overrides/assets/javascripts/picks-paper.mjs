// The list on paper, for somebody without a computer: large letters, plain words, a code to the partner's page.

import { bare, beginning, whereabouts } from './picks-files.mjs';

function element(name, className, text = '') {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

/** A word and what it is about: "Phone" and the number. */
function line(word, text, direction = 'auto') {
  const made = element('p', 'picks-paper__line');
  const said = element('span', '', text);
  said.dir = direction;
  made.append(element('b', '', word), ' ', said);
  return made;
}

function cardOf(one, { words, works }) {
  const made = element('li', 'picks-paper__card');
  const text = element('div', 'picks-paper__text');
  const where = whereabouts(one);
  text.append(element('h2', '', one.name));
  if (one.badge) text.append(element('p', 'picks-paper__badge', one.badge));
  if (one.note) {
    const note = element('p', 'picks-paper__note', one.note);
    note.dir = 'auto';
    text.append(note);
  }
  text.append(element('p', '', beginning(one.text)));
  if (where) text.append(line(words.where, where));
  else if (one.generic) text.append(line(words.where, words.everywhere));
  else if (one.areas.length) text.append(line(words.where, works.replace('{areas}', () => one.areas.join(', '))));
  if (one.phone) text.append(line(words.phone, one.phone, 'ltr'));
  if (one.url) text.append(line(words.web, bare(one.url), 'ltr'));
  const code = element('div', 'picks-paper__code');
  const image = element('img');
  image.src = one.code;
  image.alt = words.code.replace('{name}', () => one.name);
  code.append(image, element('span', '', words.scan));
  made.append(text, code);
  return made;
}

/** Fills `paper` with these partners. how: the list's texts, the language and its words, and what the guide is called. */
export function paperOf(paper, entries, how) {
  const { words, language } = how;
  paper.lang = language;
  paper.dir = how.direction;
  paper.replaceChildren();
  if (!entries.length) return;
  // 001 is the world: without a region, English would be written as in the United States.
  const date = new Intl.DateTimeFormat(`${language}-001`, { dateStyle: 'long' }).format(new Date());
  const title = element('h1', '', how.title || words.title);
  title.dir = 'auto';
  const below = element('p', 'picks-paper__from', [how.school, date].filter(Boolean).join(' · '));
  below.dir = 'auto';
  const list = element('ol', 'picks-paper__list');
  list.append(...entries.map((one) => cardOf(one, how)));
  const end = element('p', 'picks-paper__end', `${words.wrong} `);
  const guide = element('bdi', '', bare(how.home));
  guide.dir = 'ltr';
  end.append(element('span', '', `${words.made.replace('{guide}', () => how.guide)} `), guide);
  paper.append(title, below, list, end);
}
