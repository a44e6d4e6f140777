'use strict';
// The page of the lab. The text of the variant is all there is to it: levers change that text, and what the core reads
// from it says how the levers stand. Everything that is computed comes from the core, in a worker.

const data = JSON.parse(document.getElementById('data').textContent);
const $ = (id) => document.getElementById(id);
const levers = new Map(data.levers.map((lever) => [lever.name, lever]));

// One worker is the desk and answers; the others are its hands, of which each takes a core of the computer.
const HANDS = Math.max(1, Math.min(navigator.hardwareConcurrency || 1, 4));

// From the first answer to the sharpest: one in how many persons, how many replications, after which of them the page shows an
// answer, and how many hands run them. The desk runs the first stage itself, so that it never waits for a hand.
const FIRST = { one_in: 50, replications: 8, answers: [2, 4], hands: 0 };
const THINNED = { one_in: 10, replications: 50, answers: [10, 20], hands: HANDS };
const WHOLE = { one_in: 1, answers: [20, 50, 100], hands: HANDS };
const CHOICES = [0, 50, 100, 200];
// How long nobody may have typed before a change is computed, in milliseconds.
const WAIT = 80;

let language = document.documentElement.lang;
let text = '';
let view = 'reception';
let year = null;
let run = 0;
let busy = false;
let scenario = null;
let answer = null;
let problems = null;
let progress = null;
let announced = '';
let announce = () => '';
let openedFile = '';
let timer = null;
let first = false;
const cards = [];

// ---- words ----

function say(key, values = {}) {
  return data.texts[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

const both = (texts) => texts[language];

function number(value) {
  return new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 4 }).format(value);
}

function date(day) {
  const [y, m, d] = day.split('-').map(Number);
  const form = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return form.format(new Date(Date.UTC(y, m - 1, d)));
}

// An element with its attributes and what stands in it.
function make(name, attributes = {}, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...inside.filter((part) => part !== null && part !== undefined));
  return element;
}

// ---- the text of the variant ----

const header = (lever) => new RegExp(`^\\s*\\[\\s*levers\\s*\\.\\s*"?${lever}"?\\s*\\]`);
const STEP = /^\s*("?\d{4}-\d{2}-\d{2}"?|initial)\s*=/;

// Where the lines of a lever stand.
function block(name) {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => header(name).test(line));
  if (first < 0) return null;
  let end = first + 1;
  while (end < lines.length && !/^\s*\[/.test(lines[end])) end += 1;
  return { lines, first, end };
}

// Writes the steps of a lever, and leaves what else stands there.
function write(name, steps) {
  const found = block(name);
  const rows = steps.map((step) => `${step.from ?? 'initial'} = ${toml(levers.get(name), step.numbers)}`);
  if (found) {
    const { lines, first, end } = found;
    const rest = lines.slice(first + 1, end).filter((line) => !STEP.test(line));
    const only = rest.every((line) => /^\s*((source|legal_status)\s*=.*)?$/.test(line));
    if (rows.length === 0 && only) lines.splice(first, end - first);
    else lines.splice(first, end - first, lines[first], ...rows, ...rest);
    text = `${lines.join('\n').replace(/\n{3,}/g, '\n\n').trimEnd()}\n`;
  } else if (rows.length > 0) {
    text = `${text.trimEnd()}\n\n[levers.${name}]\n${rows.join('\n')}\nsource = "assumption"\nlegal_status = "hypothetical"\n`;
  }
}

// What the text says of a lever besides its steps: where its value comes from, and how far the measure has come.
function said(name, key) {
  const found = block(name);
  if (!found) return null;
  const line = found.lines.slice(found.first, found.end).find((line) => new RegExp(`^\\s*${key}\\s*=`).test(line));
  try { return line ? JSON.parse(line.slice(line.indexOf('=') + 1)) : ''; } catch { return null; }
}

function setSaid(name, key, value) {
  const { lines, first, end } = block(name);
  const place = lines.slice(first, end).findIndex((line) => new RegExp(`^\\s*${key}\\s*=`).test(line));
  const row = `${key} = ${JSON.stringify(value)}`;
  if (place >= 0) lines[first + place] = row;
  else lines.splice(first + 1, 0, row);
  text = lines.join('\n');
}

