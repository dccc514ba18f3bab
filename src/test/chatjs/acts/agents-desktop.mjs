// An agent on a ChatJS of their own and a customer on hers.
import assert from 'node:assert/strict';
import { TIME, assertItem, assertReceipt } from '../lib/assertions.mjs';
import { isEvent, isMessage, receiptOf } from '../lib/items.mjs';

export function agentsDesktop(step) {
  step("an agent's session connects with the token of an agent who is not there yet", async (cast) => {
    const { backEnd, control } = cast;
    const lin = await cast.openApart('Lin', await backEnd.start('Lin'));
    await lin.connect();
    await lin.hears('onMessage', 'her joining', (item) => isEvent(item, 'participant.joined'));
    const agent = await control.join(lin.chat.ContactId, { displayName: 'Max', connect: false });
    const present = async () => (await control.contact(lin.chat.ContactId)).participants.map((one) => one.present);
    assert.deepEqual(await present(), [true, false]);
    const invited = await lin.hears('onParticipantInvited', 'Max', ({ ParticipantId }) => ParticipantId === agent.id);
    assert.ok(isEvent(invited, 'participant.invited'), invited.ContentType);
    assertItem(invited, lin.chat.ContactId);
    assert.deepEqual([invited.DisplayName, invited.ParticipantRole], ['Max', 'AGENT']);
    const max = await cast.openForAgent(agent);
    await max.connect();
    const joined = await lin.hears('onMessage', 'Max joined', ({ ParticipantId }) => ParticipantId === agent.id);
    assert.ok(isEvent(joined, 'participant.joined'), joined.ContentType);
    assertItem(joined, lin.chat.ContactId);
    assert.deepEqual([joined.DisplayName, joined.ParticipantRole], ['Max', 'AGENT']);
    // ChatJS has an agent join by its call, before there is a socket that could tell.
    const { ok } = await max.client.transcript({ scanDirection: 'BACKWARD', sortOrder: 'ASCENDING' });
    assert.equal(ok.data.Transcript.at(-1).Id, joined.Id);
    assert.deepEqual(await present(), [true, true]);
    Object.assign(cast, { lin, max, agent });
  });

  for (const [one, other] of [
    ['lin', 'max'],
    ['max', 'lin'],
  ]) {
    step(`what ${one} says, types and has read reaches ${other}`, async (cast) => {
      const [speaker, listener] = [cast[one], cast[other]];
      const { ContactId } = speaker.chat;
      const typed = await speaker.client.type();
      assert.equal(typed.failure, undefined);
      const said = await speaker.client.send(`I am ${one}`);
      assert.equal(said.failure, undefined);
      for (const session of [speaker, listener]) {
        const typing = await session.hears('onTyping', 'typing', ({ Id }) => Id === typed.ok.data.Id);
        const message = await session.hears('onMessage', 'the words', ({ Id }) => Id === said.ok.data.Id);
        assert.ok(isMessage(message, `I am ${one}`));
        for (const item of [typing, message]) {
          assertItem(item, ContactId);
          assert.equal(item.ParticipantId, speaker.chat.ParticipantId);
          assert.equal(item.DisplayName, speaker.name);
        }
      }

      const messageId = said.ok.data.Id;
      assert.equal((await listener.client.received(messageId)).failure, undefined);
      const delivered = await speaker.hears('onDeliveredReceipt', 'delivered', (item) => receiptOf(item, messageId));
      assertReceipt(delivered, ContactId, listener.chat.ParticipantId);
      assert.equal((await listener.client.read(messageId)).failure, undefined);
      const read = await speaker.hears('onReadReceipt', 'read', (item) => receiptOf(item, messageId));
      assertReceipt(read, ContactId, listener.chat.ParticipantId);
      assert.match(receiptOf(read, messageId).ReadTimestamp, TIME);
      assert.equal(listener.heard.all(({ data }) => receiptOf(data, messageId)).length, 0, 'its own is no news');
    });
  }

  step('transferred away, the session hears so and is closed', async (cast) => {
    const { lin, max, agent, control, proxy } = cast;
    const { connection } = proxy.dials.at(-1); // no agent joined after Max
    assert.equal(connection.closed, false);
    const next = await agent.transfer({ displayName: 'Noa', connect: false });
    const succeeded = await max.hears('onMessage', 'transferred', (item) => isEvent(item, 'transfer.succeeded'));
    assertItem(succeeded, lin.chat.ContactId);
    await connection.end;
    const { failure } = await max.client.send('Wait!');
    assert.deepEqual([failure.type, failure.message], ['AccessDeniedException', 'Access denied']);
    assert.equal((await control.contact(next.contactId)).state, 'ACTIVE');
    cast.next = next;
  });

  step('the next agent has a session in the next contact, and the customer hers in both', async (cast) => {
    const { lin, max, next } = cast;
    const noa = await cast.openForAgent(next);
    await noa.connect();
    await noa.hears('onDeepHeartbeatSuccess', 'the socket has subscribed');
    await lin.hears('onMessage', 'Noa joined', ({ ParticipantId }) => ParticipantId === next.id);
    for (const [speaker, listener] of [
      [lin, noa],
      [noa, lin],
    ]) {
      const { ok, failure } = await speaker.client.send(`From ${speaker.name}`);
      assert.equal(failure, undefined);
      for (const session of [speaker, listener]) {
        const item = await session.hears('onMessage', 'the words', ({ Id }) => Id === ok.data.Id);
        assertItem(item, next.contactId, lin.chat.ContactId);
        assert.equal(item.ParticipantId, speaker.chat.ParticipantId);
      }
    }
    await next.end();
    await lin.hears('onEnded', 'it is over');
    await noa.hears('onEnded', 'it is over');
    assert.equal(max.items.filter(({ ContactId }) => ContactId === next.contactId).length, 0, 'that was not for Max');
    assert.equal(max.times('onEnded'), 0);
  });
}
