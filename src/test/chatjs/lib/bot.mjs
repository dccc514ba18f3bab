// A bot in the customer's chat: the participant client of the AWS SDK, and a socket that it reads itself.
import {
  ConnectParticipantClient,
  CreateParticipantConnectionCommand,
  GetAttachmentCommand,
  SendEventCommand,
  SendMessageCommand,
} from '@aws-sdk/client-connectparticipant';
import { once } from 'node:events';
import WebSocket from 'ws';
import { Hearing } from './hearing.mjs';
import { EVENT, describeItem } from './items.mjs';

export class Bot {
  #client;
  #token;
  #socket;
  items = new Hearing('The bot', describeItem);

  constructor(endpoint, id, name) {
    this.id = id;
    this.name = name;
    this.#client = new ConnectParticipantClient({
      endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    });
  }

  async connect(participantToken) {
    const connection = await this.#client.send(
      new CreateParticipantConnectionCommand({
        ParticipantToken: participantToken,
        ConnectParticipant: true,
        Type: ['WEBSOCKET', 'CONNECTION_CREDENTIALS'],
      }),
    );
    this.#token = connection.ConnectionCredentials.ConnectionToken;
    this.#socket = new WebSocket(connection.Websocket.Url);
    const subscribed = new Hearing("The bot's socket", (frame) => frame.topic);
    this.#socket.on('message', (data) => {
      const frame = JSON.parse(data);
      if (frame.topic === 'aws/chat') {
        this.items.hear(JSON.parse(frame.content));
      } else {
        subscribed.hear(frame);
      }
    });
    await once(this.#socket, 'open');
    this.#socket.send(JSON.stringify({ topic: 'aws/subscribe', content: { topics: ['aws/chat'] } }));
    await subscribed.first('the answer to its subscription', (frame) => frame.content?.status === 'success');
    return connection;
  }

  say(content) {
    return this.#client.send(
      new SendMessageCommand({ ConnectionToken: this.#token, ContentType: 'text/plain', Content: content }),
    );
  }

  type() {
    return this.#event('typing');
  }

  received(messageId) {
    return this.#event('message.delivered', { messageId });
  }

  read(messageId) {
    return this.#event('message.read', { messageId });
  }

  #event(name, content) {
    return this.#client.send(
      new SendEventCommand({
        ConnectionToken: this.#token,
        ContentType: EVENT + name,
        Content: content === undefined ? undefined : JSON.stringify(content),
      }),
    );
  }

  attachment(attachmentId) {
    return this.#client.send(new GetAttachmentCommand({ ConnectionToken: this.#token, AttachmentId: attachmentId }));
  }

  close() {
    this.#socket?.terminate();
  }
}
