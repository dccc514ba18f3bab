// What back ends do with the AWS SDK for JavaScript alone: they carry a chat between Amazon Connect and a messenger
// without a socket, and start a chat with an AI agent.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ID, TIME } from './lib/assertions.mjs';
import { BackEnd } from './lib/back-end.mjs';
import { Control } from './lib/control.mjs';
import { Emulator } from './lib/emulator.mjs';
import { EVENT } from './lib/items.mjs';
import { Messenger } from './lib/messenger.mjs';
import { Topic } from './lib/topic.mjs';

const FIVE_MINUTES = 'PT5M1S';

describe('The AWS SDK for JavaScript', { timeout: 200_000 }, () => {
  const engaged = [];
  const engage = (closeable) => {
    engaged.push(closeable);
    return closeable;
  };
  let backEnd;
  let control;
  let emulator;
  let topic;

  before(async () => {
    const log = new URL('logs/aws-sdk.log', import.meta.url);
    const { JAVA: java = 'java', EMULATOR_JAR: jar } = process.env;
    topic = engage(await Topic.open());
    emulator = engage(await Emulator.start({ java, jar, log, settings: topic.settings }));
    backEnd = new BackEnd(emulator.endpoint);
    control = new Control(emulator.endpoint);
  });

  after(async () => {
    for (const closeable of engaged.reverse()) {
      await closeable.close();
    }
  });

  /** The four calls of a bridge; `connects` is what the third one says of ConnectParticipant. */
  async function bridged(name, connects) {
    const chat = await backEnd.start(name, { InitialMessage: { ContentType: 'text/plain', Content: 'Hello' } });
    const { StreamingId: streamingId } = await backEnd.stream(chat.ContactId, Topic.ARN);
    const messenger = new Messenger(emulator.endpoint);
    const connection = await messenger.connect(chat.ParticipantToken, connects);
    const sent = await messenger.say('Where is my parcel?');
    return { chat, connection, messenger, sent, streamingId };
  }

  /** The counts of a streaming, once nothing of it waits. */
  function settled(chat, streamingId) {
    return control.post(`/contacts/${chat.ContactId}/streamings/${streamingId}/await`, { settled: true });
  }

  it('carries a chat past five minutes without a socket', { timeout: 60_000 }, async () => {
    const { chat, connection, messenger, sent, streamingId } = await bridged('Ada', true);
    assert.match(streamingId, /^.{1,100}$/);
    assert.equal(connection.Websocket, undefined);
    assert.ok(Date.parse(connection.ConnectionCredentials.Expiry) > Date.now());
    assert.match(sent.Id, ID);
    assert.match(sent.AbsoluteTime, TIME);
    assert.ok((await backEnd.describe(chat.ContactId)).ConnectedToSystemTimestamp instanceof Date);

    await control.post('/clock/advance', { by: FIVE_MINUTES });
    const agent = await control.join(chat.ContactId, { displayName: 'Grace' });
    await agent.say('It arrives today.');
    await control.post('/clock/advance', { by: FIVE_MINUTES });
    await messenger.say('Thank you.');
    await agent.leave();
    const transcript = await messenger.transcript();
    assert.equal((await backEnd.describe(chat.ContactId)).DisconnectTimestamp, undefined);
    await backEnd.stop(chat.ContactId);

    // What came before the streaming is not streamed; chat.ended comes after the last look at the transcript.
    const items = await topic.first(chat.ContactId, 7);
    assert.deepEqual(
      items.map(({ ParticipantRole: role, Content, ContentType }) => [role, Content ?? ContentType.replace(EVENT, '')]),
      [
        ['CUSTOMER', 'participant.joined'],
        ['CUSTOMER', 'Where is my parcel?'],
        ['AGENT', 'participant.joined'],
        ['AGENT', 'It arrives today.'],
        ['CUSTOMER', 'Thank you.'],
        ['AGENT', 'participant.left'],
        [undefined, 'chat.ended'],
      ],
    );
    assert.deepEqual(
      items.slice(0, -1).map(({ Id }) => Id),
      transcript.slice(1).map(({ Id }) => Id),
      'the items of the transcript, each once and in order',
    );
    for (const { topic: told, attributes, ...item } of items) {
      assert.deepEqual(told, { Type: 'Notification', TopicArn: Topic.ARN });
      assert.equal(attributes.ContactId.Value, chat.ContactId);
      assert.equal(attributes.Type.Value, item.Type);
      assert.equal(attributes.ParticipantRole?.Value, item.ParticipantRole);
    }
    const { delivered, failed } = await settled(chat, streamingId);
    assert.deepEqual({ delivered, failed }, { delivered: 7, failed: 0 });
    assert.equal(topic.of(chat.ContactId).length, 7);
  });

  it('has its chat ended after five minutes if it does not connect the customer', { timeout: 60_000 }, async () => {
    const { chat, messenger } = await bridged('Bob', undefined);
    await control.post('/clock/advance', { by: FIVE_MINUTES });

    const items = await topic.first(chat.ContactId, 2);
    assert.deepEqual(
      items.map(({ Content, ContentType }) => Content ?? ContentType.replace(EVENT, '')),
      ['Where is my parcel?', 'chat.ended'],
    );
    assert.ok((await backEnd.describe(chat.ContactId)).DisconnectTimestamp instanceof Date);
    await assert.rejects(messenger.say('Hello?'), { name: 'AccessDeniedException' });
  });

  it('stops the streaming of a chat that goes on', { timeout: 60_000 }, async () => {
    const { chat, messenger, streamingId } = await bridged('Cleo', true);
    await topic.first(chat.ContactId, 2);
    await backEnd.stopStreaming(chat.ContactId, streamingId);
    await messenger.say('Is that all?');
    await backEnd.stop(chat.ContactId);

    await settled(chat, streamingId);
    assert.equal(topic.of(chat.ContactId).length, 2);
    await assert.rejects(backEnd.stopStreaming(chat.ContactId, 'none'), { name: 'ResourceNotFoundException' });
    await assert.rejects(backEnd.stream(chat.ContactId, 'no-arn'), { name: 'InvalidParameterException' });
  });

  it('starts a chat with an AI agent', { timeout: 60_000 }, async () => {
    const chat = await backEnd.startAssistant('Dora', '3f2a', { Attributes: { language: 'en' } });
    assert.match(chat.ContactId, ID);
    assert.equal(chat.ContinuedFromContactId, undefined);
    const messenger = new Messenger(emulator.endpoint);
    await messenger.connect(chat.ParticipantToken);
    await messenger.say('Where is my order?');
    const agent = await control.join(chat.ContactId, { displayName: 'Assistant' });
    await agent.say('It arrives today.');

    const said = (await messenger.transcript()).filter(({ Type }) => Type === 'MESSAGE');
    assert.deepEqual(
      said.map(({ ParticipantRole: role, Content }) => [role, Content]),
      [
        ['CUSTOMER', 'Where is my order?'],
        ['AGENT', 'It arrives today.'],
      ],
    );
    await assert.rejects(backEnd.startAssistant('Dora', ''), { name: 'InvalidParameterException' });
    await assert.rejects(backEnd.startAssistant('Dora', '3f2a', { RelatedContactId: 'gone' }), {
      name: 'ResourceNotFoundException',
    });
  });
});
