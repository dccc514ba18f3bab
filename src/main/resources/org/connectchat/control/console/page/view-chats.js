// All chats, live. The page holds all of them and shows fifty at a time.
import { change, read } from './api.js';
import { announce, h, keyed, show } from './dom.js';
import { now, readClock, since, until } from './clock.js';
import { button, field, select, text } from './forms.js';
import { coalesced, follow } from './stream.js';

const PAGE = 50;
const READ_PAGE = 1_000;
/** Above so many changed chats at once it is cheaper to read the list. */
const FEW = 8;

const KINDS = {
  CONNECTION: 'customer connects',
  DURATION: 'chat expires',
};

export async function mount(root, { query }) {
  const contacts = new Map();
  const changed = new Set();
  let all = true;
  let first = 0;

  const filter = text('filter', query.get('filter') ?? '', { type: 'search', placeholder: 'name, id, flow, queue, agent' });
  const state = select('state', [['', 'all'], ['ACTIVE', 'active'], ['ENDED', 'ended']], query.get('state') ?? '');
  const count = h('p', { class: 'count', role: 'status' });
  const list = h('ul', { class: 'chats', 'aria-label': 'Chats' });
  const none = h('p', { class: 'empty', hidden: true }, 'No chat matches. ', h('a', { href: '#/customer' }, 'Start one as the customer.'));
  const previous = button('Previous', () => turnTo(first - PAGE));
  const next = button('Next', () => turnTo(first + PAGE));
  show(
    root,
    h('form', { class: 'filters', role: 'search', 'aria-label': 'Filter chats', submit: (event) => event.preventDefault() }, field('Filter', filter), field('State', state)),
    h('p', { class: 'message', role: 'alert' }),
    count,
    h('div', { class: 'chats-head', 'aria-hidden': 'true' }, ['Customer', 'State', 'Agent', 'Queue', 'Age', 'Next deadline', ''].map((name) => h('span', {}, name))),
    list,
    none,
    h('div', { class: 'buttons' }, previous, next),
  );
  for (const control of [filter, state]) {
    control.addEventListener('input', () => turnTo(0));
  }

  function matching() {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    return [...contacts.values()]
      .filter((contact) => state.value === '' || contact.state === state.value)
      .filter((contact) => words.every((word) => contact.words.includes(word)))
      .sort((one, other) => (one.initiatedAt < other.initiatedAt ? 1 : -1));
  }

  function turnTo(index) {
    first = Math.max(0, index);
    render();
  }

  function render() {
    const found = matching();
    first = Math.min(first, Math.max(0, found.length - 1));
    first -= first % PAGE;
    const shown = found.slice(first, first + PAGE);
    const range = found.length === 0 ? '0' : `${first + 1}–${first + shown.length}`;
    const words = `${range} of ${found.length} contacts`;
    if (count.textContent !== words) {
      count.textContent = words;
    }
    keyed(list, shown, (contact) => contact.contactId, JSON.stringify, row);
    none.hidden = found.length > 0;
    previous.disabled = first === 0;
    next.disabled = first + PAGE >= found.length;
  }

  function keep(contact) {
    const { contactId, displayName, contactFlowId, queueName, agentName, instanceId } = contact;
    contact.words = [contactId, displayName, contactFlowId, queueName, agentName, instanceId].filter(Boolean).join(' ').toLowerCase();
    contacts.set(contactId, contact);
  }

  async function readAll() {
    const found = [];
    let token = '';
    do {
      const page = await read(`/contacts?limit=${READ_PAGE}${token}`);
      found.push(...page.contacts);
      if (contacts.size === 0) {
        // The first paint does not wait for the last page.
        page.contacts.forEach(keep);
        render();
      }
      token = page.nextToken === undefined ? '' : `&nextToken=${encodeURIComponent(page.nextToken)}`;
    } while (token !== '');
    contacts.clear();
    found.forEach(keep);
  }

  async function readChanged(ids) {
    for (const id of ids) {
      const page = await read(`/contacts?contactId=${encodeURIComponent(id)}`);
      page.contacts.forEach(keep);
    }
  }

  const loading = coalesced(async () => {
    const ids = [...changed];
    changed.clear();
    if (all || ids.length > FEW) {
      all = false;
      await readAll();
    } else {
      await readChanged(ids);
    }
    render();
  }, 500);
  const again = () => {
    all = true;
    loading.ask();
  };

  const stop = follow(
    '?types=contact,item,flow,changed',
    (events) => {
      for (const event of events) {
        if (event.contactId !== undefined) {
          changed.add(event.contactId);
        } else if (['clock', 'reset', 'state'].includes(event.resource)) {
          all = true;
          readClock();
        }
      }
      loading.ask();
    },
    again,
  );
  loading.ask();
  return () => {
    stop();
    loading.stop();
  };
}

function row(contact) {
  const active = contact.state === 'ACTIVE';
  const cell = (name, ...content) => h('div', { class: 'cell' }, h('span', { class: 'k' }, `${name} `), content);
  const path = `/contacts/${contact.contactId}`;
  const deadline = contact.nextDeadline;
  return h(
    'li',
    {},
    h('div', { class: 'cell' }, h('a', { href: `#/chats/${contact.contactId}`, 'data-control': 'open' }, contact.displayName), h('span', { class: 'id' }, contact.contactId.slice(0, 8))),
    cell('State', h('span', { class: `state ${active ? 'active' : 'ended'}` }, active ? 'active' : 'ended'), !active && contact.disconnectReason && h('span', { class: 'id' }, contact.disconnectReason)),
    cell('Agent', contact.agentName ?? '–'),
    cell('Queue', contact.queueName ?? '–'),
    cell('Age', active ? since(contact.initiatedAt) : `until ${contact.disconnectedAt.slice(11, 19)}`),
    cell('Next deadline', deadline ? [until(deadline.at), h('span', { class: 'id' }, KINDS[deadline.kind] ?? deadline.kind.toLowerCase().replaceAll('_', ' '))] : '–'),
    h(
      'div',
      { class: 'cell actions' },
      active && [
        button('End', () => change('POST', `${path}/end`, { disconnectReason: 'AGENT_DISCONNECT' }), { 'aria-label': `End the chat of ${contact.displayName}` }),
        button('Drop', () => change('POST', `${path}/sockets/drop`), { 'aria-label': `Drop the sockets of ${contact.displayName}`, title: 'Drop the sockets' }),
        deadline &&
          button('Past deadline', () => pass(contact, deadline.at), { 'aria-label': `Past deadline of ${contact.displayName}`, title: 'Advance the clock past the next deadline' }),
      ],
    ),
  );
}

/** Moves the clock of a contact to just behind a moment: that of its instance, if it has one, or that of the emulator. */
export async function pass(contact, moment) {
  const named = `?instanceId=${encodeURIComponent(contact.instanceId)}`;
  const { now: current, instanceId } = await read(`/clock${named}`);
  const millis = Date.parse(moment) - Date.parse(current) + 1;
  if (millis > 0) {
    await change('POST', `/clock/advance${instanceId ? named : ''}`, { by: `PT${millis / 1000}S` });
  }
  await readClock();
  const shown = instanceId ? (await read(`/clock${named}`)).now : new Date(now()).toISOString();
  announce(`The clock ${instanceId ? `of ${instanceId} ` : ''}stands at ${shown}`);
}
