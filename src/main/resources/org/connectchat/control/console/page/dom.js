// Makes elements. A text becomes a text node, never markup.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An element with attributes and children. A child is a node, a text or a number; null, undefined and false are left out. An
 * attribute of a function is a listener; one that is true has no value; null, undefined and false are left out.
 */
export function h(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** An element of SVG. */
export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value);
    }
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      element.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
  }
}

/** Puts children in the place of those that an element has. */
export function show(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

let ids = 0;

/** A new id for an element. */
export function newId() {
  ids += 1;
  return `id-${ids}`;
}

/**
 * Shows items as children of an element. Only those whose signature has changed are made again; the focus stays on the control
 * with the same `data-control`.
 */
export function keyed(parent, items, key, signature, make) {
  const known = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  const focus = document.activeElement;
  const control = parent.contains(focus) ? focus.closest('[data-control]')?.dataset.control : undefined;
  const focused = control === undefined ? undefined : [...parent.children].find((child) => child.contains(focus)).dataset.key;
  items.forEach((item, index) => {
    const name = String(key(item));
    const state = signature(item);
    let child = known.get(name);
    known.delete(name);
    if (child === undefined || child.signature !== state) {
      const made = make(item);
      made.dataset.key = name;
      made.signature = state;
      child?.replaceWith(made);
      child = made;
    }
    if (parent.children[index] !== child) {
      parent.insertBefore(child, parent.children[index] ?? null);
    }
    if (name === focused && !child.contains(document.activeElement)) {
      [...child.querySelectorAll('[data-control]')].find((each) => each.dataset.control === control)?.focus();
    }
  });
  known.forEach((child) => child.remove());
}

/** Tells the user of a screen reader what has happened. */
export function announce(text) {
  document.getElementById('live').textContent = text;
}
