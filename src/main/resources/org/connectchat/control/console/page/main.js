// The frame of the console: the way from an address to its view, the navigation, and what is in every view.
import { change, copy, copyInsteadOfSending, onChange } from './api.js';
import { mode, now, onTick, readClock } from './clock.js';
import { announce, h, show } from './dom.js';
import { button } from './forms.js';

const VIEWS = {
  chats: ['Chats', () => import('./view-chats.js')],
  customer: ['Be the customer', () => import('./view-customer.js')],
  flows: ['Flows', () => import('./view-flows.js')],
  clock: ['Clock', () => import('./view-clock.js')],
  faults: ['Faults', () => import('./view-faults.js')],
  settings: ['Settings', () => import('./view-settings.js')],
  calls: ['Calls', () => import('./view-calls.js')],
  streaming: ['Streaming and events', () => import('./view-streaming.js')],
};

const CLOCK_MILLIS = 5_000;
const main = document.getElementById('main');
let leave = () => {};
let turn = 0;

/** The parts of an address such as `#/chats/ID?x=y`. */
function address() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [name = '', ...parts] = path.split('/').map(decodeURIComponent);
  return { name: name in VIEWS ? name : 'chats', parts, query: new URLSearchParams(query) };
}

async function navigate(first) {
  const { name, parts, query } = address();
  turn += 1;
  const mine = turn;
  leave();
  leave = () => {};
  const [label, load] = VIEWS[name];
  const module = name === 'chats' && parts[0] ? await import('./view-chat.js') : await load();
  if (mine !== turn) {
    return;
  }
  const title = h('h1', { tabindex: '-1' }, label);
  const body = h('div', { class: 'view' });
  show(main, title, body);
  for (const link of document.querySelectorAll('nav a')) {
    link.toggleAttribute('aria-current', false);
    if (link.dataset.view === name) {
      link.setAttribute('aria-current', 'page');
      link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }
  const setTitle = (text) => {
    show(title, text);
    document.title = `${text} · connect-chat-emulator`;
  };
  setTitle(label);
  if (!first) {
    title.focus();
  }
  const left = await module.mount(body, { parts, query, setTitle });
  if (mine === turn) {
    leave = left ?? (() => {});
  } else {
    left?.();
  }
}

function header() {
  const time = h('span', { class: 'time' });
  const showTime = () => show(time, `${new Date(now()).toISOString().slice(0, 19).replace('T', ' ')}Z ${mode().toLowerCase()}`);
  onTick(showTime);
  const copying = h('input', { type: 'checkbox', id: 'copying' });
  copying.addEventListener('change', () => copyInsteadOfSending(copying.checked));
  show(
    document.getElementById('header'),
    h(
      'div',
      { class: 'bar' },
      h('p', { class: 'brand' }, 'connect-chat-emulator'),
      h('p', { class: 'clock' }, h('span', { class: 'visually-hidden' }, "The emulator's clock: "), time),
      h('div', { class: 'check' }, copying, h('label', { for: 'copying' }, 'Copy as curl instead of sending')),
      button('Reset…', askToReset),
    ),
    h(
      'nav',
      { 'aria-label': 'Views' },
      h('ul', {}, Object.entries(VIEWS).map(([name, [label]]) => h('li', {}, h('a', { href: `#/${name}`, 'data-view': name }, label)))),
    ),
  );
}

function askToReset() {
  const message = h('p', { class: 'message', role: 'alert' });
  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'reset-title' },
    h('h2', { id: 'reset-title' }, 'Reset the emulator?'),
    h('p', {}, 'All chats, faults, recorded calls and events, stubs, and flows that the API created are removed. Clock and settings are as configured.'),
    message,
    h(
      'div',
      { class: 'buttons' },
      button('Cancel', () => dialog.close(), { autofocus: true }),
      button(
        'Reset',
        async () => {
          await change('POST', '/reset', {});
          dialog.close();
          announce('The emulator is reset');
          location.hash = '#/chats';
          await navigate(false);
        },
        { class: 'danger' },
      ),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** The latest call, to copy it. */
function footer() {
  const line = h('p', { class: 'latest' });
  const foot = h('footer', { hidden: true }, line);
  onChange(({ method, path, status, command }) => {
    foot.hidden = false;
    show(
      line,
      h('span', {}, `${method} ${path}`),
      h('strong', {}, status),
      h('button', { type: 'button', click: () => copy(command) }, 'Copy as curl'),
    );
  });
  document.body.append(foot);
}

header();
footer();
await readClock();
// A stream of its own would take one more of the few connections that a browser has for all tabs.
onChange(() => readClock());
setInterval(() => !document.hidden && readClock(), CLOCK_MILLIS);
window.addEventListener('hashchange', () => navigate(false));
await navigate(true);
