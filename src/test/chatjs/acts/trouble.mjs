// What goes wrong in the cloud now and then, made to happen: the application notices little of it, and loses nothing.
import assert from 'node:assert/strict';
import { isEvent } from '../lib/items.mjs';

export function trouble(step) {
  step('when her sockets are dropped she is back on a new one', async (cast) => {
    const { backEnd, control } = cast;
    const ann = await cast.open('Ann', await backEnd.start('Ann'));
    await ann.connect();
    await ann.hears('onMessage', 'her joining', (item) => isEvent(item, 'participant.joined'));
    const ned = await control.join(ann.chat.ContactId, { displayName: 'Ned' });
    await ann.hears('onMessage', 'Ned joined', ({ ParticipantId }) => ParticipantId === ned.id);
    Object.assign(cast, { ann, ned });

    const from = ann.heard.count;
    assert.deepEqual(await control.post(`/contacts/${ann.chat.ContactId}/sockets/drop`), { dropped: 1 });
    await comesBack(ann, from);
    const word = await ned.say('There you are');
    await ann.hears('onMessage', 'on the new socket', ({ Id }) => Id === word.id);
  });

  step('what a socket took with it is in the transcript', async ({ ann, ned, control, chatjs }) => {
    const from = ann.heard.count;
    const last = ann.items.at(-1);
    const fault = await control.failOnce(ann.chat.ContactId, { type: 'DROP_SOCKET' });
    const lost = await ned.say('Lost on the way');
    await comesBack(ann, from);
    assert.equal((await control.get(`/faults/${fault}`)).strikes, 1);
    const isLost = ({ Id }) => Id === lost.id;
    const { ok: since } = await ann.client.transcript({ scanDirection: 'FORWARD', startPosition: { id: last.Id } });
    assert.ok(since.data.Transcript.some(isLost));
    if (chatjs.major >= 5) {
      await ann.hears('onTranscriptUpdated', 'with it', ({ transcript }) => transcript.some(isLost));
    }
    assert.deepEqual(ann.items.filter(isLost), []);
  });

  for (const [title, status, errorCode, when] of [
    ['one 429 is nothing that she sees', 429, 'ThrottlingException', 'BEFORE'],
    ['an error after the work was done makes no message come twice', 500, 'InternalServerException', 'AFTER'],
  ]) {
    step(title, async ({ ann, ned, control, emulator }) => {
      const { ContactId } = ann.chat;
      const { length } = await emulator.outcomes('SendMessage', ContactId);
      const effect = { type: 'ERROR', errorCode };
      const fault = await control.failOnce(ContactId, effect, { operation: 'SendMessage', when });
      const { ok, failure } = await ann.client.send(title);
      assert.equal(failure, undefined);
      assert.equal((await control.get(`/faults/${fault}`)).strikes, 1);
      const word = await ned.say('Indeed');
      await ann.hears('onMessage', 'what came after', ({ Id }) => Id === word.id);
      assert.deepEqual(ann.items.filter(({ Content }) => Content === title).map(({ Id }) => Id), [ok.data.Id]);
      const { transcript } = await control.contact(ContactId);
      assert.equal(transcript.filter(({ content }) => content === title).length, 1);
      const outcomes = await emulator.outcomes('SendMessage', ContactId);
      assert.deepEqual(outcomes.slice(length), [`${status}/${errorCode}`, '200']);
    });
  }

  step('on a socket that has gone silent she hears nothing', async ({ ann, ned, control }) => {
    await control.delete('/faults');
    await control.failOnce(ann.chat.ContactId, { type: 'SILENCE_SOCKET' });
    ann.silentFrom = ann.heard.count;
    ann.unheard = await ned.say('Can you hear me?');
    const { ok } = await ann.client.send('Why are you so quiet?');
    const { transcript } = await control.contact(ann.chat.ContactId);
    assert.deepEqual(transcript.slice(-2).map(({ id }) => id), [ann.unheard.id, ok.data.Id]);
  });
}

/** Waits until a session has lost its socket and subscribed on another. */
async function comesBack(session, from) {
  await session.hears('onConnectionLost', 'the socket is gone', () => true, from);
  await session.hears('onConnectionEstablished', 'there is another', () => true, from);
  // The answer to the first ping, which comes after that to the subscription: now nothing more is missed.
  const isBack = ({ event }) => event === 'onDeepHeartbeatSuccess';
  const established = session.heard.all().findLastIndex(({ event }) => event === 'onConnectionEstablished');
  await session.heard.first('the new socket has subscribed', isBack, established);
  session.connections++;
}