// A value as a scenario writes it.
function toml(lever, numbers) {
  const one = (value) => (lever.inner === 'switch' ? String(value !== 0) : String(value));
  if (lever.kind === 'choice') return JSON.stringify(lever.words[numbers[0]].word);
  if (lever.kind === 'set') return JSON.stringify(lever.words.filter((_, n) => numbers[n] !== 0).map((word) => word.word));
  if (lever.kind === 'keyed') return `{ ${lever.words.map((word, n) => `${word.word} = ${one(numbers[n])}`).join(', ')} }`;
  return one(numbers[0]);
}

// A value as a reader says it.
function spoken(lever, numbers) {
  const one = (value) => {
    if (lever.inner === 'switch') return say(value ? 'on' : 'off');
    return lever.inner === 'share' ? `${number(tidy(value * 100))} %` : number(value);
  };
  if (lever.kind === 'choice') return lever.words[numbers[0]]?.[language] ?? '';
  if (lever.kind === 'set') return lever.words.filter((_, n) => numbers[n]).map((word) => word[language]).join(', ') || '–';
  if (lever.kind === 'keyed') {
    const first = lever.words.slice(0, 2).map((word, n) => `${word[language]} ${one(numbers[n])}`);
    return first.join(', ') + (lever.words.length > 2 ? ', …' : '');
  }
  return one(numbers[0]);
}

const tidy = (value) => Number(value.toPrecision(12));

// A line of the head of the text, such as its name.
function field(key) {
  const found = new RegExp(`^${key}\\s*=\\s*(.*)$`, 'm').exec(text.split(/^\s*\[/m)[0]);
  return found ? found[1] : null;
}

function setField(key, value) {
  const line = `${key} = ${value}`;
  const head = text.split(/^\s*\[/m)[0];
  const changed = field(key) === null
    ? `${head.trimEnd()}\n${line}\n\n`
    : head.replace(new RegExp(`^${key}\\s*=.*$`, 'm'), () => line);
  text = changed + text.slice(head.length);
}

// The scenarios on which the variant stands; the law in force alone, or others on top of it.
function beneath() {
  try {
    const value = JSON.parse(field('extends') ?? '[]');
    return Array.isArray(value) ? value : [value];
  } catch {
    return null;
  }
}

function fresh() {
  return `format = 1\nname = ${JSON.stringify(say('variant_name'))}\nextends = "baseline"\n`;
}

// ---- levers ----

// The steps of a lever as the core read them, and those that the text of the variant sets.
const steps = (name) => scenario?.levers.find((lever) => lever.name === name)?.steps ?? [];
const own = (name) => steps(name).filter((step) => step.own);

// What holds on a day.
function holds(name, day) {
  const before = steps(name).filter((step) => step.from === null || step.from <= day);
  return (before.at(-1) ?? steps(name)[0])?.numbers ?? [];
}

// What a lever is worth without the variant, in words.
function worth(name) {
  const lever = levers.get(name);
  const others = steps(name).filter((step) => !step.own);
  const past = others.filter((step) => step.from === null || step.from <= data.start);
  const said = [say('now', { value: spoken(lever, (past.at(-1) ?? others[0])?.numbers ?? []) })];
  for (const step of others.filter((step) => step.from !== null && step.from > data.start).slice(0, 3)) {
    said.push(say('then', { date: date(step.from), value: spoken(lever, step.numbers) }));
  }
  return said.join('; ');
}

let serial = 0;

// One lever with its switch, its values and dates, and what there is to know of it.
function card(name, heading) {
  const lever = levers.get(name);
  const id = `lever-${serial += 1}`;
  const title = both(lever.title);
  const on = make('input', { type: 'checkbox', id, 'aria-label': say('set_lever', { name: title }) });
  const rows = make('div');
  const now = make('small');
  const element = make('fieldset', { class: 'lever', 'data-lever': name }, make('legend', {}, title),
    make('label', {}, on, ' ', say('set')), ' ', now,
    make('p', { class: 'says' }, make('span', { class: `mark ${lever.effect}` }, effect(lever)), ' ', both(lever.says)), rows, about(lever));
  on.addEventListener('change', () => {
    const last = element.last ?? [{ from: data.first, numbers: holds(name, data.first) }];
    if (!on.checked) element.last = own(name);
    write(name, on.checked ? last : []);
    changed();
  });
  const update = () => {
    const set = own(name);
    const here = block(name) !== null;
    on.checked = here || set.length > 0;
    on.disabled = set.length > 0 && !here;
    element.classList.toggle('mine', on.checked);
    now.textContent = `${worth(name)} ${unit(lever)}`;
    if (on.disabled) rows.replaceChildren(make('p', { class: 'about' }, say('in_file')));
    else if (rows.contains(document.activeElement) && rows.childElementCount > 0 && rows.count === set.length) return;
    else {
      const focused = rows.contains(document.activeElement);
      rows.count = set.length;
      rows.replaceChildren(...set.map((step, place) => row(lever, set, place, id)), ...(set.length > 0 ? [more(lever, set), ground(lever)] : []));
      if (focused) rows.querySelector('.step:last-of-type input, .step:last-of-type select')?.focus();
    }
  };
  cards.push({ element, update });
  update();
  return element;
}

function unit(lever) {
  return ['share', 'on/off', 'choice', ''].includes(lever.unit.en) ? '' : `(${both(lever.unit)})`;
}

// One step: from when, and what.
function row(lever, set, place, id) {
  const step = set[place];
  const name = both(lever.title);
  const put = (numbers, from) => {
    const all = set.map((other, n) => (n === place ? { from: from ?? other.from, numbers: numbers ?? other.numbers } : other));
    Object.assign(step, all[place]);
    write(lever.name, [...set].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? '')));
    soon();
  };
  const when = make('input', { type: 'date', value: step.from ?? data.start, min: data.start, max: data.end, 'aria-label': say('from_lever', { name }) });
  const line = make('input', { type: 'range', min: 0, max: months(data.end), step: 1, value: months(step.from ?? data.start),
    'aria-label': say('time_lever', { name }), 'aria-valuetext': date(step.from ?? data.start) });
  when.addEventListener('change', () => {
    if (!when.value) return;
    line.value = months(when.value);
    line.setAttribute('aria-valuetext', date(when.value));
    put(null, when.value);
  });
  line.addEventListener('input', () => {
    when.value = day(Number(line.value));
    line.setAttribute('aria-valuetext', date(when.value));
    put(null, when.value);
  });
  const parts = [values(lever, step, (numbers) => put(numbers, null)), make('span', {}, say('from')), when, line];
  if (set.length > 1) {
    parts.push(make('button', {
      type: 'button', 'aria-label': say('less_steps_lever', { name, date: date(step.from ?? data.start) }),
      onclick: () => { write(lever.name, set.filter((_, n) => n !== place)); changed(); },
    }, say('less_steps')));
  }
  return make('div', { class: 'step', 'data-step': `${id}-${place}` }, ...parts);
}

