// Plays the customer, through ChatJS itself.
import { aws, read } from './api.js';
import { conversation, showItems } from './conversation.js';
import { announce, h, show } from './dom.js';
import { area, button, field, form, given, section, text, typedJson } from './forms.js';

const EVENT = 'application/vnd.amazonaws.connect.event.';
const TYPING_MILLIS = 6_000;
const TYPES = [
  'text/plain',
  'text/markdown',
  'application/json',
  'application/vnd.amazonaws.connect.message.interactive',
  'application/vnd.amazonaws.connect.message.interactive.response',
];

let kept;

/** Loads ChatJS when it is first needed. */
let loading;
function chatjs() {
  loading ??= new Promise((resolve, reject) => {
    const script = h('script', { src: 'amazon-connect-chatjs.js' });
    script.addEventListener('load', () => resolve(globalThis.connect.ChatSession));
    script.addEventListener('error', () => reject(new Error('ChatJS could not be loaded')));
    document.head.append(script);
  });
  return loading;
}

export async function mount(root) {
  const { flows } = await read('/flows');
  const ids = h('datalist', { id: 'flow-ids' }, flows.map(({ id, name }) => h('option', { value: id }, name)));
  // A chat goes on while another view is open.
  kept ??= h('div', {});
  const start = form(
    'Start a chat',
    [
      field('Your name', text('displayName', 'Ada', { required: true, maxlength: 256 })),
      field('Flow', text('flow', flows[0]?.id ?? 'my-flow', { required: true, list: 'flow-ids' }), flows.length === 0 ? 'No flow is known, so any text is accepted' : undefined),
      field('Instance', text('instance', 'my-instance', { required: true })),
      field('Attributes', area('attributes', '{}'), 'A JSON object of texts'),
      field('First message', text('initial', '')),
    ],
    'Start the chat',
    async ({ displayName, flow, instance, attributes, initial }) => {
      const started = await aws('PUT', '/contact/chat', {
        InstanceId: instance,
        ContactFlowId: flow,
        ParticipantDetails: { DisplayName: displayName },
        Attributes: typedJson(attributes, 'Attributes'),
        InitialMessage: given(initial) && { ContentType: 'text/plain', Content: initial },
        SupportedMessagingContentTypes: TYPES,
      });
      await talk(kept, started, displayName);
    },
  );
  show(root, ids, h('div', { class: 'columns customer' }, section('Start a chat', start), kept));
}

