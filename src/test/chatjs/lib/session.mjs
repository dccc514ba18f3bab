// A customer's session as the test sees it: what it does, and what ChatJS has called back with.
import assert from 'node:assert/strict';
import { Hearing } from './hearing.mjs';
import { describeCallback } from './items.mjs';

export class Session {
  name;
  chat;
  client;
  heard;

  /** Creates a session for a chat that was started, on a stage. */
  static async create(name, chat, stage, endpoint) {
    const session = new Session();
    session.name = name;
    session.chat = chat;
    session.heard = new Hearing(name, describeCallback);
    session.client = await stage.customer(session.heard);
    await session.client.create({
      endpoint,
      region: 'us-east-1',
      chatDetails: {
        contactId: chat.ContactId,
        participantId: chat.ParticipantId,
        participantToken: chat.ParticipantToken,
      },
    });
    return session;
  }

  /** Connects and waits for the socket, which `connect()` of ChatJS does not. */
  async connect() {
    const answer = await this.client.connect();
    assert.equal(answer.ok?.connectSuccess, true, JSON.stringify(answer));
    await this.hears('onConnectionEstablished', 'its socket is open', (data) => data !== undefined);
  }

  /** The data of the first callback of an event that fits, come already (after the first `from` callbacks) or soon. */
  async hears(event, description, predicate = () => true, from = 0) {
    const fits = (callback) => callback.event === event && predicate(callback.data);
    return (await this.heard.first(`${event} (${description})`, fits, from)).data;
  }

  times(event) {
    return this.heard.all((callback) => callback.event === event).length;
  }

  /** What came through onMessage. */
  get items() {
    return this.heard.all(({ event }) => event === 'onMessage').map(({ data }) => data);
  }
}