// A button for a step more, half a year after the last.
function more(lever, set) {
  const last = set.at(-1);
  const next = day(Math.min(months(last.from ?? data.start) + 6, months(data.end)));
  if (next <= (last.from ?? '')) return '';
  return make('button', {
    type: 'button', 'aria-label': say('more_steps_lever', { name: both(lever.title) }),
    onclick: () => { write(lever.name, [...set, { from: next, numbers: last.numbers }]); changed(); },
  }, say('more_steps'));
}

// What the measure rests on: its legal status and its source, as every output says them.
function ground(lever) {
  const [status, source] = [said(lever.name, 'legal_status'), said(lever.name, 'source')];
  if (status === null || source === null) return '';
  const name = both(lever.title);
  const known = data.statuses.filter(({ word }) => word !== 'lapsed' || word === status);
  const pick = make('select', { 'aria-label': say('status_lever', { name }), onchange: () => { setSaid(lever.name, 'legal_status', pick.value); soon(); } },
    ...(status === '' ? [make('option', { value: 'unknown' }, '')] : []),
    ...known.map(({ word, title }) => make('option', { value: word, selected: word === status }, both(title))));
  const from = make('input', { type: 'text', value: source, maxlength: 300, 'aria-label': say('source_lever', { name }),
    onchange: () => { setSaid(lever.name, 'source', from.value); soon(); } });
  return make('div', { class: 'ground' }, make('span', {}, say('my_status')), pick, make('span', {}, say('my_source')), from);
}

// Whole months since the start, and their first days.
function months(day) {
  const [y, m] = day.split('-').map(Number);
  const [y0, m0] = data.start.split('-').map(Number);
  return (y - y0) * 12 + m - m0;
}

function day(count) {
  const [y, m, d] = data.start.split('-').map(Number);
  return new Date(Date.UTC(y, m - 1 + count, count === 0 ? d : 1)).toISOString().slice(0, 10);
}

