// The calls of AWS operations, with their bodies.
import { change, read } from './api.js';
import { h, show } from './dom.js';
import { button, field, section, text } from './forms.js';
import { coalesced, follow } from './stream.js';
import { showCalls } from './view-chat.js';

const SHOWN = 200;
const PAGE = 1_000;

export async function mount(root) {
  const calls = [];
  let last = 0;
  const filter = text('filter', '', { type: 'search', placeholder: 'operation, error, contact, instance' });
  const count = h('p', { class: 'count', role: 'status' });
  const list = h('div', {});
  filter.addEventListener('input', render);
  show(root, h('form', { class: 'filters', role: 'search', 'aria-label': 'Filter calls', submit: (event) => event.preventDefault() }, field('Filter', filter)), section('Calls', count, list, h('div', { class: 'buttons' }, button('Forget all calls', () => change('DELETE', '/calls')))));

  function render() {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = calls.filter((call) => words.every((word) => [call.operation, call.errorCode, call.contactId, call.initialContactId, call.instanceId, call.status].join(' ').toLowerCase().includes(word)));
    count.textContent = `${found.length} calls${found.length > SHOWN ? `, the latest ${SHOWN} are shown` : ''}`;
    showCalls(list, { calls: found.slice(-SHOWN) });
  }
  const loading = coalesced(async () => {
    let page;
    do {
      page = (await read(`/calls?limit=${PAGE}&since=${last}`)).calls;
      calls.push(...page);
      last = calls.at(-1)?.number ?? last;
    } while (page.length === PAGE);
    calls.splice(0, Math.max(0, calls.length - PAGE));
    render();
  }, 500);
  const stop = follow(
    '?types=call,changed',
    (events) => {
      if (events.some(({ resource }) => resource === 'calls' || resource === 'reset')) {
        calls.length = 0;
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
