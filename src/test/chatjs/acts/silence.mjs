// Chat timers, and a clock that is moved instead of waiting.
import assert from 'node:assert/strict';
import { assertItem } from '../lib/assertions.mjs';
import { isEvent } from '../lib/items.mjs';

const UNSPOKEN = ['idle', 'returned', 'autodisconnection'].map((name) => `participant.${name}`);
const ORDER = ['onParticipantIdle', 'onAutoDisconnection', 'onEnded'];

export function silence(step) {
  step('a customer who keeps silent is idle after her time, and back with her next words', async (cast) => {
    const { backEnd, control } = cast;
    const una = await cast.open('Una', await backEnd.start('Una'));
    await una.connect();
    await una.hears('onMessage', 'her joining', (item) => isEvent(item, 'participant.joined'));
    await backEnd.setTimers(una.chat.ContactId, {
      'CUSTOMER IDLE': 2,
      'CUSTOMER DISCONNECT_NONCUSTOMER': 3,
      'AGENT IDLE': 60,
    });
    await control.post('/clock/freeze');
    const ian = await control.join(una.chat.ContactId, { displayName: 'Ian' });
    await control.post('/clock/advance', { by: 'PT1M59S' });
    const word = await ian.say('Are you there?');
    await una.hears('onMessage', 'the question', ({ Id }) => Id === word.id);
    assert.equal(una.times('onParticipantIdle'), 0, 'a second too early');

    await control.post('/clock/advance', { by: '1s' });
    assertHers(una, await una.hears('onParticipantIdle', 'she keeps silent'));
    const { ok, failure } = await una.client.send('Yes');
    assert.equal(failure, undefined);
    assertHers(una, await una.hears('onParticipantReturned', 'she is back'));
    await una.hears('onMessage', 'her echo', ({ Id }) => Id === ok.data.Id);
    Object.assign(cast, { una, ian });
  });

  step('if she keeps silent for good, the chat ends', async ({ una, ian, control, backEnd }) => {
    const from = una.heard.count;
    await control.post('/clock/advance', { by: '2m' });
    assertHers(una, await una.hears('onParticipantIdle', 'she keeps silent', () => true, from));
    const { ok } = await una.client.transcript({ maxResults: 100 });
    const kept = ok.data.Transcript.map((item) => UNSPOKEN.find((name) => isEvent(item, name)));
    assert.ok(kept.length > 3);
    assert.deepEqual(kept.filter(Boolean), [], 'none of this is in the transcript');

    await control.post('/clock/advance', { by: '3m' });
    assertHers(una, await una.hears('onAutoDisconnection', 'her time is over'));
    await una.hears('onEnded', 'it is over');
    const [left, ended] = una.items.slice(-2);
    assert.ok(isEvent(left, 'participant.left'), left.ContentType);
    assert.equal(left.ParticipantId, ian.id);
    assert.ok(isEvent(ended, 'chat.ended'), ended.ContentType);
    const told = una.heard.all(({ event }) => ORDER.includes(event)).map(({ event }) => event);
    assert.deepEqual(told.slice(-ORDER.length), ORDER);
    assert.deepEqual([una.times('onParticipantIdle'), una.times('onParticipantReturned')], [2, 1]);
    assert.equal(una.times('onAutoDisconnection'), 1);
    assert.equal((await backEnd.describe(una.chat.ContactId)).DisconnectReason, 'IDLE_DISCONNECT');
    await control.post('/clock/resume');
  });
}

function assertHers(session, item) {
  assertItem(item, session.chat.ContactId);
  assert.equal(item.ParticipantId, session.chat.ParticipantId);
  assert.equal(item.ParticipantRole, 'CUSTOMER');
  assert.equal(item.DisplayName, session.name);
}
