// The customer loses her socket and comes back, the chats end, and no client has called more often than needed.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { assertItem } from '../lib/assertions.mjs';
import { isEvent, isMessage } from '../lib/items.mjs';

const CONNECTIONS = 'CreateParticipantConnection';
/** Two beats of ChatJS's heart, one every 10 s, and then some: a beat that stays unanswered makes it dial again. */
const QUIET_TIME = 24_000;
/** How long a loop gets to show itself: one makes a hundred calls a second. */
const CALM = 1_500;

export function ending(step) {
  step('when her socket is cut she is back on a new one, and the chat goes on', async (cast) => {
    const { ada, bot, emulator, proxy, chatjs } = cast;
    assert.equal(ada.times('onConnectionLost'), 0);
    assert.deepEqual(await emulator.outcomes(CONNECTIONS, ada.chat.ContactId), ['200', '200'], "hers and the bot's");
    const [, dial] = proxy.dials; // the first was the quiet customer's
    const last = ada.items.at(-1);
    const from = ada.heard.count;
    dial.connection.cut();
    ada.connections++;
    const missed = await bot.say('Can you hear me?');
    await ada.hears('onConnectionLost', 'it was cut', () => true, from);
    await ada.hears('onConnectionEstablished', 'she is back', () => true, from);
    // The answer to the first ping, which comes after that to the subscription: now nothing more is missed.
    await ada.hears('onDeepHeartbeatSuccess', 'the socket has subscribed', () => true, from);
    await bot.say('Welcome back');
    await ada.hears('onMessage', 'on the new socket', (item) => isMessage(item, 'Welcome back'));
    // Sockets replay nothing, so applications look up what came meanwhile.
    const { ok: since } = await ada.client.transcript({ scanDirection: 'FORWARD', startPosition: { id: last.Id } });
    const isMissed = (item) => item.Id === missed.Id;
    assert.ok(since.data.Transcript.some(isMissed), 'what she missed is in the transcript');
    if (chatjs.major >= 5) {
      await ada.hears('onTranscriptUpdated', 'with what she missed', ({ transcript }) => transcript.some(isMissed));
    }
    const { ok } = await ada.client.send('It was the tunnel');
    const echo = await ada.hears('onMessage', 'her echo', (item) => isMessage(item, 'It was the tunnel'));
    assert.equal(echo.Id, ok.data.Id);
    assert.deepEqual(await emulator.outcomes(CONNECTIONS, ada.chat.ContactId), ['200', '200', '200'], 'one more');
    const joined = ada.items.filter((item) => isEvent(item, 'participant.joined'));
    assert.deepEqual(joined.map((item) => item.ParticipantId), [ada.chat.ParticipantId, bot.id], 'no participant joined twice');
  });

  step('she disconnects and the chat is over for all participants', async ({ ada, bot, backEnd, chatjs }) => {
    const { failure } = await ada.client.disconnect();
    assert.equal(failure, undefined);
    const left = await bot.items.first('she left', (item) => isEvent(item, 'participant.left'));
    assertItem(left, ada.chat.ContactId);
    assert.equal(left.ParticipantId, ada.chat.ParticipantId);
    assert.equal(left.ParticipantRole, 'CUSTOMER');
    assertItem(await bot.items.first('the end', (item) => isEvent(item, 'chat.ended')), ada.chat.ContactId);
    if (chatjs.major >= 4) {
      await ada.hears('onMessage', 'the end', (item) => isEvent(item, 'chat.ended'));
      await ada.hears('onEnded', 'it is over');
    } // before, ChatJS stopped listening as soon as the call had returned

    const contact = await backEnd.describe(ada.chat.ContactId);
    assert.equal(contact.DisconnectReason, 'CUSTOMER_DISCONNECT');
    const denied = { name: 'AccessDeniedException', message: 'Access denied' };
    await assert.rejects(bot.say('Is anybody still there?'), denied);
  });

  step('an undisturbed session stays as it is on the one connection that it made', async ({ quiet, emulator }) => {
    await pause(Math.max(0, quiet.since + QUIET_TIME - Date.now()));
    assert.deepEqual(await emulator.outcomes(CONNECTIONS, quiet.chat.ContactId), ['200']);
    assert.equal(quiet.times('onConnectionLost'), 0);
    assert.equal(quiet.times('onConnectionBroken'), 0);
    assert.equal(quiet.times('onDeepHeartbeatFailure'), 0);
    assert.ok(quiet.times('onDeepHeartbeatSuccess') >= 2, 'pings are answered');
    const { ok } = await quiet.client.send('Still here');
    const echo = await quiet.hears('onMessage', 'her echo', (item) => isMessage(item, 'Still here'));
    assert.equal(echo.Id, ok.data.Id);
  });

  step('who had a socket that went silent is back on another, and finds what she missed', async ({ ann, ned }) => {
    // ChatJS says of a silent socket that it failed, not that it was lost.
    await ann.hears('onDeepHeartbeatFailure', 'silence', () => true, ann.silentFrom, QUIET_TIME);
    const failed = ann.heard.all().findLastIndex(({ event }) => event === 'onDeepHeartbeatFailure');
    await ann.hears('onDeepHeartbeatSuccess', 'the new socket has subscribed', () => true, failed);
    ann.connections++;
    assert.deepEqual(ann.items.filter(({ Id }) => Id === ann.unheard.id), []);
    const { ok } = await ann.client.transcript({ maxResults: 100 });
    assert.ok(ok.data.Transcript.some(({ Id }) => Id === ann.unheard.id));
    const word = await ned.say('Now you can');
    await ann.hears('onMessage', 'on the new socket', ({ Id }) => Id === word.id);
    await ned.end();
    await ann.hears('onEnded', 'it is over');
  });

  step('StopContact ends it, and onEnded says so once', async ({ quiet, backEnd }) => {
    const from = quiet.heard.count;
    await backEnd.stop(quiet.chat.ContactId);
    const data = await quiet.hears('onMessage', 'the end', (item) => isEvent(item, 'chat.ended'), from);
    assertItem(data, quiet.chat.ContactId);
    await quiet.hears('onEnded', 'it is over', () => true, from);
    await pause(CALM);
    assert.equal(quiet.times('onEnded'), 1);
  });

  step('no client connected more often than necessary', async ({ ada, quiet, sessions, emulator, proxy }) => {
    assert.deepEqual(await emulator.outcomes(CONNECTIONS, quiet.chat.ContactId), ['200'], 'undisturbed');
    assert.deepEqual(await emulator.outcomes(CONNECTIONS, ada.chat.ContactId), ['200', '200', '200'], 'hers, cut once');
    const reasons = sessions.reduce((sum, { connections }) => sum + connections, 0);
    const outcomes = await emulator.outcomes(CONNECTIONS);
    assert.equal(outcomes.filter((outcome) => outcome === '200').length, reasons + 1, "theirs and the bot's");
    assert.equal(outcomes.length, reasons + 2, 'and one with a dead token');
    assert.equal(proxy.dials.length, reasons, 'sockets dialled by all sessions');
    assert.deepEqual(await emulator.complaints(), []);
  });

  step('the calls came from where the customer lives', ({ proxy, stage }) => {
    const preflights = proxy.requests.filter((request) => request.method === 'OPTIONS');
    const calls = proxy.requests.filter((request) => request.method === 'POST');
    assert.ok(calls.length > 20);
    assert.ok(calls.every((call) => call.headers.get('x-amz-user-agent')?.startsWith('aws-sdk-js/')));
    assert.deepEqual(new Set(proxy.requests.map(({ headers }) => headers.get('origin'))), new Set([stage.origin]));
    if (stage.origin === undefined) {
      assert.equal(preflights.length, 0);
    } else {
      assert.ok(preflights.length > 0, 'a page asks first');
      assert.deepEqual(stage.errors, []);
    }
  });
}
