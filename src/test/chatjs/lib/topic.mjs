// An address that stands for an SNS topic: it takes the notifications that SNS posts, but refuses one request in three.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Hearing } from './hearing.mjs';
import { describeItem } from './items.mjs';

const REFUSED = 503;

export class Topic {
  static ARN = 'arn:aws:sns:us-east-1:000000000000:bridge';

  /** The items that it took, in the order in which they came. */
  items = new Hearing('The topic', describeItem);
  #server;
  #requests = 0;

  static async open() {
    const topic = new Topic();
    topic.#server = createServer((request, response) => topic.#take(request, response));
    topic.#server.listen(0, '127.0.0.1');
    await once(topic.#server, 'listening');
    return topic;
  }

  /** The settings that tell the emulator of it. */
  get settings() {
    return [
      `--emulator.streaming.topics[0].arn=${Topic.ARN}`,
      `--emulator.streaming.topics[0].url=http://127.0.0.1:${this.#server.address().port}/sns`,
    ];
  }

  async #take(request, response) {
    let body = '';
    for await (const part of request.setEncoding('utf8')) {
      body += part;
    }
    if (++this.#requests % 3 === 0) {
      response.writeHead(REFUSED).end();
      return;
    }
    const { Type, TopicArn, Message, MessageAttributes } = JSON.parse(body);
    const item = JSON.parse(Message);
    response.end();
    this.items.hear({ ...item, topic: { Type, TopicArn }, attributes: MessageAttributes });
  }

  /** The first items of a chat, once there are so many. */
  async first(contactId, count) {
    const here = () => this.of(contactId).length >= count;
    await this.items.first(`item ${count} of the chat`, here);
    const items = this.of(contactId);
    assert.equal(items.length, count, items.map(describeItem).join('\n'));
    return items;
  }

  of(contactId) {
    return this.items.all((item) => item.InitialContactId === contactId);
  }

  async close() {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
