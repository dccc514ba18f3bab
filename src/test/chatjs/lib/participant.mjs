// One side of a chat as an application writes it with ChatJS, the customer's or an agent's. Runs in Node and in a
// page alike, so it uses nothing that only one of them has; arguments and results are JSON.
import { EVENT } from './items.mjs';

const EVENTS = [
  'onMessage',
  'onTyping',
  'onReadReceipt',
  'onDeliveredReceipt',
  'onConnectionEstablished',
  'onConnectionLost',
  'onConnectionBroken',
  'onDeepHeartbeatSuccess',
  'onDeepHeartbeatFailure',
  'onChatRehydrated',
  'onParticipantInvited',
  'onParticipantIdle',
  'onParticipantReturned',
  'onAutoDisconnection',
  'onEnded',
  'onTranscriptUpdated', // since 5.0: who listens to it has ChatJS call GetTranscript whenever a socket opens
];

export class Participant {
  #session;
  #report;
  #chatjs;

  /** `report` gets everything that ChatJS calls back with. */
  constructor(report, chatjs = globalThis.connect) {
    this.#report = report;
    this.#chatjs = chatjs;
  }

  create({ endpoint, region, type, chatDetails }) {
    const { ChatSession } = this.#chatjs;
    ChatSession.setGlobalConfig({
      endpoint,
      region,
      loggerConfig: { customizedLogger: silent, advancedLogWriter: 'debug', level: ChatSession.LogLevel.ERROR },
      features: { messageReceipts: { shouldSendMessageReceipts: true, throttleTime: 200 } },
    });
    // Where an agent's desktop has a connection already, it says so here. Ours has not, so ChatJS makes one.
    const getConnectionToken = type === 'AGENT' ? () => Promise.reject(new Error('none yet')) : undefined;
    this.#session = ChatSession.create({
      type,
      chatDetails: { ...chatDetails, getConnectionToken },
      options: { region },
      disableCSM: true,
    });
    for (const event of EVENTS) {
      this.#session[event]?.((argument) => this.#report(plain({ event, data: argument?.data })));
    }
  }

  connect() {
    return outcome(this.#session.connect());
  }

  send(message, contentType = 'text/plain') {
    return outcome(this.#session.sendMessage({ message, contentType }));
  }

  type() {
    return outcome(this.#session.sendEvent({ contentType: `${EVENT}typing` }));
  }

  received(messageId) {
    return this.#receipt('message.delivered', messageId);
  }

  read(messageId) {
    return this.#receipt('message.read', messageId);
  }

  #receipt(name, messageId) {
    return outcome(this.#session.sendEvent({ contentType: EVENT + name, content: JSON.stringify({ messageId }) }));
  }

  /** Sends a file of so many bytes that look random; resolves with their digest. */
  async upload({ name, type, size }) {
    const bytes = new Uint8Array(size);
    for (let i = 0, state = size; i < size; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      bytes[i] = state >>> 24;
    }
    const sent = await outcome(this.#session.sendAttachment({ attachment: new File([bytes], name, { type }) }));
    return { ...sent, sha256: await sha256(bytes) };
  }

  async download(attachmentId) {
    const blob = await this.#session.downloadAttachment({ attachmentId });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return { type: blob.type, size: bytes.length, sha256: await sha256(bytes) };
  }

  describeView(viewToken) {
    return outcome(this.#session.describeView({ viewToken }));
  }

  transcript(query) {
    return outcome(this.#session.getTranscript(query));
  }

  disconnect() {
    return outcome(this.#session.disconnectParticipant());
  }
}

const nothing = () => {};
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing, advancedLog: nothing };

/** What a promise came to: `{ ok }` or `{ failure }`. */
async function outcome(promise) {
  try {
    return plain({ ok: (await promise) ?? null });
  } catch (failure) {
    return plain({ failure });
  }
}

function plain(value) {
  return JSON.parse(JSON.stringify(value));
}

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