// The controls of one value.
function values(lever, step, put) {
  const name = both(lever.title);
  const numbers = [...step.numbers];
  const set = (n, value) => { numbers[n] = value; put([...numbers]); };
  const one = (n, label) => {
    if (lever.inner === 'switch') {
      const pick = make('select', { 'aria-label': label, onchange: () => set(n, Number(pick.value)) },
        make('option', { value: 1, selected: numbers[n] !== 0 }, say('on')), make('option', { value: 0, selected: numbers[n] === 0 }, say('off')));
      return pick;
    }
    const percent = lever.inner === 'share';
    const scale = percent ? 100 : 1;
    const whole = lever.inner === 'days' || lever.inner === 'minutes';
    const input = make('input', {
      type: 'number', 'aria-label': percent ? `${label} (%)` : label, value: tidy(numbers[n] * scale),
      min: tidy(lever.low * scale), max: tidy(lever.high * scale), step: whole ? 1 : 'any',
      oninput: () => { if (input.value !== '') set(n, tidy(Number(input.value) / scale)); },
    });
    return percent ? make('span', {}, input, ' %') : input;
  };
  if (lever.kind === 'choice') {
    const pick = make('select', { 'aria-label': say('value_lever', { name }), onchange: () => set(0, Number(pick.value)) },
      ...lever.words.map((word, n) => make('option', { value: n, selected: numbers[0] === n }, word[language])));
    return pick;
  }
  if (lever.kind === 'set') {
    return make('span', {}, ...lever.words.map((word, n) => {
      const tick = make('input', { type: 'checkbox', checked: numbers[n] !== 0, onchange: () => set(n, Number(tick.checked)) });
      return make('label', {}, tick, ` ${word[language]} `);
    }));
  }
  if (lever.kind === 'keyed') {
    return make('details', {}, make('summary', {}, say('values')), make('div', { class: 'keys' },
      ...lever.words.map((word, n) => make('label', {}, word[language], one(n, say('value_key', { name, key: word[language] }))))));
  }
  return one(0, say('value_lever', { name }));
}

// Whether the effect of a lever follows from rules and capacities, or rests on what is assumed.
function effect({ effect }) {
  return effect === 'mechanical' ? say('mechanical') : effect === 'sourced' ? say('sourced') : say('assumed');
}

// What there is to know of a lever.
function about(lever) {
  const rows = [['range', lever.words.length > 0 && lever.kind !== 'keyed' ? '' : range(lever)], ['binds', both(lever.binds)],
    ['status', both(lever.status)], ['source', both(lever.source)],
    ['rests', lever.rests.map((rest) => both(rest.title) + (rest.grade ? ` (${say('grade', { grade: rest.grade })})` : '')).join('; ')]];
  const words = { range: say('range'), binds: say('binds'), status: say('status'), source: say('source'), rests: say('rests') };
  const list = rows.filter(([, value]) => value).flatMap(([key, value]) => [make('dt', {}, words[key]), make('dd', {}, value)]);
  const details = make('details', {}, make('summary', {}, say('more')), make('dl', {}, ...list));
  return details;
}

function range(lever) {
  if (lever.inner === 'switch') return '';
  const scale = lever.inner === 'share' ? 100 : 1;
  const [low, high] = [lever.low, lever.high].map((bound) => number(tidy(bound * scale)) + (scale === 100 ? ' %' : ''));
  return `${say('range_of', { low, high })} ${unit(lever)}`;
}

// A part of the list that is there while it is open; opening one closes the others of its group.
function later(group, summary, inside) {
  const body = make('div');
  const details = make('details', { name: group }, make('summary', {}, summary), body);
  details.addEventListener('toggle', () => {
    if (details.open && body.childElementCount === 0) {
      body.append(...inside());
      details.scrollIntoView({ block: 'nearest' });
    } else if (!details.open) {
      for (const element of body.querySelectorAll('.lever')) drop(element);
      body.replaceChildren();
    }
  });
  return details;
}

function count(list) {
  if (list.length === 0) return say('no_levers');
  return list.length === 1 ? say('levers_one') : say('levers_many', { n: list.length });
}

// ---- the left side ----

