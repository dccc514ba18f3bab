// What leaves the emulator: contact events, and the items of streamed chats.
import { aws, change, read } from './api.js';
import { h, show } from './dom.js';
import { button, empty, facts, field, fold, form, json, section, text } from './forms.js';
import { coalesced, follow } from './stream.js';
import { time } from './clock.js';

const SHOWN = 200;
const PAGE = 1_000;

export async function mount(root) {
  const streaming = h('div', {});
  const delivery = h('div', {});
  const list = h('div', {});
  const count = h('p', { class: 'count', role: 'status' });
  const filter = text('filter', '', { type: 'search', placeholder: 'type, contact' });
  const events = [];
  let last = 0;
  const start = form(
    'Stream a chat',
    [field('Contact id', text('contactId', '', { required: true })), field('Topic', text('topic', 'arn:aws:sns:us-east-1:000000000000:my-topic', { required: true }), 'An ARN of SNS')],
    'Stream the chat',
    async ({ contactId, topic }) => {
      const { instanceId } = await read(`/contacts/${encodeURIComponent(contactId)}`);
      await aws('POST', '/contact/start-streaming', { InstanceId: instanceId, ContactId: contactId, ClientToken: `console-${Date.now()}`, ChatStreamingConfiguration: { StreamingEndpointArn: topic } });
    },
  );
  filter.addEventListener('input', render);
  show(
    root,
    h('div', { class: 'columns even' }, section('Streaming of chats', streaming, start), section('Delivery of contact events', delivery)),
    section('Contact events', field('Filter', filter), count, list, h('div', { class: 'buttons' }, button('Forget all events', () => change('DELETE', '/contact-events')))),
  );
  function render() {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = events.filter(({ detail }) => words.every((word) => `${detail.eventType} ${detail.contactId} ${detail.initialContactId}`.toLowerCase().includes(word)));
    count.textContent = `${found.length} events${found.length > SHOWN ? `, the latest ${SHOWN} are shown` : ''}`;
    const open = new Set([...list.querySelectorAll('details[open]')].map((each) => each.dataset.number));
    show(
      list,
      found.length === 0
        ? empty('None')
        : found
            .slice(-SHOWN)
            .reverse()
            .map((event) => {
              const details = fold(`${time(event.time)} ${event.detail.eventType} ${event.detail.contactId.slice(0, 8)}`, json(event), open.has(String(event.number)));
              details.dataset.number = event.number;
              return details;
            }),
    );
  }
  const loading = coalesced(async () => {
    const [items, sent] = await Promise.all([read('/streaming-delivery'), read('/contact-events/delivery')]);
    show(streaming, counts(items));
    show(delivery, counts(sent));
    let page;
    do {
      page = (await read(`/contact-events?limit=${PAGE}&since=${last}`)).events;
      events.push(...page);
      last = events.at(-1)?.number ?? last;
    } while (page.length === PAGE);
    events.splice(0, Math.max(0, events.length - PAGE));
    render();
  }, 500);
  const stop = follow(
    '?types=contact,item,changed',
    (heard) => {
      if (heard.some(({ resource }) => resource === 'contact-events' || resource === 'reset')) {
        events.length = 0;
      }
      loading.ask();
    },
    loading.ask,
  );
  loading.ask();
  return () => {
    stop();
    loading.stop();
  };
}

function counts(state) {
  return facts(Object.entries(state).map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]));
}
