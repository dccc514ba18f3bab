// An agent who is played through the control API talks with a customer on ChatJS.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { TIME, assertItem, assertReceipt } from '../lib/assertions.mjs';
import { isEvent, isMessage, receiptOf } from '../lib/items.mjs';
import { VIEW } from '../lib/emulator.mjs';

const INTERACTIVE = 'application/vnd.amazonaws.connect.message.interactive';
const RESPONSE = `${INTERACTIVE}.response`;
const FILE = { name: 'offer.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.4 '.repeat(10_000)) };

const template = (templateType, content) => ({ templateType, version: '1.0', data: { content } });
const LIST = template('ListPicker', { title: 'What about?', elements: [{ title: 'Billing' }, { title: 'Sales' }] });
const FORM = template('ViewResource', { viewId: VIEW.id, viewToken: VIEW.id, viewData: '{"Heading":"Your address"}' });
const FILLED_IN = { action: 'Submit', data: { street: 'Baker Street' }, templateType: 'ViewResource', version: '1.0' };

export function played(step) {
  step('an agent who is played joins', async (cast) => {
    const { backEnd, control } = cast;
    const contentTypes = ['text/plain', 'text/markdown', 'application/json', INTERACTIVE, RESPONSE];
    const chat = await backEnd.start('Ida', { SupportedMessagingContentTypes: contentTypes });
    const ida = await cast.open('Ida', chat);
    await ida.connect();
    const own = await ida.hears('onMessage', 'her own joining', (item) => isEvent(item, 'participant.joined'));
    assert.equal(own.ParticipantId, chat.ParticipantId);

    const hal = await control.join(chat.ContactId, { displayName: 'Hal', agentId: 'agent-hal' });
    const joined = await ida.hears('onMessage', 'the agent joined', byAgent('participant.joined'));
    assertOf(joined, hal);
    const contact = await control.contact(chat.ContactId);
    assert.deepEqual(contact.participants, [
      { participantId: chat.ParticipantId, role: 'CUSTOMER', displayName: 'Ida', present: true, sockets: 1 },
      { participantId: hal.id, role: 'AGENT', displayName: 'Hal', present: true, sockets: 0 },
    ]);
    const { AgentInfo } = await backEnd.describe(chat.ContactId);
    assert.equal(AgentInfo.Id, 'agent-hal');
    assert.ok(AgentInfo.ConnectedToAgentTimestamp instanceof Date, 'ConnectedToAgentTimestamp');
    Object.assign(cast, { ida, hal });
  });

  step('what the agent says and types reaches her', async ({ ida, hal }) => {
    const typed = await hal.type();
    const typing = await ida.hears('onTyping', "the agent's", ({ ParticipantRole }) => ParticipantRole === 'AGENT');
    assertOf(typing, hal);
    assert.equal(typing.Id, typed.id);
    const said = [
      await hal.say('How can I help?'),
      await hal.say('**Really**', 'text/markdown'),
      await hal.say({ mood: 'good' }, 'application/json'),
      await hal.say(LIST, INTERACTIVE),
      await hal.say(FORM, INTERACTIVE),
    ];
    await ida.hears('onMessage', 'the form', ({ Id }) => Id === said.at(-1).id);
    const heard = ida.items.filter(({ Type, ParticipantRole }) => Type === 'MESSAGE' && ParticipantRole === 'AGENT');
    heard.forEach((item) => assertOf(item, hal));
    assert.deepEqual(heard.map((item) => item.Id), said.map(({ id }) => id));
    assert.deepEqual(
      heard.map((item) => item.ContentType),
      ['text/plain', 'text/markdown', 'application/json', INTERACTIVE, INTERACTIVE],
    );
    assert.deepEqual(heard.slice(0, 2).map((item) => item.Content), ['How can I help?', '**Really**']);
    assert.deepEqual(heard.slice(2).map((item) => JSON.parse(item.Content)), [{ mood: 'good' }, LIST, FORM]);
  });

  step('she looks at the view, picks and fills in, and the agent has it', async ({ ida, hal, control }) => {
    const { ok, failure } = await ida.client.describeView(FORM.data.content.viewToken);
    assert.equal(failure, undefined);
    assert.equal(ok.data.View.Id, VIEW.id);
    assert.deepEqual(JSON.parse(ok.data.View.Content.Template), VIEW.template);
    const picked = await ida.client.send('Billing');
    const filledIn = await ida.client.send(JSON.stringify(FILLED_IN), RESPONSE);
    for (const answer of [picked, filledIn]) {
      assert.equal(answer.failure, undefined);
      await ida.hears('onMessage', 'her echo', ({ Id }) => Id === answer.ok.data.Id);
    }
    const { transcript } = await control.contact(hal.contactId);
    const [pick, form] = transcript.slice(-2);
    assert.deepEqual([pick.id, pick.content, pick.contentType], [picked.ok.data.Id, 'Billing', 'text/plain']);
    assert.deepEqual([form.id, form.contentType], [filledIn.ok.data.Id, RESPONSE]);
    assert.deepEqual(JSON.parse(form.content), FILLED_IN);
    for (const item of [pick, form]) {
      assert.deepEqual([item.participantId, item.role], [ida.chat.ParticipantId, 'CUSTOMER']);
    }
    ida.asked = pick.id;
  });

  step("the agent's receipts reach her", async ({ ida, hal }) => {
    await hal.received(ida.asked);
    const delivered = await ida.hears('onDeliveredReceipt', 'delivered', (item) => receiptOf(item, ida.asked));
    assertReceipt(delivered, ida.chat.ContactId, hal.id);
    assert.equal(ida.times('onReadReceipt'), 0);
    await hal.read(ida.asked);
    const read = await ida.hears('onReadReceipt', 'read', (item) => receiptOf(item, ida.asked));
    assertReceipt(read, ida.chat.ContactId, hal.id);
    assert.match(receiptOf(read, ida.asked).ReadTimestamp, TIME);
  });

  step('her receipts reach the agent', async ({ ida, hal, control }) => {
    const question = await hal.say('Did you get this?');
    await ida.hears('onMessage', 'the question', ({ Id }) => Id === question.id);
    const receipts = async () => {
      const { transcript } = await control.contact(hal.contactId);
      return transcript.find(({ id }) => id === question.id).receipts;
    };
    assert.deepEqual(await receipts(), []);
    assert.equal((await ida.client.received(question.id)).failure, undefined);
    const [delivered] = await receipts();
    assert.equal(delivered.participantId, ida.chat.ParticipantId);
    assert.match(delivered.deliveredAt, TIME);
    assert.equal(delivered.readAt, undefined);
    assert.equal((await ida.client.read(question.id)).failure, undefined);
    const [read, ...more] = await receipts();
    assert.equal(read.deliveredAt, delivered.deliveredAt);
    assert.match(read.readAt, TIME);
    assert.deepEqual(more, []);
  });

  step("the agent's file comes down to her as it was", async ({ ida, hal }) => {
    const { attachmentId } = await hal.share(FILE.name, FILE.type, FILE.bytes);
    const item = await ida.hears('onMessage', 'the file', ({ Type }) => Type === 'ATTACHMENT');
    assertOf(item, hal);
    assert.deepEqual(item.Attachments, [
      { ContentType: FILE.type, AttachmentId: attachmentId, AttachmentName: FILE.name, Status: 'APPROVED' },
    ]);
    const sha256 = createHash('sha256').update(FILE.bytes).digest('hex');
    const down = await ida.client.download(attachmentId);
    assert.deepEqual(down, { type: FILE.type, size: FILE.bytes.length, sha256 });
  });
}

const byAgent = (event) => (item) => isEvent(item, event) && item.ParticipantRole === 'AGENT';

function assertOf(item, agent) {
  assertItem(item, agent.contactId, agent.initialContactId);
  assert.equal(item.ParticipantId, agent.id);
  assert.equal(item.DisplayName, agent.name);
  assert.equal(item.ParticipantRole, 'AGENT');
}
