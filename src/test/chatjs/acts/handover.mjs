// The agent who is played hands the chat over to another, and that one ends it.
import assert from 'node:assert/strict';
import { assertItem, pages } from '../lib/assertions.mjs';
import { isEvent, isKept, isMessage } from '../lib/items.mjs';
import { assertDead } from '../lib/token.mjs';

const BEARER = 'x-amz-bearer';

/** What only the agent who hands over hears, though it is in the transcript. */
const isTransfer = (item) => isEvent(item, 'transfer.failed') || isEvent(item, 'transfer.succeeded');

export function handover(step) {
  step('of a transfer that fails she hears nothing, and nothing else happens', async ({ ida, hal, control }) => {
    const from = ida.items.length;
    await hal.failTransfer();
    assert.equal((await control.contact(hal.contactId)).state, 'ACTIVE');
    await hal.say('So I am still here');
    await ida.hears('onMessage', 'the same agent', (item) => isMessage(item, 'So I am still here'));
    assert.deepEqual(ida.items.slice(from).map(({ Type }) => Type), ['MESSAGE']);
  });

  step('another agent takes the chat, and she stays where she is', async (cast) => {
    const { ida, hal, control, backEnd } = cast;
    const from = ida.items.length;
    const eve = await hal.transfer({ displayName: 'Eve', agentId: 'agent-eve' });
    assert.notEqual(eve.contactId, hal.contactId);
    assert.equal(eve.initialContactId, ida.chat.ContactId);
    const joined = await ida.hears('onMessage', 'Eve', ({ ParticipantId }) => ParticipantId === eve.id);
    assertItem(joined, eve.contactId, ida.chat.ContactId);
    assert.deepEqual([joined.DisplayName, joined.ParticipantRole], ['Eve', 'AGENT']);
    const [left, ...rest] = ida.items.slice(from);
    assert.ok(isEvent(left, 'participant.left'), left.ContentType);
    assert.equal(left.ParticipantId, hal.id);
    assert.deepEqual(rest.map(({ Id }) => Id), [joined.Id]);
    assert.equal(left.InitialContactId, ida.chat.ContactId);

    const before = await control.contact(hal.contactId);
    assert.equal(before.nextContactId, eve.contactId);
    assert.equal(before.state, 'ENDED');
    const contact = await control.contact(eve.contactId);
    const [customer, agent, ...others] = contact.participants;
    assert.deepEqual([customer.participantId, customer.present, customer.sockets], [ida.chat.ParticipantId, true, 1]);
    assert.deepEqual([agent.participantId, agent.present], [eve.id, true]);
    assert.deepEqual(others, []);
    const described = await backEnd.describe(eve.contactId);
    assert.equal(described.InitiationMethod, 'TRANSFER');
    assert.equal(described.PreviousContactId, hal.contactId);
    assert.equal(described.InitialContactId, ida.chat.ContactId);
    assert.equal(described.AgentInfo.Id, 'agent-eve');
    cast.eve = eve;
  });

  step('she talks with the second agent by the tokens and on the socket that she has', async (cast) => {
    const { ida, eve, control, emulator } = cast;
    const said = await eve.say('Now I am here');
    const heard = await ida.hears('onMessage', 'the second agent', (item) => isMessage(item, 'Now I am here'));
    assertItem(heard, eve.contactId, ida.chat.ContactId);
    assert.equal(heard.Id, said.id);
    const { ok, failure } = await ida.client.send('Nice to meet you');
    assert.equal(failure, undefined);
    const echo = await ida.hears('onMessage', 'her echo', (item) => isMessage(item, 'Nice to meet you'));
    assertItem(echo, eve.contactId, ida.chat.ContactId);
    assert.equal(echo.Id, ok.data.Id);
    const { transcript } = await control.contact(eve.contactId);
    assert.deepEqual([transcript.at(-1).id, transcript.at(-1).contactId], [ok.data.Id, eve.contactId]);

    // Both contacts are one transcript to her.
    const query = { maxResults: 100, sortOrder: 'ASCENDING', scanDirection: 'BACKWARD' };
    const items = (await pages(ida.client, query)).reverse().flat();
    const [failed, succeeded, ...others] = items.filter(isTransfer);
    assert.ok(isEvent(failed, 'transfer.failed'), failed.ContentType);
    assert.ok(isEvent(succeeded, 'transfer.succeeded'), succeeded.ContentType);
    assert.deepEqual(others, []);
    const shared = items.filter((item) => !isTransfer(item));
    assert.deepEqual(shared.map(({ Id }) => Id), ida.items.filter(isKept).map(({ Id }) => Id));

    assert.equal(ida.times('onConnectionLost'), 0);
    assert.equal((await control.contact(eve.contactId)).participants[0].sockets, 1);
    const connections = await Promise.all(
      [ida.chat.ContactId, eve.contactId].map((id) => emulator.outcomes('CreateParticipantConnection', id)),
    );
    assert.deepEqual(connections.flat(), ['200'], 'she connected once');
  });

  step('a third agent comes, and with three there are no receipts; it goes, and the chat goes on', async (cast) => {
    const { ida, eve, control } = cast;
    const kit = await control.join(eve.contactId, { displayName: 'Kit' });
    const word = await kit.say('May I join you?');
    await ida.hears('onMessage', 'the third agent', ({ Id }) => Id === word.id);
    const { failure } = await ida.client.read(word.id);
    assert.deepEqual([failure.type, failure.statusCode], ['ConflictException', 409]);
    await kit.leave();
    const isKits = ({ ParticipantId }) => ParticipantId === kit.id;
    await ida.hears('onMessage', 'it left', (item) => isEvent(item, 'participant.left') && isKits(item));
    const [joined, said, left, ...rest] = ida.items.filter(isKits);
    for (const item of [joined, said, left]) {
      assertItem(item, eve.contactId, ida.chat.ContactId);
    }
    assert.ok(isEvent(joined, 'participant.joined'), joined.ContentType);
    assert.deepEqual(rest, []);
    const { state, participants } = await control.contact(eve.contactId);
    assert.equal(state, 'ACTIVE');
    assert.deepEqual(participants.map(({ participantId }) => participantId), [ida.chat.ParticipantId, eve.id]);
  });

  step('the second agent ends the chat, and it is over for her', async ({ ida, eve, proxy, emulator, backEnd }) => {
    // She has said something last of all.
    const connectionToken = proxy.requests.findLast(({ path }) => path === '/participant/message').headers.get(BEARER);
    const from = ida.items.length;
    const ended = await eve.end();
    assert.equal(ended.state, 'ENDED');
    await ida.hears('onEnded', 'it is over');
    const [left, end, ...rest] = ida.items.slice(from);
    assert.ok(isEvent(left, 'participant.left'), left.ContentType);
    assert.equal(left.ParticipantId, eve.id);
    assert.ok(isEvent(end, 'chat.ended'), end.ContentType);
    for (const item of [left, end]) {
      assertItem(item, eve.contactId, ida.chat.ContactId);
    }
    assert.deepEqual(rest, []);
    assert.equal((await backEnd.describe(eve.contactId)).DisconnectReason, 'AGENT_DISCONNECT');
    assert.ok((await ida.client.send('Wait!')).failure, 'nothing more can be said');
    await assertDead(emulator.endpoint, ida.chat.ParticipantToken, connectionToken);
  });
}
