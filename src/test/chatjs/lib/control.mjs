// The control API of the emulator, which AWS does not have: its clock, its chats from within, and agents to play.
import assert from 'node:assert/strict';

const JSON_TYPE = 'application/json';

export class Control {
  #base;

  constructor(endpoint) {
    this.#base = `${endpoint}/_emulator`;
  }

  get(path) {
    return this.#call('GET', path);
  }

  post(path, body) {
    return this.#call('POST', path, JSON_TYPE, body === undefined ? undefined : JSON.stringify(body));
  }

  /** Posts bytes of a media type. */
  upload(path, type, bytes) {
    return this.#call('POST', path, type, bytes);
  }

  patch(path, body) {
    return this.#call('PATCH', path, JSON_TYPE, JSON.stringify(body));
  }

  delete(path) {
    return this.#call('DELETE', path);
  }

  /** Everything about a contact. */
  contact(id) {
    return this.get(`/contacts/${id}`);
  }

  /** Brings an agent into a chat; `options` has at least a displayName. */
  async join(contactId, options) {
    return new Agent(this, await this.post(`/contacts/${contactId}/agents`, options));
  }

  /** Lets something go wrong, once, in one chat; resolves with the fault's id. */
  async failOnce(contactId, effect, rest = {}) {
    const { id } = await this.post('/faults', { contactId, count: 1, effect, ...rest });
    return id;
  }

  async #call(method, path, type, body) {
    const headers = body === undefined ? {} : { 'Content-Type': type };
    const answer = await fetch(this.#base + path, { method, headers, body });
    const text = await answer.text();
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}

/** An agent who is played. */
export class Agent {
  #control;

  constructor(control, { contactId, initialContactId, participantId, displayName, participantToken }) {
    this.#control = control;
    Object.assign(this, { contactId, initialContactId, participantToken, id: participantId, name: displayName });
  }

  say(content, contentType = 'text/plain') {
    return this.#do('messages', { contentType, content });
  }

  type() {
    return this.#do('typing');
  }

  received(messageId) {
    return this.#do('receipts', { messageId, type: 'DELIVERED' });
  }

  read(messageId) {
    return this.#do('receipts', { messageId, type: 'READ' });
  }

  share(name, type, bytes) {
    return this.#control.upload(`${this.#path}/attachments?name=${encodeURIComponent(name)}`, type, bytes);
  }

  /** Hands the chat over; resolves with the agent who has it now. */
  async transfer(options) {
    return new Agent(this.#control, await this.#do('transfer', options));
  }

  failTransfer() {
    return this.#do('transfer/fail');
  }

  leave() {
    return this.#do('leave');
  }

  end() {
    return this.#do('end');
  }

  get #path() {
    return `/contacts/${this.contactId}/agents/${this.id}`;
  }

  #do(what, body) {
    return this.#control.post(`${this.#path}/${what}`, body);
  }
}
