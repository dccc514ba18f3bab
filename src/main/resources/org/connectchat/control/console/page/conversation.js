// A conversation as a chat looks: bubbles, roles, receipts, attachments, interactive messages. All texts are text nodes.
import { h, keyed } from './dom.js';
import { time } from './clock.js';
import { interactive } from './interactive.js';

const EVENT = 'application/vnd.amazonaws.connect.event.';
const INTERACTIVE = 'application/vnd.amazonaws.connect.message.interactive';

/**
 * Shows items in a list.
 *
 * @param options own: the role whose bubbles stand on the right; names: the participants by their ids; choose: gets what the
 *     reader picks in an interactive message, if it can be answered here; download: gets an attachment
 */
export function showItems(list, items, options) {
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  keyed(list, items, (item) => item.id, (item) => JSON.stringify(item), (item) => bubble(item, options));
  if (atEnd) {
    list.scrollTop = list.scrollHeight;
  }
}

export function conversation(label) {
  return h('ol', { class: 'conversation', 'aria-label': label, tabindex: '0' });
}

function bubble(item, options) {
  if (item.type === 'EVENT' || item.contentType?.startsWith(EVENT)) {
    const name = item.contentType.replace(EVENT, '').replaceAll('.', ' ');
    return h('li', { class: 'event' }, [item.displayName, name].filter(Boolean).join(': '), ' ', h('span', { class: 'at' }, time(item.at)));
  }
  const side = item.role === options.own ? 'own' : 'other';
  return h(
    'li',
    { class: `bubble ${side} ${String(item.role).toLowerCase()}` },
    h('div', { class: 'who' }, h('strong', {}, item.displayName ?? 'unknown'), ` ${String(item.role).toLowerCase().replaceAll('_', ' ')} `, h('span', { class: 'at' }, time(item.at))),
    content(item, options),
    (item.attachments ?? []).map((attachment) => file(attachment, options)),
    (item.receipts ?? []).map((receipt) => seen(receipt, options)),
  );
}

function content(item, options) {
  if (item.content === undefined || item.content === null) {
    return undefined;
  }
  if (item.contentType === INTERACTIVE) {
    return interactive(item.content, options.choose);
  }
  if (item.contentType === 'application/json' || item.contentType === `${INTERACTIVE}.response`) {
    return h('div', {}, h('span', { class: 'type' }, item.contentType === 'application/json' ? 'JSON' : 'response'), h('p', { class: 'text mono' }, item.content));
  }
  return h('div', {}, item.contentType === 'text/markdown' && h('span', { class: 'type' }, 'Markdown'), h('p', { class: 'text' }, item.content));
}

function file(attachment, { download }) {
  const words = `${attachment.name} (${attachment.contentType})`;
  return h('p', { class: 'file' }, download ? h('button', { type: 'button', click: () => download(attachment) }, words) : words);
}

function seen(receipt, { names }) {
  const who = names?.get(receipt.participantId) ?? 'a participant';
  return h('p', { class: 'receipt' }, receipt.readAt ? `Read by ${who} ${time(receipt.readAt)}` : `Delivered to ${who} ${time(receipt.deliveredAt)}`);
}