function choose() {
  cards.length = 0;
  $('common').replaceChildren(...data.common.map((name) => card(name)));
  $('letter').replaceChildren(...data.tasks.map((task) => later('tasks', both(task.title), () => task.measures.map((measure) => {
    const said = [['asks', measure.asks], ['stands', measure.stands], ['missing', measure.missing]];
    const words = { asks: say('asks'), stands: say('stands'), missing: say('missing') };
    return later('phrases', `“${measure.phrase}” (${count(measure.levers)})`, () => [
      ...said.filter(([, value]) => both(value)).map(([key, value]) => make('p', {}, `${words[key]}: ${both(value)}`)),
      ...measure.levers.map((name) => card(name)),
    ]);
  }))));
  const chapters = [...new Set(data.levers.map((lever) => lever.chapter.en))];
  $('others').replaceChildren(...chapters.map((chapter) => {
    const list = data.levers.filter((lever) => lever.chapter.en === chapter);
    return later('chapters', `${both(list[0].chapter)} (${count(list)})`, () => list.map((lever) => card(lever.name)));
  }));
  mine();
  search();
}

// The levers that the variant sets, wherever else they stand.
function mine() {
  const set = data.levers.map((lever) => lever.name).filter((name) => block(name) !== null || own(name).length > 0);
  const shown = [...$('mine').children].map((element) => element.dataset.lever);
  $('mine-none').hidden = set.length > 0;
  for (const element of [...$('mine').children]) {
    if (!set.includes(element.dataset.lever) && !element.contains(document.activeElement)) drop(element);
  }
  for (const name of set.filter((name) => !shown.includes(name))) $('mine').append(card(name));
}

function drop(element) {
  const place = cards.findIndex((card) => card.element === element);
  if (place >= 0) cards.splice(place, 1);
  element.remove();
}

function search() {
  const words = $('search').value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const texts = (lever) => [lever.name, lever.title.nl, lever.title.en, lever.says.nl, lever.says.en, lever.chapter.nl, lever.chapter.en,
    ...lever.aliases].join(' ').toLowerCase();
  const title = (lever) => `${lever.title.nl} ${lever.title.en} ${lever.aliases.join(' ')}`.toLowerCase();
  const found = words.length === 0 ? [] : data.levers.filter((lever) => words.every((word) => texts(lever).includes(word)));
  found.sort((a, b) => words.some((word) => title(b).includes(word)) - words.some((word) => title(a).includes(word)));
  for (const element of [...$('matches').children]) drop(element);
  $('matches').append(...found.slice(0, 25).map((lever) => card(lever.name)));
  $('catalogue').hidden = words.length > 0;
  $('found').textContent = words.length === 0 ? '' : found.length === 0 ? say('found_none')
    : found.length === 1 ? say('found_one') : say('found', { n: found.length });
}

function stories() {
  const chosen = beneath() ?? [];
  const one = (story) => {
    const tick = make('input', { type: 'checkbox', value: story.name, checked: chosen.includes(story.name), disabled: beneath() === null });
    tick.addEventListener('change', () => {
      const ticked = [...$('stories').querySelectorAll('input:checked')].map((input) => input.value);
      const unknown = (beneath() ?? []).filter((name) => name !== 'baseline' && !all.some((other) => other.name === name));
      const list = [...unknown, ...ticked];
      setField('extends', list.length > 1 ? JSON.stringify(list) : JSON.stringify(list[0] ?? 'baseline'));
      changed();
    });
    return make('label', { class: 'story' }, tick, ' ', both(story.title), make('small', {}, both(story.about)));
  };
  const all = [...data.stories, ...data.own];
  if ($('stories').contains(document.activeElement) && $('stories').lang === language) {
    for (const input of $('stories').querySelectorAll('input')) input.checked = chosen.includes(input.value);
  } else $('stories').replaceChildren(...all.map(one));
  $('stories').lang = language;
}

// ---- work ----

// The text has changed: show it, and have it computed.
function changed() {
  clearTimeout(timer);
  if ($('text') !== document.activeElement) $('text').value = text;
  const name = field('name');
  if ($('name') !== document.activeElement) {
    try { $('name').value = name ? JSON.parse(name) : ''; } catch { $('name').value = name; }
  }
  command();
  compute();
}

// The same, once somebody has stopped typing.
function soon() {
  clearTimeout(timer);
  timer = setTimeout(changed, WAIT);
}

const asked = () => Number($('replications').value);
const seed = () => Math.max(0, Math.floor(Number($('seed').value) || 0));
const request = () => ({ text, files: data.files, seed: seed() });

function compute() {
  run += 1;
  busy = true;
  progress = null;
  first = true;
  const stages = [FIRST, THINNED];
  if (asked() > 0) stages.push({ ...WHOLE, replications: asked() });
  outdated(true);
  worker.postMessage({ run: { number: run, scenario: request(), stages }, look: { language, view } });
  state(() => say('reading'));
}

