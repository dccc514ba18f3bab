// Faults: what goes wrong, how often, and how often it has.
import { change, read } from './api.js';
import { h, show } from './dom.js';
import { button, empty, field, form, given, number, section, select, text } from './forms.js';
import { coalesced, follow } from './stream.js';

const TYPES = ['ERROR', 'LATENCY', 'RESET', 'DROP_SOCKET', 'SILENCE_SOCKET', 'FORBID_STREAMING', 'FAIL_STREAMING', 'DELAY_STREAMING'];

export async function mount(root) {
  const list = h('div', {});
  const add = form(
    'Add a fault',
    [
      field('Effect', select('type', TYPES)),
      field('Operation', text('operation', 'SendMessage'), 'By its AWS name; empty for all, and for faults of sockets and streaming'),
      field('Error code', text('errorCode', 'ThrottlingException'), 'Of an ERROR'),
      field('Delay', text('delay', '', { placeholder: 'PT2S' }), 'Of a LATENCY or DELAY_STREAMING'),
      field('When', select('when', [['', 'before the operation'], ['AFTER', 'after it']])),
      field('Contact id', text('contactId')),
      field('Instance', text('instanceId')),
      field('Probability', text('probability', '', { inputmode: 'decimal', placeholder: '1' })),
      field('How often', text('count', '1', { inputmode: 'numeric' }), 'Empty for always'),
      field('For how long', text('ttl', '', { placeholder: 'PT10M' })),
    ],
    'Add the fault',
    ({ type, operation, errorCode, delay, when, contactId, instanceId, probability, count, ttl }) =>
      change('POST', '/faults', {
        operation: type.includes('SOCKET') || type.includes('STREAMING') ? undefined : given(operation),
        contactId: given(contactId),
        instanceId: given(instanceId),
        probability: number(probability),
        count: number(count),
        ttl: given(ttl),
        when: given(when),
        effect: { type, errorCode: type === 'ERROR' ? given(errorCode) : undefined, delay: type === 'LATENCY' || type === 'DELAY_STREAMING' ? given(delay) : undefined },
      }),
  );
  show(root, h('div', { class: 'columns even' }, section('Add a fault', add), section('Faults in force', list, h('div', { class: 'buttons' }, button('Remove all', () => change('DELETE', '/faults'))))));
  const loading = coalesced(async () => {
    const { faults } = await read('/faults');
    show(list, faults.length === 0 ? empty('None') : h('ul', { class: 'plain' }, faults.map(fault)));
  });
  const stop = follow('?types=changed,call', () => loading.ask(), loading.ask);
  loading.ask();
  return () => {
    stop();
    loading.stop();
  };
}

function fault(each) {
  const { id, effect, operation, contactId, instanceId, strikes } = each;
  const whose = [operation, contactId && `contact ${contactId.slice(0, 8)}`, instanceId].filter(Boolean).join(', ');
  return h('li', {}, h('strong', {}, effect.type), ` ${[effect.errorCode, effect.delay, whose].filter(Boolean).join(', ')}: ${strikes} ${strikes === 1 ? 'hit' : 'hits'} `, button('Remove', () => change('DELETE', `/faults/${id}`), { 'aria-label': `Remove the fault ${id}` }));
}
