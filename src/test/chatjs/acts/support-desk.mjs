// The support desk that ships with the emulator: its flows welcome a customer, let her choose, queue her behind another
// customer, and ask for a rating when the agent has left.
import assert from 'node:assert/strict';
import { assertItem } from '../lib/assertions.mjs';
import { Agent } from '../lib/control.mjs';
import { isEvent, isMessage } from '../lib/items.mjs';

const INTERACTIVE = 'application/vnd.amazonaws.connect.message.interactive';
const DESK = { ContactFlowId: 'support-desk' };
const WAITING = 'You are in the queue Sample support. The next agent who is free joins you.';

const isTemplate = (type) => (item) =>
  item.Type === 'MESSAGE' && item.ContentType === INTERACTIVE && JSON.parse(item.Content).templateType === type;
const isAgent = (name) => (item) => isEvent(item, `participant.${name}`) && item.ParticipantRole === 'AGENT';

export function supportDesk(step) {
  step('a flow gives the only agent of the desk to its first customer', async (cast) => {
    const tim = await atTheDesk(cast, 'Tim');
    await choose(tim, 'Sales');
    const joined = await tim.hears('onMessage', 'the agent', isAgent('joined'));
    assert.equal(joined.DisplayName, 'Grace');
    cast.tim = tim;
  });

  step('the flow welcomes the next customer and lists topics', async (cast) => {
    const una = await atTheDesk(cast, 'Una');
    const { ContactId } = una.chat;
    const welcome = await una.hears('onMessage', 'the welcome', ({ Content }) => Content?.startsWith('Welcome'));
    assertItem(welcome, ContactId);
    assert.ok(isMessage(welcome, 'Welcome to the support desk. Your plan: basic.'), welcome.Content);
    assert.deepEqual(
      [welcome.ContentType, welcome.ParticipantRole, welcome.DisplayName],
      ['text/plain', 'SYSTEM', 'SYSTEM_MESSAGE'],
    );
    const picker = await una.hears('onMessage', 'the list picker', isTemplate('ListPicker'));
    assertItem(picker, ContactId);
    assert.deepEqual([picker.ParticipantRole, picker.DisplayName], ['SYSTEM', 'BOT']);
    const { elements } = JSON.parse(picker.Content).data.content;
    assert.deepEqual(elements.map(({ title }) => title), ['Billing', 'Sales', 'Returns']);
    const kinds = una.items.map(({ Type, ParticipantRole }) => `${ParticipantRole} ${Type}`);
    assert.deepEqual(kinds, ['CUSTOMER EVENT', 'SYSTEM MESSAGE', 'SYSTEM MESSAGE']);
    cast.una = una;
  });

  step('she chooses one, and waits in the queue for the agent', async ({ una }) => {
    await choose(una, 'Billing');
    await una.hears('onMessage', 'her topic', (item) => isMessage(item, 'An agent will help you. Your topic: Billing.'));
    await una.hears('onMessage', 'the message of the queue flow', (item) => isMessage(item, WAITING));
    assert.equal(una.items.filter(isAgent('joined')).length, 0);
  });

  step('when the chat before hers is over, the agent joins and talks', async (cast) => {
    const { tim, una, backEnd, control } = cast;
    const { ContactId } = una.chat;
    await backEnd.stop(tim.chat.ContactId);
    await tim.hears('onEnded', 'it is over');
    const joined = await una.hears('onMessage', 'the agent', isAgent('joined'));
    assertItem(joined, ContactId);
    cast.grace = new Agent(control, {
      contactId: ContactId,
      initialContactId: ContactId,
      participantId: joined.ParticipantId,
      displayName: joined.DisplayName,
    });
    const said = await cast.grace.say('How can I help?');
    const heard = await una.hears('onMessage', 'the words', ({ Id }) => Id === said.id);
    assert.deepEqual([heard.DisplayName, heard.ParticipantRole], ['Grace', 'AGENT']);
    assert.equal((await una.client.send('It is solved')).failure, undefined);
  });

  step('when the agent has left, the survey runs in a contact of its own and ends the chat', async (cast) => {
    const { una, grace, backEnd } = cast;
    const { ContactId } = una.chat;
    await grace.leave();
    assertItem(await una.hears('onMessage', 'the agent left', isAgent('left')), ContactId);
    const survey = await una.hears('onMessage', 'the survey', isTemplate('QuickReply'));
    assert.notEqual(survey.ContactId, ContactId);
    assertItem(survey, survey.ContactId, ContactId);
    assert.equal(una.times('onEnded'), 0, 'her session goes on');
    assert.equal((await una.client.send('Good')).failure, undefined);
    await una.hears('onMessage', 'the thanks', (item) => isMessage(item, 'Thank you. Your rating: Good.'));
    const ended = await una.hears('onMessage', 'the end', (item) => isEvent(item, 'chat.ended'));
    assertItem(ended, survey.ContactId, ContactId);
    await una.hears('onEnded', 'it is over');
    const reasons = await Promise.all([ContactId, survey.ContactId].map((id) => backEnd.describe(id)));
    assert.deepEqual(
      reasons.map(({ DisconnectReason }) => DisconnectReason),
      ['AGENT_DISCONNECT', 'CONTACT_FLOW_DISCONNECT'],
    );
  });
}

/** A session of a customer whom the desk has asked for a topic. */
async function atTheDesk(cast, name) {
  const session = await cast.openApart(name, await cast.backEnd.start(name, DESK));
  await session.connect();
  await session.hears('onMessage', 'the list picker', isTemplate('ListPicker'));
  return session;
}

/** Chooses an element of the list picker, as the chat widget does: by its title. */
async function choose(session, title) {
  const { ok, failure } = await session.client.send(title);
  assert.equal(failure, undefined);
  await session.hears('onMessage', 'the choice', ({ Id }) => Id === ok.data.Id);
}