function command() {
  const { replications, one_in } = answer ?? THINNED;
  const thin = one_in > 1 ? ` --thin ${one_in}` : '';
  $('command').textContent = `doorstroom run ${fileName()} --replications ${replications} --seed ${seed()}${thin}`;
}

function fileName() {
  let name = 'variant';
  try { name = JSON.parse(field('name')); } catch { /* the core will say what is wrong with it */ }
  const plain = String(name).normalize('NFD').replace(/[^\w\s-]/g, '').trim().replace(/\s+/g, '-').toLowerCase();
  return `${plain || 'variant'}.toml`;
}

// ---- the right side ----

// What a screen reader is told, in the language of the moment: only when it says something new.
function state(said) {
  announce = said;
  const words = said();
  if (words !== announced) $('state').textContent = announced = words;
}

function working() {
  rough();
  const bar = $('progress');
  $('stop').hidden = !busy;
  bar.hidden = !busy;
  bar.setAttribute('aria-label', say('results'));
  if (progress) {
    bar.max = progress.of;
    bar.value = progress.done;
    const values = { done: number(progress.done), asked: number(progress.of) };
    $('working').textContent = busy ? (progress.one_in > 1 ? say('running_rough', values) : say('running_full', values)) : '';
  } else {
    bar.removeAttribute('value');
    $('working').textContent = '';
  }
}

function checked(reply) {
  problems = reply.problems;
  const errors = problems.list.filter((one) => one.error);
  $('wrong').hidden = reply.sound;
  if (!reply.sound) {
    const line = (one) => `${one.line ? `${say('line', { n: one.line })}: ` : ''}${one.title}${one.help ? ` (${one.help})` : ''}`;
    $('wrong').replaceChildren(make('p', {}, say('wrong')), make('ul', {}, ...errors.map((one) => make('li', {}, line(one)))),
      make('details', {}, make('summary', {}, say('file')), make('pre', { tabindex: 0 }, problems.text)));
    busy = false;
    state(() => '');
    outdated(true);
    working();
    return;
  }
  scenario = reply.scenario;
  told();
  for (const card of cards) card.update();
  mine();
  stories();
}

// The echo of the variant, and what it is warned of.
function told() {
  if (!scenario) return;
  const parts = scenario.told.map((one) => make('details', { open: scenario.told.length < 4 }, make('summary', {}, one.title),
    make('ul', {}, ...one.sentences.map((sentence) => make('li', {}, sentence)))));
  if (parts.length === 0) parts.push(make('p', {}, say('does_nothing')));
  const lines = [...scenario.warned, ...(problems?.list ?? []).filter((one) => !one.error)
    .map((one) => `${one.title}${one.help ? ` (${one.help})` : ''}`)];
  if (lines.length > 0) {
    parts.unshift(make('div', { class: 'banner' }, make('p', {}, say('warnings')), make('ul', {}, ...lines.map((line) => make('li', {}, line)))));
  }
  $('does').replaceChildren(...parts);
}

function outdated(is) {
  $('outdated').hidden = !is || !answer;
  $('answer').classList.toggle('stale', is);
}

function show() {
  $('answer').hidden = !answer;
  command();
  if (!answer) return;
  rough();
  $('banners').replaceChildren(...answer.banners.map((line) => make('p', { class: 'banner' }, line)));
  $('numbers').textContent = answer.numbers;
  $('short').replaceChildren(...[...answer.differences, ...(answer.moved ? [answer.moved] : [])].map((line) => make('li', {}, line)));
  const years = answer.leading[0]?.rows.rows.map(([name]) => name) ?? [];
  if (!years.includes(year)) year = years.at(-1);
  $('year').replaceChildren(...years.map((name) => make('option', { selected: name === year }, name)));
  leading();
  shown();
  if ($('all').open) all();
}

// How sure the numbers are that stand there, and whether surer ones are on their way.
function rough() {
  if (!answer) return;
  const values = { n: number(answer.replications), one_in: number(answer.one_in) };
  const said = answer.one_in === FIRST.one_in ? say('rough_first', values)
    : answer.one_in > 1 ? say('rough_thinned', values) : say('whole', values);
  $('rough').textContent = busy ? `${said} ${say('sharper')}` : said;
}

function cells(name, list, attributes = {}) {
  return list.map((cell) => make(name, { class: 'n', ...attributes }, cell));
}

// The columns of a table of differences. In which share of the replications there is more and in which less stands in one.
const heads = () => [say('law'), say('variant'), say('difference'), answer.spread, say('above_below')];
const beside = ([law, variant, difference, spread, above, below]) => [law, variant, difference, spread, `${above} / ${below}`];

