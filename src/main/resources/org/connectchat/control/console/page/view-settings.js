// The settings that can change while the emulator runs.
import { change, read } from './api.js';
import { h, show } from './dom.js';
import { area, checkbox, field, form, number, section, text, typedJson } from './forms.js';
import { coalesced, follow } from './stream.js';

export async function mount(root) {
  const simple = h('div', {});
  const limits = h('div', {});
  const whole = h('div', {});
  show(root, section('Throttle and quota', simple), section('Limits of operations', limits), section('Instances and flows that exist', whole));
  let shown;
  const loading = coalesced(async () => {
    const settings = await read('/settings');
    const signature = JSON.stringify(settings);
    if (signature === shown) {
      return;
    }
    shown = signature;
    const { throttling, quotas, instances } = settings;
    show(
      simple,
      form(
        'Throttle and quota',
        [checkbox('enabled', 'Throttle calls', throttling.enabled), field('Active chats of an instance', text('chats', quotas.concurrentActiveChats, { inputmode: 'numeric' }))],
        'Change',
        ({ enabled, chats }) => change('PATCH', '/settings', { throttling: { enabled: enabled !== undefined }, quotas: { concurrentActiveChats: number(chats) } }),
      ),
    );
    show(
      limits,
      form(
        'Limits of an operation',
        [field('Operation', text('operation', 'StartChatContact', { required: true })), field('Calls a second', text('rate', throttling.operations.StartChatContact?.rate ?? 5, { inputmode: 'decimal' })), field('Burst', text('burst', throttling.operations.StartChatContact?.burst ?? 8, { inputmode: 'numeric' }))],
        'Change the limit',
        ({ operation, rate, burst }) => change('PATCH', '/settings', { throttling: { operations: { [operation]: { rate: number(rate), burst: number(burst) } } } }),
      ),
      h(
        'div',
        { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Limits' },
        h('table', {}, h('caption', { class: 'visually-hidden' }, 'Limits'), h('thead', {}, h('tr', {}, ['Operation', 'Calls a second', 'Burst'].map((name) => h('th', { scope: 'col' }, name)))), h('tbody', {}, Object.entries(throttling.operations).map(([name, { rate, burst }]) => h('tr', {}, h('th', { scope: 'row' }, name), h('td', {}, rate), h('td', {}, burst))))),
      ),
    );
    show(
      whole,
      form('Instances', [field('Instances', area('instances', JSON.stringify(instances, null, 2), { rows: 6 }), 'JSON; an empty list accepts every id')], 'Replace', ({ instances: list }) => change('PATCH', '/settings', { instances: typedJson(list, 'The list') })),
    );
  });
  const stop = follow('?types=changed', () => loading.ask(), loading.ask);
  loading.ask();
  return () => {
    stop();
    loading.stop();
  };
}
