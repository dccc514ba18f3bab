// Two agents in one chat, each on a ChatJS of their own: one hands the chat over, and the other stays.
import assert from 'node:assert/strict';
import { isEvent, isMessage } from '../lib/items.mjs';

export function bystander(step) {
  step('two agents on ChatJS talk with one customer', async (cast) => {
    const { backEnd, control } = cast;
    const mia = await cast.openApart('Mia', await backEnd.start('Mia'));
    await mia.connect();
    const going = await control.join(mia.chat.ContactId, { displayName: 'Ron', connect: false });
    const staying = await control.join(mia.chat.ContactId, { displayName: 'Sue', connect: false });
    const ron = await cast.openForAgent(going);
    await ron.connect();
    await ron.hears('onDeepHeartbeatSuccess', 'his socket has subscribed');
    const sue = await cast.openForAgent(staying);
    await sue.connect();
    await sue.hears('onDeepHeartbeatSuccess', 'her socket has subscribed');
    const { ok } = await mia.client.send('Hello to both');
    for (const agent of [ron, sue]) {
      await agent.hears('onMessage', 'the words', ({ Id }) => Id === ok.data.Id);
    }
    Object.assign(cast, { mia, ron, sue, going, staying });
  });

  step('when one hands the chat over, the other goes on hearing the customer', async (cast) => {
    const { mia, ron, sue, going, staying } = cast;
    const from = sue.items.length;
    await going.failTransfer();
    const next = await going.transfer({ displayName: 'Tom' });
    await ron.hears('onMessage', 'handed over', (item) => isEvent(item, 'transfer.succeeded'));
    const { ok, failure } = await mia.client.send('Who is there now?');
    assert.equal(failure, undefined);
    const heard = await sue.hears('onMessage', 'the customer', ({ Id }) => Id === ok.data.Id);
    assert.ok(isMessage(heard, 'Who is there now?'));
    assert.equal(heard.ContactId, next.contactId);
    assert.equal(heard.InitialContactId, mia.chat.ContactId);
    const between = sue.items.slice(from, -1);
    assert.ok(isEvent(between[0], 'participant.left'), between[0].ContentType);
    assert.equal(between[0].ParticipantId, going.id);
    assert.ok(isEvent(between[1], 'participant.joined'), between[1].ContentType);
    assert.equal(between[1].ParticipantId, next.id);
    assert.equal(between.length, 2);

    const answer = await sue.client.send('I am');
    assert.equal(answer.failure, undefined);
    for (const session of [mia, sue]) {
      const item = await session.hears('onMessage', 'her answer', ({ Id }) => Id === answer.ok.data.Id);
      assert.equal(item.ParticipantId, staying.id);
    }
    for (const session of [mia, sue]) {
      assert.equal(session.times('onConnectionLost'), 0);
      assert.equal(session.times('onEnded'), 0);
    }
    assert.equal(ron.items.filter(({ Id }) => Id === ok.data.Id).length, 0, 'Ron is out');
    await next.end();
    await mia.hears('onEnded', 'it is over');
    await sue.hears('onEnded', 'it is over');
  });
}