async function talk(root, started, displayName) {
  const ChatSession = await chatjs();
  const nothing = () => {};
  ChatSession.setGlobalConfig({
    endpoint: location.origin,
    region: 'us-east-1',
    loggerConfig: { customizedLogger: { debug: nothing, info: nothing, warn: nothing, error: nothing, advancedLog: nothing }, advancedLogWriter: 'debug', level: ChatSession.LogLevel.ERROR },
    features: { messageReceipts: { shouldSendMessageReceipts: true, throttleTime: 500 } },
  });
  const session = ChatSession.create({
    type: 'CUSTOMER',
    chatDetails: { contactId: started.ContactId, participantId: started.ParticipantId, participantToken: started.ParticipantToken },
    options: { region: 'us-east-1' },
    // ChatJS would load a page of another host to count its calls.
    disableCSM: true,
  });

  const items = new Map();
  const list = conversation('Conversation of the customer');
  const typing = h('p', { class: 'typing', role: 'status' });
  const message = text('content', '', { required: true });
  const files = h('input', { type: 'file' });
  let ended = false;
  let timer;

  const choose = (title) => session.sendMessage({ contentType: 'text/plain', message: title });
  const download = async ({ id, name }) => {
    const blob = await session.downloadAttachment({ attachmentId: id });
    const url = URL.createObjectURL(blob);
    h('a', { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  };
  function render() {
    const sorted = [...items.values()].sort((one, other) => (one.at < other.at ? -1 : 1));
    const names = new Map(sorted.map(({ participantId, displayName: name }) => [participantId, name]));
    showItems(list, sorted, { own: 'CUSTOMER', names, choose: ended ? undefined : choose, download });
  }
  function take(data) {
    items.set(data.Id, itemOf(data));
    typing.textContent = '';
    render();
  }
  const write = form('Write as the customer', [field('Message', message)], 'Send', async () => {
    await session.sendMessage({ contentType: 'text/plain', message: message.value }).catch(explain);
    message.value = '';
  });
  let typed = 0;
  message.addEventListener('input', () => {
    if (Date.now() - typed > TYPING_MILLIS) {
      typed = Date.now();
      session.sendEvent({ contentType: `${EVENT}typing` }).catch(() => {});
    }
  });
  const attach = form('Attach a file as the customer', [field('File', files)], 'Attach', async () => {
    const [file] = files.files;
    if (file === undefined) {
      throw new Error('Choose a file first');
    }
    await session.sendAttachment({ attachment: file }).catch(explain);
    files.value = '';
  });
  const leaveButton = button('Leave the chat', () => session.disconnectParticipant().catch(explain), { class: 'danger' });
  const desk = h('div', {}, write, attach, h('div', { class: 'buttons' }, leaveButton));
  show(
    root,
    section(
      `Chat of ${displayName}`,
      h('p', {}, h('a', { href: `#/chats/${started.ContactId}`, target: '_blank', rel: 'noopener' }, 'Open as the developer, in another tab')),
      list,
      typing,
      desk,
    ),
  );

  session.onMessage(({ data }) => take(data));
  session.onDeliveredReceipt?.(({ data }) => receipt(data));
  session.onReadReceipt?.(({ data }) => receipt(data));
  session.onTyping(({ data }) => {
    if (data.ParticipantRole !== 'CUSTOMER') {
      typing.textContent = `${data.DisplayName} is typing…`;
      clearTimeout(timer);
      timer = setTimeout(() => (typing.textContent = ''), TYPING_MILLIS);
    }
  });
  session.onEnded(() => {
    ended = true;
    show(desk, h('p', { class: 'empty' }, 'The chat has ended.'));
    announce('The chat has ended');
    render();
  });
  // What was said before the subscription of the socket comes by no frame.
  session.onConnectionEstablished(() => past().catch(() => {}));
  session.onDeepHeartbeatSuccess(() => items.size === 0 && past().catch(() => {}));

  /** What was said before the socket was there. */
  async function past() {
    const { data } = await session.getTranscript({ maxResults: 100, sortOrder: 'ASCENDING' });
    data.Transcript.forEach((item) => items.set(item.Id, itemOf(item)));
    render();
  }
  function receipt(data) {
    const { MessageId, Receipts } = data.MessageMetadata;
    const item = items.get(MessageId);
    if (item) {
      items.set(MessageId, { ...item, receipts: receipts(Receipts) });
      render();
    }
  }

  const { connectSuccess } = await session.connect();
  if (!connectSuccess) {
    throw new Error('ChatJS could not connect');
  }
  message.focus();
  announce('The chat has begun');
}

function explain(failure) {
  throw new Error(failure?.reason ?? failure?.message ?? 'The call failed');
}

/** An item of ChatJS in the form in which the control API shows items. */
function itemOf(data) {
  return {
    id: data.Id,
    type: data.Type,
    at: data.AbsoluteTime,
    contentType: data.ContentType,
    content: data.Content,
    displayName: data.DisplayName,
    role: data.ParticipantRole,
    participantId: data.ParticipantId,
    attachments: (data.Attachments ?? []).map(({ AttachmentId, AttachmentName, ContentType }) => ({ id: AttachmentId, name: AttachmentName, contentType: ContentType })),
    receipts: receipts(data.MessageMetadata?.Receipts),
  };
}

function receipts(list = []) {
  return list.map(({ RecipientParticipantId, DeliveredTimestamp, ReadTimestamp }) => ({ participantId: RecipientParticipantId, deliveredAt: DeliveredTimestamp, readAt: ReadTimestamp }));
}
