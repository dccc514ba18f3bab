// Customer and bot talk: typing, receipts, a file, and the transcript of it all.
import assert from 'node:assert/strict';
import { ID, TIME, assertItem, assertReceipt, pages } from '../lib/assertions.mjs';
import { isEvent, isKept, isMessage, receiptOf } from '../lib/items.mjs';

const FILE = { name: 'note.pdf', type: 'application/pdf', size: 3_000_000 };

export function talking(step) {
  step('both see who types', async ({ ada, bot }) => {
    const { ok, failure } = await ada.client.type();
    assert.equal(failure, undefined);
    const seen = await bot.items.first('her typing', (item) => isEvent(item, 'typing'));
    const echo = await ada.hears('onTyping', 'her own', (item) => item.ParticipantRole === 'CUSTOMER');
    for (const item of [seen, echo]) {
      assertItem(item, ada.chat.ContactId);
      assert.equal(item.Id, ok.data.Id);
      assert.equal(item.ParticipantId, ada.chat.ParticipantId);
      assert.equal(item.DisplayName, ada.name);
    }

    const typed = await bot.type();
    const data = await ada.hears('onTyping', "the bot's", (item) => item.ParticipantRole === 'CUSTOM_BOT');
    assertItem(data, ada.chat.ContactId);
    assert.equal(data.Id, typed.Id);
    assert.equal(data.ParticipantId, bot.id);
    assert.equal(data.DisplayName, bot.name);
  });

  step('her receipts reach the bot, one for each message', async ({ ada, bot }) => {
    const first = await bot.say('How can I help?');
    const shown = await ada.hears('onMessage', 'the question', (item) => isMessage(item, 'How can I help?'));
    assert.equal(shown.Id, first.Id);
    assert.equal(shown.ParticipantRole, 'CUSTOM_BOT');
    const second = await bot.say('I am a bot.');
    await ada.hears('onMessage', 'the confession', (item) => isMessage(item, 'I am a bot.'));
    // ChatJS has the same ClientToken for all of them.
    for (const { Id } of [first, second]) {
      const { ok, failure } = await ada.client.read(Id);
      assert.equal(failure, undefined);
      assert.match(ok.data.Id, ID);
      const item = await bot.items.first('her receipt', (heard) => receiptOf(heard, Id)?.ReadTimestamp !== undefined);
      assertReceipt(item, ada.chat.ContactId, ada.chat.ParticipantId);
    }
    assert.equal(ada.times('onReadReceipt'), 0, 'a receipt of her own is no news to her');
  });

  step("the bot's receipts reach her", async ({ ada, bot, sent }) => {
    const [messageId] = sent;
    await bot.received(messageId);
    const delivered = await ada.hears('onDeliveredReceipt', 'delivered', (item) => receiptOf(item, messageId));
    assertReceipt(delivered, ada.chat.ContactId, bot.id);
    assert.equal(receiptOf(delivered, messageId).ReadTimestamp, undefined);
    assert.equal(ada.times('onReadReceipt'), 0);

    await bot.read(messageId);
    const read = await ada.hears('onReadReceipt', 'read', (item) => receiptOf(item, messageId));
    assertReceipt(read, ada.chat.ContactId, bot.id);
    assert.match(receiptOf(read, messageId).ReadTimestamp, TIME);
  });

  step('a file goes up, is mentioned to both, and comes down to her as it was', async ({ ada, bot }) => {
    const { failure, sha256 } = await ada.client.upload(FILE);
    assert.equal(failure, undefined);
    const item = await ada.hears('onMessage', 'her file', ({ Type }) => Type === 'ATTACHMENT');
    assertItem(item, ada.chat.ContactId);
    assert.equal(item.ParticipantId, ada.chat.ParticipantId);
    assert.equal(item.ContentType, undefined);
    assert.equal(item.Content, undefined);
    const [{ AttachmentId }] = item.Attachments;
    assert.deepEqual(item.Attachments, [
      { ContentType: FILE.type, AttachmentId, AttachmentName: FILE.name, Status: 'APPROVED' },
    ]);
    const shown = await bot.items.first('her file', ({ Type }) => Type === 'ATTACHMENT');
    assert.deepEqual(shown, item);

    assert.deepEqual(await ada.client.download(AttachmentId), { type: FILE.type, size: FILE.size, sha256 });
    // AWS shows a CUSTOM_BOT that there is a file, but not the file.
    await assert.rejects(bot.attachment(AttachmentId), { name: 'AccessDeniedException' });
  });

  step('the transcript pages in both directions through what she heard, each item once', async (cast) => {
    const { ada, bot, sent, initial } = cast;
    for (let i = 1; i <= 7; i++) {
      const { ok, failure } = await ada.client.send(`From her ${i}`);
      assert.equal(failure, undefined);
      sent.push(ok.data.Id);
      await bot.say(`From the bot ${i}`);
    }
    await ada.hears('onMessage', 'the last of them', (item) => isMessage(item, 'From the bot 7'));
    // The initial message is older than her socket.
    const heard = [initial, ...ada.items.filter(isKept)];
    const ids = heard.map((item) => item.Id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(sent.every((id) => ids.includes(id)));

    const oldestFirst = { maxResults: 4, sortOrder: 'ASCENDING' };
    const backward = await pages(ada.client, { ...oldestFirst, scanDirection: 'BACKWARD' });
    assert.ok(backward.length > 4, `${backward.length} pages`);
    assert.deepEqual(backward.reverse().flat().map((item) => item.Id), ids);

    const start = { id: ids[0] };
    const forward = await pages(ada.client, { ...oldestFirst, scanDirection: 'FORWARD', startPosition: start });
    assert.ok(forward.length > 4, `${forward.length} pages`);
    const items = forward.flat();
    // Whether a page from an item on has that item is not ours to say here; all that follow it are.
    assert.deepEqual(items.map((item) => item.Id).slice(-ids.length + 1), ids.slice(1));

    const newestFirst = { maxResults: 4, sortOrder: 'DESCENDING', scanDirection: 'BACKWARD' };
    const descending = await pages(ada.client, newestFirst);
    assert.deepEqual(descending.flat().map((item) => item.Id).reverse(), ids);

    const live = new Map(heard.map((item) => [item.Id, item]));
    for (const { MessageMetadata, ...item } of items) {
      const { InitialContactId, ...asHeard } = live.get(item.Id);
      assert.deepEqual(item, asHeard);
      if (MessageMetadata) {
        assert.equal(MessageMetadata.MessageId, item.Id);
      }
    }
    const receipts = items.find((item) => item.Id === sent[0]).MessageMetadata.Receipts;
    assert.deepEqual(receipts.map((receipt) => receipt.RecipientParticipantId), [bot.id]);
    assert.match(receipts[0].ReadTimestamp, TIME);
  });
}
