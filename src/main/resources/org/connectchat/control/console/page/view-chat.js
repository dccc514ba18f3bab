// One chat: its conversation, the agent's desk, and beside it what a developer wants to know.
import { aws, change, read } from './api.js';
import { agentPanel } from './agent.js';
import { conversation, showItems } from './conversation.js';
import { readClock, time, until } from './clock.js';
import { h, show } from './dom.js';
import { button, empty, facts, fold, json, section, select } from './forms.js';
import { coalesced, follow } from './stream.js';
import { pass } from './view-chats.js';

const REASONS = [
  'CUSTOMER_DISCONNECT',
  'AGENT_DISCONNECT',
  'AGENT_NETWORK_DISCONNECT',
  'CUSTOMER_CONNECTION_NOT_ESTABLISHED',
  'EXPIRED',
  'CONTACT_FLOW_DISCONNECT',
  'API',
  'BARGED',
  'IDLE_DISCONNECT',
  'THIRD_PARTY_DISCONNECT',
  'SYSTEM_ERROR',
];
const TYPING = 'application/vnd.amazonaws.connect.event.typing';
const TYPING_MILLIS = 6_000;

export async function mount(root, { parts, setTitle }) {
  const [contactId] = parts;
  const path = `/contacts/${encodeURIComponent(contactId)}`;
  let contact;
  try {
    contact = await read(path);
  } catch (failure) {
    show(root, h('p', { class: 'empty' }, failure.message), h('p', {}, h('a', { href: '#/chats' }, 'All chats')));
    return undefined;
  }
  setTitle(`Chat of ${contact.displayName}`);

  const list = conversation('Conversation');
  const typing = h('p', { class: 'typing', role: 'status' });
  const agent = agentPanel(contactId);
  const side = sidebar(path, contactId);
  const actions = h('div', { class: 'buttons' });
  const goesOn = h('p', { role: 'status' });
  const reason = select('reason', REASONS, 'AGENT_DISCONNECT');
  reason.setAttribute('aria-label', 'Reason');
  show(
    actions,
    reason,
    button('End', () => change('POST', `${path}/end`, { disconnectReason: reason.value }), { class: 'danger' }),
    button('Drop sockets', () => change('POST', `${path}/sockets/drop`)),
    button('Connect the customer', () => change('POST', `${path}/connect`), { title: 'Without a socket' }),
    button('Past the next deadline', async () => {
      if (contact.deadlines.length === 0) {
        throw new Error('The chat waits for no deadline');
      }
      await pass(contact, contact.deadlines[0].at);
    }),
    h('a', { href: `#/flows/${encodeURIComponent(contact.contactFlowId ?? '')}?chat=${contactId}&instance=${encodeURIComponent(contact.instanceId)}` }, 'Flow'),
  );
  const chat = section('Conversation', list, typing);
  root.append(h('div', { class: 'section-message' }, h('p', { class: 'message', role: 'alert' }), goesOn, actions), h('div', { class: 'columns' }, h('div', {}, chat, agent.panel), side.element));

  const typists = new Map();
  function showTyping() {
    const names = [...typists.values()].filter(({ until }) => until > Date.now()).map(({ name }) => name);
    const words = names.length === 0 ? '' : `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} typing…`;
    if (typing.textContent !== words) {
      typing.textContent = words;
    }
  }
  const fading = setInterval(showTyping, 1_000);

  function render() {
    const names = new Map(contact.participants.map(({ participantId, displayName }) => [participantId, displayName]));
    showItems(list, contact.transcript, { own: 'AGENT', names });
    agent.update(contact);
    // After a transfer the chat goes on in another contact.
    const { nextContactId } = contact;
    if (nextContactId !== undefined && goesOn.childNodes.length === 0) {
      show(goesOn, 'The chat goes on in ', h('a', { href: `#/chats/${nextContactId}` }, `contact ${nextContactId.slice(0, 8)}`), '.');
    }
    side.update(contact);
  }
  const loading = coalesced(async () => {
    contact = await read(path);
    render();
  });
  const stop = follow(
    `?contactId=${encodeURIComponent(contactId)}`,
    (events) => {
      for (const event of events.filter(({ type }) => type === 'item')) {
        if (event.contentType === TYPING) {
          typists.set(event.participantId, { name: event.displayName, until: Date.now() + TYPING_MILLIS });
        } else if (event.itemType === 'MESSAGE') {
          typists.delete(event.participantId);
        }
      }
      showTyping();
      loading.ask();
      side.heard(events);
    },
    () => {
      loading.ask();
      side.heard([{ type: 'call' }, { type: 'flow' }, { type: 'contact' }]);
    },
  );
  render();
  list.scrollTop = list.scrollHeight;
  await readClock();
  return () => {
    stop();
    loading.stop();
    side.stop();
    clearInterval(fading);
  };
}

