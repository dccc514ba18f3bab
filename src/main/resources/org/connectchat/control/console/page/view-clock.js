// The clock by which chats end.
import { change, read } from './api.js';
import { mode, now, onTick, readClock, until } from './clock.js';
import { h, show } from './dom.js';
import { button, empty, field, form, section, text } from './forms.js';
import { coalesced, follow } from './stream.js';
import { pass } from './view-chats.js';

const STEPS = [['1 s', 'PT1S'], ['1 min', 'PT1M'], ['5 min', 'PT5M'], ['1 h', 'PT1H'], ['1 day', 'P1D']];

export async function mount(root) {
  const reading = h('p', { class: 'big' });
  const next = h('div', {});
  const showTime = () => show(reading, new Date(now()).toISOString().slice(0, 19).replace('T', ' '), 'Z ', h('span', { class: 'id' }, mode().toLowerCase()));
  const act = (path, body) => async () => {
    await change('POST', `/clock/${path}`, body);
    await readClock();
  };
  show(
    root,
    section(
      'Now',
      reading,
      h('div', { class: 'buttons' }, button('Freeze', act('freeze')), button('Resume', act('resume'))),
      h('div', { class: 'buttons' }, STEPS.map(([label, by]) => button(`Advance ${label}`, act('advance', { by })))),
      form('Advance the clock', [field('Advance by', text('by', 'PT5M', { required: true }), 'An ISO 8601 duration, such as PT5M or P1D')], 'Advance', ({ by }) => act('advance', { by })()),
      form('Set the clock', [field('Set to', text('to', new Date(now()).toISOString().slice(0, 19) + 'Z', { required: true }))], 'Set', ({ to }) => act('set', { to })()),
    ),
    section('Next deadlines', next),
  );
  const stopTicking = onTick(showTime);
  await readClock();
  showTime();
  const loading = coalesced(async () => {
    const { contacts } = await read('/contacts?state=ACTIVE&limit=1000');
    const waiting = contacts.filter(({ nextDeadline }) => nextDeadline !== undefined).sort((one, other) => (one.nextDeadline.at < other.nextDeadline.at ? -1 : 1));
    show(
      next,
      waiting.length === 0
        ? empty('No chat waits for a deadline.')
        : h('ol', { class: 'plain' }, waiting.slice(0, 20).map(({ contactId, instanceId, displayName, nextDeadline: { at, kind } }) => h('li', {}, h('a', { href: `#/chats/${contactId}` }, displayName), ` ${kind.toLowerCase()} in `, until(at), ' ', button('Advance past it', () => pass({ instanceId }, at), { 'aria-label': `Advance past it: the deadline of ${displayName}` })))),
    );
  }, 1_000);
  const stop = follow('?types=contact,flow,changed', () => loading.ask(), loading.ask);
  loading.ask();
  return () => {
    stopTicking();
    stop();
    loading.stop();
  };
}
