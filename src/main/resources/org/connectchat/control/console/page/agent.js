// Plays the agent of a chat.
import { change, upload } from './api.js';
import { h, show } from './dom.js';
import { area, button, checkbox, field, form, given, section, select, text, typedJson } from './forms.js';
import { TEMPLATES, template } from './interactive.js';

const INTERACTIVE = 'application/vnd.amazonaws.connect.message.interactive';
const TYPES = [
  ['text/plain', 'Text'],
  ['text/markdown', 'Markdown'],
  ['application/json', 'JSON'],
  [INTERACTIVE, 'Interactive'],
  [`${INTERACTIVE}.response`, 'Interactive response'],
];
const TYPING_PAUSE_MILLIS = 5_000;

/** The part of the page that plays an agent; `update` gets the contact whenever it has changed. */
export function agentPanel(contactId) {
  const body = h('div', {});
  const panel = section('Be the agent', body);
  panel.classList.add('agent');
  const path = `/contacts/${contactId}/agents`;
  const join = form(
    'Join as an agent',
    [field('Agent name', text('displayName', 'Grace', { required: true, maxlength: 256 })), field('Agent id', text('agentId', ''), 'Empty for a new one'), checkbox('invite', 'Invite only')],
    'Join',
    ({ displayName, agentId, invite }) => change('POST', path, { displayName, agentId: given(agentId), connect: invite === undefined }),
  );
  let shown;
  let latest;

  const agents = (contact) => contact.participants.filter(({ role, present }) => role === 'AGENT' && present);
  const invited = (contact) => contact.participants.filter(({ role, present }) => role === 'AGENT' && !present);

  function desk(contact) {
    const choice = select('agent', agents(contact).map(({ participantId, displayName }) => [participantId, displayName]));
    const of = () => `${path}/${choice.value}`;
    const message = area('content', '', { required: true, rows: 2 });
    const type = select('type', TYPES);
    const templates = h('div', { hidden: true, class: 'row' });
    const kind = select('template', TEMPLATES);
    const title = text('title', 'What can I do for you?');
    const options = text('options', 'Billing, Sales');
    const fillIn = () => {
      message.value = JSON.stringify(template(kind.value, title.value, options.value.split(',').map((each) => each.trim()).filter(Boolean)), null, 2);
      message.rows = 8;
    };
    show(templates, field('Template', kind), field('Title', title), field('Options', options, 'Separated by commas; dates for a TimePicker'));
    for (const control of [kind, title, options]) {
      control.addEventListener('input', fillIn);
    }
    type.addEventListener('change', () => {
      templates.hidden = type.value !== INTERACTIVE;
      message.rows = 2;
      if (!templates.hidden) {
        fillIn();
      }
    });
    let typed = 0;
    message.addEventListener('input', () => {
      if (Date.now() - typed > TYPING_PAUSE_MILLIS) {
        typed = Date.now();
        change('POST', `${of()}/typing`).catch(() => {});
      }
    });
    const write = form('Write as the agent', [field('Content type', type), templates, field('Message', message)], 'Send', async () => {
      const content = type.value === 'text/plain' || type.value === 'text/markdown' ? message.value : typedJson(message.value, 'The message');
      await change('POST', `${of()}/messages`, { contentType: type.value, content });
      message.value = '';
      typed = 0;
    });
    const files = h('input', { type: 'file' });
    const attach = form('Attach a file as the agent', [field('File', files)], 'Attach', async () => {
      const [file] = files.files;
      if (file === undefined) {
        throw new Error('Choose a file first');
      }
      await upload(`${of()}/attachments?name=${encodeURIComponent(file.name)}`, file);
      files.value = '';
    });
    const receiver = text('displayName', 'Joan', { required: true });
    const transfer = form('Transfer the chat', [field('To the agent', receiver)], 'Transfer', ({ displayName }) => change('POST', `${of()}/transfer`, { displayName }));
    const lastOfCustomer = () => [...latest.transcript].reverse().find(({ type: kindOfItem, role }) => kindOfItem === 'MESSAGE' && role === 'CUSTOMER');
    const receipt = (kindOfReceipt) => {
      const item = lastOfCustomer();
      if (item === undefined) {
        throw new Error('The customer has written nothing');
      }
      return change('POST', `${of()}/receipts`, { messageId: item.id, type: kindOfReceipt });
    };
    return [
      field('Play', choice),
      write,
      h(
        'div',
        { class: 'buttons' },
        button('Typing', () => change('POST', `${of()}/typing`)),
        button('Delivered', () => receipt('DELIVERED')),
        button('Read', () => receipt('READ')),
        button('Fail a transfer', () => change('POST', `${of()}/transfer/fail`)),
        button('Leave', () => change('POST', `${of()}/leave`)),
        button('End the chat', () => change('POST', `${of()}/end`), { class: 'danger' }),
      ),
      attach,
      transfer,
    ];
  }

  return {
    panel,
    update(contact) {
      latest = contact;
      const state = JSON.stringify([contact.state, contact.contactId, agents(contact), invited(contact)]);
      if (state === shown) {
        return;
      }
      const hadFocus = body.contains(document.activeElement);
      shown = state;
      if (contact.state !== 'ACTIVE') {
        show(body, h('p', { class: 'empty' }, 'The contact has ended.'));
      } else if (agents(contact).length === 0) {
        show(body, invited(contact).length > 0 && h('p', {}, `Invited: ${invited(contact).map(({ displayName }) => displayName).join(', ')}`), join);
      } else {
        show(body, desk(contact), h('details', { class: 'fold' }, h('summary', {}, 'Another agent'), join));
      }
      if (hadFocus) {
        (body.querySelector('textarea') ?? body.querySelector('input, button'))?.focus();
      }
    },
  };
}