const outcomes = () => make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, say('outcome')), ...cells('th', heads(), { scope: 'col' })));
const outcome = (one, found) => make('tr', {}, make('th', { scope: 'row' }, one.name, ' ', make('small', {}, one.unit)), ...cells('td', found ? beside(found[1]) : []));

function leading() {
  $('leading-title').textContent = say('leading', { year });
  const body = answer.leading.map(({ rows }) => outcome(rows, rows.rows.find(([name]) => name === year)));
  $('leading').replaceChildren(outcomes(), make('tbody', {}, ...body));
}

// A drawing of the core, which is an element of the page and not a picture: its texts can be read aloud.
function drawing(svg) {
  const read = new DOMParser().parseFromString(svg, 'image/svg+xml');
  return document.importNode(read.documentElement, true);
}

function shown() {
  const seen = answer.shown;
  $('view-title').textContent = seen.title;
  $('view-short').replaceChildren(...seen.sentences.map((line) => make('li', {}, line)));
  const put = (place, title, words, svg) => {
    place.parentElement.hidden = !svg;
    title.textContent = words;
    place.replaceChildren(...(svg ? [drawing(svg)] : []));
  };
  put($('chart'), $('chart-title'), say('view_with_law', { title: seen.title }), seen.chart);
  put($('change'), $('change-title'), say('view_difference', { title: seen.title }), seen.difference);
  if ($('figures').open) figures();
}

function figures() {
  const seen = answer.shown;
  const columns = [seen.centre, ...(seen.banded ? ['10 %', '90 %'] : [])];
  $('figures').querySelector('div').replaceChildren(...seen.tables.map((table) => scroll(make('table', {}, make('caption', {}, `${table.name}, ${table.unit}`),
    make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, say('when')), ...cells('th', columns, { scope: 'col' }))),
    make('tbody', {}, ...table.rows.map((row) => make('tr', { class: row.total ? 'total' : null }, make('th', { scope: 'row' }, row.when), ...cells('td', row.cells))))), table.name)));
}

// Every outcome that moves, in the year that is shown.
function all() {
  const rows = answer.table.flatMap((one) => {
    const found = one.rows.find(([name]) => name === year);
    return found ? [outcome(one, found)] : [];
  });
  $('all').querySelector('div').replaceChildren(make('p', { class: 'about' }, answer.table_about),
    scroll(make('table', {}, make('caption', {}, say('leading', { year })), outcomes(), make('tbody', {}, ...rows)), say('all_differences')));
}

function scroll(inside, name) {
  return make('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': `${name}. ${say('scroll')}` }, inside);
}

// ---- saving and exporting ----