/** The folds beside the conversation. A fold that needs a call of its own makes it when it is open. */
function sidebar(path, contactId) {
  const id = encodeURIComponent(contactId);
  const parts = {
    contact: h('div', {}),
    people: h('div', {}),
    deadlines: h('div', {}),
    flow: h('div', {}),
    events: h('div', {}),
    calls: h('div', {}),
    streamings: h('div', {}),
  };
  const folds = {
    contact: fold('Contact', parts.contact, true),
    people: fold('Participants, tokens, connections', parts.people, true),
    deadlines: fold('Deadlines and timers', parts.deadlines, true),
    flow: fold('Flow log', parts.flow),
    events: fold('Contact events', parts.events),
    calls: fold('AWS calls', parts.calls),
    streamings: fold('Streaming', parts.streamings),
  };
  const loads = {
    flow: coalesced(async () => showFlow(parts.flow, await Promise.all([read(`${path}/flow`), read(`${path}/flow/log`)]))),
    events: coalesced(async () => showEvents(parts.events, await read(`/contact-events?contactId=${id}`))),
    calls: coalesced(async () => showCalls(parts.calls, await read(`/calls?contactId=${id}&limit=500`))),
    streamings: coalesced(async () => showStreamings(parts.streamings, await read(`${path}/streamings`), await read(path))),
  };
  for (const [name, load] of Object.entries(loads)) {
    folds[name].addEventListener('toggle', () => folds[name].open && load.ask());
  }
  const ask = (name) => folds[name].open && loads[name].ask();
  return {
    element: h('section', { class: 'card side', 'aria-label': 'Details' }, Object.values(folds)),
    update(contact) {
      showContact(parts.contact, contact);
      showPeople(parts.people, contact);
      showDeadlines(parts.deadlines, contact);
    },
    heard(events) {
      const types = new Set(events.map(({ type }) => type));
      if (types.has('flow') || types.has('changed')) {
        ask('flow');
      }
      if (types.has('contact')) {
        ask('events');
      }
      if (types.has('call')) {
        ask('calls');
      }
      ask('streamings');
    },
    stop() {
      Object.values(loads).forEach((load) => load.stop());
    },
  };
}

function showContact(part, contact) {
  const { attributes } = contact;
  show(
    part,
    facts([
      ['State', contact.state],
      ['Reason', contact.disconnectReason],
      ['Contact id', contact.contactId],
      ['First contact', contact.initialContactId === contact.contactId ? undefined : contact.initialContactId],
      ['Previous', contact.previousContactId],
      ['Next', contact.nextContactId],
      ['Instance', contact.instanceId],
      ['Flow', contact.contactFlowId],
      ['Queue', contact.queueName],
      ['Begun by', contact.initiationMethod],
      ['Begun at', contact.initiatedAt],
      ['Connected at', contact.connectedAt],
      ['Ended at', contact.disconnectedAt],
      ['Content types', contact.supportedMessagingContentTypes.join(', ')],
    ]),
    h('h3', {}, 'Attributes'),
    Object.keys(attributes).length === 0 ? empty('None') : facts(Object.entries(attributes)),
  );
}

function showPeople(part, contact) {
  show(
    part,
    h(
      'ul',
      { class: 'plain' },
      contact.participants.map(({ participantId, role, displayName, present, sockets }) =>
        h(
          'li',
          {},
          h('strong', {}, displayName),
          ` ${role.toLowerCase().replaceAll('_', ' ')}: ${present ? 'connected' : 'not connected'}, ${sockets} open ${sockets === 1 ? 'socket' : 'sockets'}, token ${contact.state === 'ACTIVE' ? 'opens the chat' : 'opens nothing any more'}`,
          h('span', { class: 'id' }, participantId),
        ),
      ),
    ),
  );
}

function showDeadlines(part, contact) {
  show(
    part,
    contact.deadlines.length === 0
      ? empty('No deadline')
      : h('ul', { class: 'plain' }, contact.deadlines.map(({ at, kind }) => h('li', {}, `${kind.toLowerCase()} in `, until(at), ` (${time(at)})`))),
    contact.timers.length > 0 && h('ul', { class: 'plain' }, contact.timers.map(({ role, type, duration }) => h('li', {}, `Timer ${role} ${type}: ${duration}`))),
  );
}

function showFlow(part, [flow, log]) {
  const { run } = flow;
  show(
    part,
    facts([
      ['State', flow.state],
      ['Runs', run && `${run.flowName} (${run.kind})`],
      ['Action', run?.identifier && `${run.identifier} (${run.type})`],
      ['Waits for', run?.waitsFor],
      ['Until', run?.until],
      ['Queue', flow.queue && `${flow.queue.name}, position ${flow.queue.position ?? '–'}`],
    ]),
    log.entries.length === 0
      ? empty('No action has run')
      : h(
          'ol',
          { class: 'plain log' },
          log.entries.map((entry) =>
            h('li', {}, h('span', { class: 'at' }, `${time(entry.at)} `), h('strong', {}, entry.identifier), ` ${entry.type} → ${entry.outcome}`, entry.reason && h('span', { class: 'id' }, entry.reason)),
          ),
        ),
  );
}

function showEvents(part, { events }) {
  show(
    part,
    events.length === 0 ? empty('None') : events.map((event) => fold(`${time(event.time)} ${event.detail.eventType}`, json(event))),
  );
}

export function showCalls(part, { calls }) {
  const open = new Set([...part.querySelectorAll('details[open]')].map((each) => each.dataset.number));
  show(
    part,
    calls.length === 0
      ? empty('None')
      : [...calls].reverse().map((call) => {
          const details = fold(`${time(call.time)} ${call.operation} ${call.status ?? 'no response'}${call.errorCode === undefined ? '' : ` ${call.errorCode}`}`, json(call), open.has(String(call.number)));
          details.dataset.number = call.number;
          return details;
        }),
  );
}

function showStreamings(part, { streamings }, { instanceId, contactId }) {
  show(
    part,
    streamings.length === 0
      ? empty('None')
      : streamings.map((streaming) => [
          facts([
            ['Topic', streaming.topicArn],
            ['Active', String(streaming.active)],
            ['Delivered', streaming.delivered],
            ['Waiting', streaming.waiting],
            ['Failed', streaming.failed],
            ['Problem', streaming.problem],
          ]),
          streaming.active && button('Stop streaming', () => aws('POST', '/contact/stop-streaming', { InstanceId: instanceId, ContactId: contactId, StreamingId: streaming.streamingId })),
        ]),
  );
}
