// A chat starts: its customer connects and says something, and a bot joins.
import assert from 'node:assert/strict';
import { ID, TIME, assertItem } from '../lib/assertions.mjs';
import { Bot } from '../lib/bot.mjs';
import { isEvent, isMessage } from '../lib/items.mjs';

const ADA = 'Ada';
const BOT = 'Robbie';

export function opening(step) {
  step('it is the version that it should be', ({ stage, chatjs }) => {
    // Before 3.1 it did not say.
    assert.equal(stage.version?.split('.')[0], chatjs.major < 4 ? undefined : String(chatjs.major));
  });

  step('a chat is started and its customer connects', async (cast) => {
    const { backEnd } = cast;
    const quiet = await cast.open('The quiet customer', await backEnd.start('Grace'));
    await quiet.connect();
    quiet.since = Date.now();

    const chat = await backEnd.start(ADA, {
      InitialMessage: { ContentType: 'text/plain', Content: 'Good morning' },
      Attributes: { tier: 'gold' },
    });
    for (const member of ['ContactId', 'ParticipantId', 'ParticipantToken']) {
      assert.ok(chat[member], member);
    }
    assert.equal((await backEnd.describe(chat.ContactId)).ConnectedToSystemTimestamp, undefined);
    const ada = await cast.open(ADA, chat);
    await ada.connect();
    Object.assign(cast, { quiet, ada });
  });

  step('her joining reaches her own socket, and the initial message is in the transcript before it', async (cast) => {
    const { ada, backEnd } = cast;
    const joined = await ada.hears('onMessage', 'joined', (item) => isEvent(item, 'participant.joined'));
    assertItem(joined, ada.chat.ContactId);
    const { ok } = await ada.client.transcript({ sortOrder: 'ASCENDING' });
    const [initial, ...rest] = ok.data.Transcript;
    assert.ok(isMessage(initial, 'Good morning'), initial.Content);
    for (const item of [joined, initial]) {
      assert.equal(item.ParticipantId, ada.chat.ParticipantId);
      assert.equal(item.ParticipantRole, 'CUSTOMER');
      assert.equal(item.DisplayName, ada.name);
    }
    assert.equal(initial.ContentType, 'text/plain');
    assert.deepEqual(rest.map((item) => item.Id), [joined.Id]);
    assert.deepEqual(ada.items.map((item) => item.Id), [joined.Id]);
    const contact = await backEnd.describe(ada.chat.ContactId);
    assert.equal(Date.parse(initial.AbsoluteTime), contact.InitiationTimestamp.getTime());
    cast.initial = initial;
    assert.ok(contact.ConnectedToSystemTimestamp instanceof Date, 'ConnectedToSystemTimestamp');
  });

  step('what she sends comes back with the id that the call returned', async ({ ada, sent }) => {
    const { ok, failure } = await ada.client.send('Is anybody there?');
    assert.equal(failure, undefined);
    assert.match(ok.data.Id, ID);
    assert.match(ok.data.AbsoluteTime, TIME);
    const echo = await ada.hears('onMessage', 'her echo', (item) => isMessage(item, 'Is anybody there?'));
    assertItem(echo, ada.chat.ContactId);
    assert.equal(echo.Id, ok.data.Id);
    assert.equal(echo.AbsoluteTime, ok.data.AbsoluteTime);
    assert.equal(echo.ContentType, 'text/plain');
    assert.equal(echo.ParticipantId, ada.chat.ParticipantId);
    assert.equal(echo.ParticipantRole, 'CUSTOMER');
    assert.equal(echo.DisplayName, ada.name);
    sent.push(ok.data.Id);
  });

  step('an error reaches her with its type and message', async ({ ada }) => {
    const { failure } = await ada.client.send('# Not negotiated', 'text/markdown');
    assert.equal(failure?.type, 'ValidationException');
    assert.equal(failure.statusCode, 400);
    assert.match(failure.message, /text\/markdown/);
  });

  step('a bot joins', async (cast) => {
    const { ada, emulator, backEnd } = cast;
    const { ParticipantCredentials, ParticipantId } = await backEnd.addBot(ada.chat.ContactId, BOT);
    const bot = cast.engage(new Bot(emulator.endpoint, ParticipantId, BOT));
    await bot.connect(ParticipantCredentials.ParticipantToken);
    cast.bot = bot;
    const joined = await ada.hears(
      'onMessage',
      'the bot joined',
      (item) => isEvent(item, 'participant.joined') && item.ParticipantRole === 'CUSTOM_BOT',
    );
    assertItem(joined, ada.chat.ContactId);
    assert.equal(joined.ParticipantId, bot.id);
    assert.equal(joined.DisplayName, bot.name);
  });
}