function save(name, parts, type) {
  const link = make('a', { href: URL.createObjectURL(new Blob(parts, { type })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function pictures() {
  return [['chart', $('chart')], ['difference', $('change')]].flatMap(([name, place]) => {
    const svg = place.querySelector('svg');
    return svg ? [{ name: `${view}-${name}`, svg: new XMLSerializer().serializeToString(svg) }] : [];
  });
}

// A picture in pixels, twice as fine as a screen.
async function pixels({ name, svg }) {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = make('canvas', { width: image.naturalWidth * 2, height: image.naturalHeight * 2 });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  canvas.toBlob((blob) => save(`${name}.png`, [blob], 'image/png'), 'image/png');
}

// ---- the worker ----

const code = URL.createObjectURL(new Blob([$('worker').textContent], { type: 'text/javascript' }));
const workers = Array.from({ length: HANDS + 1 }, () => new Worker(code));
const [worker, ...hands] = workers;

for (const one of workers) one.onerror = (event) => fault(event.message || say('old_browser'));
for (const one of hands) one.onmessage = ({ data: heard }) => { if (heard.fault) fault(heard.fault); };

// Makes the core ready once, for all workers.
async function employ() {
  const packed = atob($('core').textContent);
  const bytes = new Uint8Array(packed.length);
  for (let n = 0; n < packed.length; n += 1) bytes[n] = packed.charCodeAt(n);
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const module = await WebAssembly.compileStreaming(new Response(plain, { headers: { 'Content-Type': 'application/wasm' } }));
  const channels = hands.map(() => new MessageChannel());
  const near = channels.map((channel) => channel.port1);
  worker.postMessage({ module, hand: null, lines: near }, near);
  channels.forEach(({ port2 }, n) => hands[n].postMessage({ module, hand: n, lines: [port2] }, [port2]));
}

function fault(said) {
  busy = false;
  working();
  $('fault').hidden = false;
  $('fault').replaceChildren(make('p', {}, say('fault')), make('p', {}, make('code', {}, said)));
}

worker.onmessage = ({ data: heard }) => {
  if (heard.memory) document.documentElement.dataset.memory = heard.memory;
  if (heard.fault) return fault(heard.fault);
  if (heard.ready) return changed();
  if (heard.table) return save(`${fileName().replace(/\.toml$/, '')}-${heard.table}.csv`, [heard.text], 'text/csv');
  if (heard.read) return checked(heard.read);
  if (heard.shown) {
    answer = heard.shown;
    show();
    return state(announce);
  }
  if (heard.number !== run) return;
  if (heard.checked) {
    checked(heard.checked);
  } else if (heard.progress) {
    progress = heard.progress;
  } else if (heard.answer) {
    answer = heard.answer;
    outdated(false);
    show();
    if (first) state(() => answer.differences[0] ?? '');
    first = false;
  } else if (heard.done) {
    busy = false;
    state(() => `${say('done')} ${answer?.differences[0] ?? ''}`);
  }
  working();
};

// ---- beginning ----

function speak() {
  document.documentElement.lang = language;
  document.title = say('title');
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = say(element.dataset.text);
  for (const input of document.querySelectorAll('input[name=language]')) input.checked = input.value === language;
  $('version').textContent = say('version', { version: data.version });
  $('replications').replaceChildren(...CHOICES.map((n) => make('option', { value: n, selected: n === (speak.chosen ?? CHOICES[1]) }, n ? number(n) : say('replications_none'))));
  $('views').replaceChildren(...data.views.map((one) => make('label', {}, make('input', { type: 'radio', name: 'view', value: one.name, checked: one.name === view }), ` ${both(one.title)}`)));
  for (const element of [...$('mine').children]) drop(element);
  choose();
  stories();
  told();
  working();
  opened();
  state(announce);
}

function opened() {
  $('opened-name').textContent = openedFile && say('file_opened', { name: openedFile });
}

function listen() {
  for (const input of document.querySelectorAll('input[name=language]')) {
    input.addEventListener('change', () => {
      speak.chosen = asked();
      language = input.value;
      speak();
      worker.postMessage({ look: { language, view }, scenario: request(), shown: Boolean(answer) });
    });
  }
  $('views').addEventListener('change', (event) => {
    view = event.target.value;
    worker.postMessage({ look: { language, view }, shown: Boolean(answer) });
  });
  $('year').addEventListener('change', () => { year = $('year').value; leading(); if ($('all').open) all(); });
  $('search').addEventListener('input', search);
  $('name').addEventListener('input', () => { setField('name', JSON.stringify($('name').value)); soon(); });
  $('text').addEventListener('input', () => { text = $('text').value; soon(); });
  $('replications').addEventListener('change', compute);
  $('seed').addEventListener('input', soon);
  $('figures').addEventListener('toggle', () => { if ($('figures').open && answer) figures(); });
  $('all').addEventListener('toggle', () => { if ($('all').open && answer) all(); });
  $('stop').addEventListener('click', () => {
    worker.postMessage({ stop: true });
    run += 1;
    busy = false;
    working();
    state(() => say('stopped'));
  });
  $('save').addEventListener('click', () => save(fileName(), [text], 'application/toml'));
  $('open').addEventListener('click', () => $('opened').click());
  $('opened').addEventListener('change', async () => {
    const [file] = $('opened').files;
    if (!file) return;
    text = await file.text();
    $('opened').value = '';
    openedFile = file.name;
    opened();
    changed();
  });
  $('new').addEventListener('click', () => { text = fresh(); changed(); });
  for (const button of document.querySelectorAll('[data-table]')) {
    button.addEventListener('click', () => { if (answer) worker.postMessage({ table: button.dataset.table }); });
  }
  $('svg').addEventListener('click', () => { for (const { name, svg } of pictures()) save(`${name}.svg`, [svg], 'image/svg+xml'); });
  $('png').addEventListener('click', () => Promise.all(pictures().map(pixels)));
  $('print').addEventListener('click', () => window.print());
}

text = fresh();
speak();
listen();
state(() => say('starting'));
if (typeof DecompressionStream === 'undefined' || typeof WebAssembly === 'undefined') fault(say('old_browser'));
else employ().catch((error) => fault(error.message));
