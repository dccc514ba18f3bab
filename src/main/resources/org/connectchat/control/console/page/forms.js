// Forms, buttons and what all views show alike.
import { Copied } from './api.js';
import { announce, h, newId, show } from './dom.js';

/** A field with its label. */
export function field(label, input, hint) {
  const id = newId();
  input.id = id;
  const hintId = hint === undefined ? undefined : newId();
  if (hintId !== undefined) {
    input.setAttribute('aria-describedby', hintId);
  }
  return h('div', { class: 'field' }, h('label', { for: id }, label), input, hint && h('p', { class: 'hint', id: hintId }, hint));
}

export function text(name, value = '', attributes = {}) {
  const input = h('input', { name, type: 'text', autocomplete: 'off', ...attributes });
  input.value = value;
  return input;
}

export function area(name, value = '', attributes = {}) {
  const input = h('textarea', { name, rows: 3, spellcheck: 'false', ...attributes });
  input.value = value;
  return input;
}

/** A choice; an option is a text, or a pair of value and text. */
export function select(name, options, value) {
  const choice = h(
    'select',
    { name },
    options.map((option) => {
      const [key, label] = Array.isArray(option) ? option : [option, option];
      return h('option', { value: key, selected: key === value }, label);
    }),
  );
  return choice;
}

export function checkbox(name, label, checked = false) {
  const id = newId();
  return h('div', { class: 'check' }, h('input', { type: 'checkbox', name, id, checked }), h('label', { for: id }, label));
}

/** A button that does something, and tells what went wrong below the closest place for messages. */
export function button(label, act, attributes = {}) {
  const element = h('button', { type: 'button', 'data-control': label, ...attributes }, label);
  element.addEventListener('click', () => perform(element, act));
  return element;
}

/** A form: `act` gets its fields by name. */
export function form(label, fields, submit, act) {
  const element = h(
    'form',
    { 'aria-label': label, class: 'form' },
    fields,
    h('p', { class: 'message', role: 'alert' }),
    h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'primary' }, submit)),
  );
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    perform(element, () => act(Object.fromEntries(new FormData(element)), element));
  });
  return element;
}

async function perform(element, act) {
  const message = element.querySelector(':scope > .message') ?? element.closest('section, form, li, main')?.querySelector('.message');
  if (message) {
    show(message);
  }
  try {
    await act();
  } catch (failure) {
    if (message && !(failure instanceof Copied)) {
      show(message, failure.message);
    }
    announce(failure.message);
  }
}

/** A section of a view with its heading. */
export function section(title, ...children) {
  const id = newId();
  return h('section', { 'aria-labelledby': id, class: 'card' }, h('h2', { id }, title), h('p', { class: 'message', role: 'alert' }), children);
}

/** A part that can be folded; it loads when it is opened first. */
export function fold(title, body, open = false) {
  return h('details', { class: 'fold', open }, h('summary', {}, title), body);
}

/** Names and values. */
export function facts(pairs) {
  return h(
    'dl',
    { class: 'facts' },
    pairs.filter(([, value]) => value !== undefined && value !== null && value !== '').map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]),
  );
}

/** JSON as it is. */
export function json(value) {
  return h('pre', { class: 'json', tabindex: '0', role: 'region', 'aria-label': 'JSON' }, JSON.stringify(value, null, 2));
}

export function empty(what) {
  return h('p', { class: 'empty' }, what);
}

/** A value of a field, or undefined if it is empty, so that JSON leaves it out. */
export function given(value) {
  return value === '' || value === undefined ? undefined : value;
}

export function number(value) {
  return value === '' || value === undefined ? undefined : Number(value);
}

/** Reads JSON that was typed. */
export function typedJson(value, name) {
  try {
    return JSON.parse(value);
  } catch (failure) {
    throw new Error(`${name} is not JSON: ${failure.message}`);
  }
}
