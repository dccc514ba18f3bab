// A session of ChatJS as the test sees it: what it does, and what ChatJS has called back with.
import assert from 'node:assert/strict';
import { Hearing } from './hearing.mjs';
import { describeCallback } from './items.mjs';

export class Session {
  name;
  chat;
  client;
  heard;
  /** How often it has had a reason to connect: once, and once more for each socket that it lost. */
  connections = 1;

  /** The customer's session for a chat that was started, in a place that the stage has made. */
  static async forCustomer(name, chat, place, endpoint) {
    const session = new Session(name, chat);
    session.client = await place(session.heard);
    await session.#create('CUSTOMER', endpoint);
    return session;
  }

  /** The session of an agent who has been brought into a chat. */
  static async forAgent(agent, place, endpoint) {
    const chat = {
      ContactId: agent.contactId,
      InitialContactId: agent.initialContactId,
      ParticipantId: agent.id,
      ParticipantToken: agent.participantToken,
    };
    const session = new Session(agent.name, chat);
    session.client = await place(session.heard);
    await session.#create('AGENT', endpoint);
    return session;
  }

  constructor(name, chat) {
    this.name = name;
    this.chat = chat;
    this.heard = new Hearing(name, describeCallback);
  }

  #create(type, endpoint) {
    const { chat } = this;
    return this.client.create({
      endpoint,
      region: 'us-east-1',
      type,
      chatDetails: {
        contactId: chat.ContactId,
        initialContactId: chat.InitialContactId,
        participantId: chat.ParticipantId,
        participantToken: chat.ParticipantToken,
      },
    });
  }

  /** Connects and waits for the socket, which `connect()` of ChatJS does not. */
  async connect() {
    const answer = await this.client.connect();
    assert.equal(answer.ok?.connectSuccess, true, JSON.stringify(answer));
    await this.hears('onConnectionEstablished', 'its socket is open', (data) => data !== undefined);
  }

  /** The data of the first callback of an event that fits, come already (after the first `from` callbacks) or soon. */
  async hears(event, description, predicate = () => true, from = 0, patience = undefined) {
    const fits = (callback) => callback.event === event && predicate(callback.data);
    return (await this.heard.first(`${event} (${description})`, fits, from, patience)).data;
  }

  times(event) {
    return this.heard.all((callback) => callback.event === event).length;
  }

  /** What came through onMessage. */
  get items() {
    return this.heard.all(({ event }) => event === 'onMessage').map(({ data }) => data);
  }
}
