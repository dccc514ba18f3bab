// The console in Chromium: a whole story, hostile texts, accessibility, and two thousand chats.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, beforeEach, describe, it } from 'node:test';
import { NO_CHROMIUM } from './lib/chromium-stage.mjs';
import { ConsoleStage } from './lib/console-stage.mjs';
import { Control } from './lib/control.mjs';
import { Emulator } from './lib/emulator.mjs';
import { CHATJS_5 } from './lib/versions.mjs';

const MANY = 2_000;
const HOSTILE = `<img src=x onerror="alert('image')"><script>alert('script')</script><svg onload="alert('svg')">`;
const LINK = 'javascript:alert(1)';
const INTERACTIVE = 'application/vnd.amazonaws.connect.message.interactive';
const JSON_HEADERS = { 'Content-Type': 'application/json' };

describe('The console in Chromium', { timeout: 380_000, skip: NO_CHROMIUM }, () => {
  const engaged = [];
  const engage = (closeable) => {
    engaged.push(closeable);
    return closeable;
  };
  let emulator;
  let control;
  let stage;

  before(async () => {
    const log = new URL('logs/console.log', import.meta.url);
    const { JAVA: java = 'java', EMULATOR_JAR: jar } = process.env;
    const settings = [
      '--emulator.throttling.enabled=false',
      '--emulator.quotas.concurrent-active-chats=10000',
      '--emulator.flows.samples=support-desk',
    ];
    emulator = engage(await Emulator.start({ java, jar, log, settings }));
    control = new Control(emulator.endpoint);
    stage = await ConsoleStage.open(emulator.endpoint, engage);
  });

  beforeEach(async () => {
    await control.post('/reset', {});
    // She would take each chat that a flow puts into the queue.
    await control.patch('/standing-agents/grace', { state: 'OFFLINE' });
  });

  after(async () => {
    for (const closeable of engaged.reverse()) {
      await closeable.close();
    }
  });

  async function start(displayName, rest = {}) {
    const body = { InstanceId: 'my-instance', ContactFlowId: 'support-desk', ParticipantDetails: { DisplayName: displayName }, ...rest };
    const answer = await fetch(`${emulator.endpoint}/contact/chat`, { method: 'PUT', headers: JSON_HEADERS, body: JSON.stringify(body) });
    assert.equal(answer.status, 200, await answer.clone().text());
    return (await answer.json()).ContactId;
  }

  it('plays a whole story: a customer, a flow, an agent in another tab, a file, the clock, the end', { timeout: 90_000 }, async () => {
    const customer = await stage.tab('#/customer');
    await customer.getByLabel('Your name').fill('Ada');
    await customer.getByLabel('Flow', { exact: true }).fill('support-desk');
    await customer.getByRole('button', { name: 'Start the chat' }).click();
    const heard = customer.getByRole('list', { name: 'Conversation of the customer' });
    await heard.getByText('Welcome to the support desk').waitFor();
    await heard.getByRole('button', { name: /^Billing/ }).click();
    await heard.getByText('Billing', { exact: true }).first().waitFor();

    const developer = await stage.tab('#/chats');
    await developer.getByRole('link', { name: 'Ada' }).click();
    await developer.getByRole('heading', { name: 'Chat of Ada' }).waitFor();
    await developer.getByLabel('Agent name').first().fill('Grace');
    await developer.getByRole('button', { name: 'Join' }).click();
    const said = developer.getByRole('list', { name: 'Conversation', exact: true });
    await said.getByText('Grace: participant joined').waitFor();

    await customer.getByLabel('Message', { exact: true }).fill('My invoice is wrong');
    await developer.getByText('Ada is typing').waitFor();
    await customer.getByRole('button', { name: 'Send' }).click();
    await said.getByText('My invoice is wrong').waitFor();
    await developer.getByLabel('Message', { exact: true }).fill('Let me look');
    await developer.getByRole('button', { name: 'Send' }).click();
    await heard.getByText('Let me look').waitFor();
    await developer.getByRole('button', { name: 'Read', exact: true }).click();
    await said.getByText(/^Read by Grace/).waitFor();

    await developer.getByLabel('Content type').selectOption({ label: 'Interactive' });
    await developer.getByLabel('Template').selectOption('QuickReply');
    await developer.getByRole('button', { name: 'Send' }).click();
    await heard.getByRole('button', { name: 'Sales' }).last().click();
    await said.getByText('Sales', { exact: true }).last().waitFor();

    await customer.getByLabel('File', { exact: true }).setInputFiles({ name: 'invoice.txt', mimeType: 'text/plain', buffer: Buffer.from('42') });
    await customer.getByRole('button', { name: 'Attach' }).click();
    await said.getByText('invoice.txt (text/plain)').waitFor();
    await developer.getByLabel('File', { exact: true }).setInputFiles({ name: 'answer.txt', mimeType: 'text/plain', buffer: Buffer.from('43') });
    await developer.getByRole('button', { name: 'Attach' }).click();
    const download = customer.waitForEvent('download');
    await heard.getByRole('button', { name: 'answer.txt (text/plain)' }).click();
    assert.equal(readFileSync(await (await download).path(), 'utf8'), '43');

    await developer.getByText('AWS calls').click();
    await developer.getByText('StartChatContact 200').waitFor();
    await developer.getByText('Flow log').click();
    await developer.getByText('Welcome', { exact: true }).waitFor();
    await stage.assertAccessible(developer, 'chat');
    await stage.assertAccessible(customer, 'customer');

    await developer.getByRole('button', { name: 'Past the next deadline' }).click();
    await said.getByText('chat ended').waitFor();
    await customer.getByText('The chat has ended.', { exact: true }).waitFor();
    await customer.close();
    await developer.close();
  });

  it('advances the clock past the next deadline of a chat in the list', { timeout: 60_000 }, async () => {
    const contactId = await start('Dora');
    const page = await stage.tab('#/chats');
    await page.getByRole('button', { name: 'Past deadline of Dora' }).click();
    await page.getByText('CUSTOMER_CONNECTION_NOT_ESTABLISHED').waitFor();
    assert.equal((await control.get(`/contacts/${contactId}`)).state, 'ENDED');
    await page.close();
  });

  it('begins to load again after a pause, however often it is asked', { timeout: 60_000 }, async () => {
    const page = await stage.tab('#/chats');
    const begun = await page.evaluate(async () => {
      const { coalesced } = await import(new URL('stream.js', document.querySelector('script[type=module]').src));
      const times = [];
      const loading = coalesced(async () => times.push(performance.now()), 200);
      const asking = setInterval(loading.ask, 10);
      while (times.length < 4) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      clearInterval(asking);
      loading.stop();
      return times;
    });
    for (let i = 1; i < begun.length; i++) {
      assert.ok(begun[i] - begun[i - 1] > 190, `${begun}`);
    }
    await page.close();
  });

  it('draws the flow with the way of a chat, and stubs a branch of it', { timeout: 60_000 }, async () => {
    const contactId = await start('Ada');
    await control.post(`/contacts/${contactId}/connect`);
    const page = await stage.tab(`#/flows/support-desk?chat=${contactId}`);
    await page.getByRole('button', { name: /^Choose a topic,.*the chat stands here, waiting for/ }).waitFor();
    await page.getByRole('button', { name: /^Welcome,.*run 1 time/ }).waitFor();
    await page.getByRole('button', { name: /^Check the hours,/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Outcome', { exact: true }).selectOption({ label: 'Result False' });
    await page.getByRole('button', { name: 'Add the stub' }).click();
    await page.getByText(/Check the hours: result False, taken 0 times/).waitFor();
    assert.equal((await control.get('/flows/stubs')).stubs[0].result, 'False');
    await stage.assertAccessible(page, 'flow');
    await page.close();
  });

  it('lets no text become markup', { timeout: 90_000 }, async () => {
    const name = HOSTILE.slice(0, 256);
    const contactId = await start(name, {
      Attributes: { hostile: HOSTILE, [`key_${'a'.repeat(20)}`]: LINK },
      InitialMessage: { ContentType: 'text/plain', Content: HOSTILE },
      SupportedMessagingContentTypes: ['text/plain', 'text/markdown', 'application/json', INTERACTIVE, `${INTERACTIVE}.response`],
    });
    const agent = await control.join(contactId, { displayName: HOSTILE.slice(0, 256) });
    const path = `/contacts/${contactId}/agents/${agent.id}`;
    const element = { title: HOSTILE, subtitle: HOSTILE, imageType: 'URL', imageData: 'https://elsewhere.example/x.png', imageDescription: HOSTILE };
    const templates = ['ListPicker', 'QuickReply', 'Panel', 'TimePicker', HOSTILE];
    await agent.say(HOSTILE);
    await agent.say(`[${HOSTILE}](${LINK})`, 'text/markdown');
    await control.post(`${path}/messages`, { contentType: 'application/json', content: { text: HOSTILE } });
    for (const templateType of templates) {
      const content = { ...element, elements: [element, null, 7, { title: { nested: HOSTILE } }], timeslots: [{ date: HOSTILE, duration: HOSTILE }, null] };
      await control.post(`${path}/messages`, { contentType: INTERACTIVE, content: { templateType, version: '1.0', data: { content } } });
    }
    await control.post(`${path}/messages`, { contentType: INTERACTIVE, content: { templateType: 'Carousel', version: '1.0', data: { content: { title: HOSTILE, elements: [{ templateType: 'Panel', data: { content: element } }] } } } });
    await control.post(`${path}/messages`, { contentType: INTERACTIVE, content: HOSTILE.slice(0, 200) }).catch(() => {});
    await control.upload(`${path}/attachments?name=${encodeURIComponent(`<img src=x onerror=alert(1)>.txt`)}`, 'text/plain', 'x');
    await fetch(`${emulator.endpoint}/contact/chat`, { method: 'PUT', headers: JSON_HEADERS, body: JSON.stringify({ InstanceId: HOSTILE, ContactFlowId: HOSTILE }) });
    await control.post('/faults', { operation: 'SendMessage', instanceId: '<img src=x onerror=alert(1)>', effect: { type: 'ERROR', errorCode: 'ThrottlingException', message: HOSTILE } });
    await control.post('/flows/stubs', { flow: HOSTILE, identifier: '<img src=x onerror=alert(1)>', result: HOSTILE });

    const chats = await stage.tab('#/chats');
    await chats.getByRole('link', { name: name.slice(0, 20) }).waitFor();
    await assertNoMarkup(chats);
    await chats.close();

    const chat = await stage.tab(`#/chats/${contactId}`);
    await chat.getByText('<img src=x onerror=alert(1)>.txt').waitFor();
    await chat.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
    await chat.getByText('StartChatContact 200').waitFor();
    await assertNoMarkup(chat);
    await chat.close();
    for (const view of ['#/faults', '#/calls', '#/streaming', '#/flows', '#/clock', `#/flows/support-desk?chat=${contactId}`, `#/chats/${encodeURIComponent(HOSTILE)}`, `#/flows/${encodeURIComponent(HOSTILE)}`]) {
      const page = await stage.tab(view);
      await page.waitForLoadState('load');
      await page.waitForFunction(() => document.querySelector('main .view').textContent.length > 10);
      await assertNoMarkup(page);
      await page.close();
    }
    assert.deepEqual(stage.complaints, []);
  });

  async function assertNoMarkup(page) {
    const found = await page.evaluate(() => ({
      elements: document.querySelectorAll('main img, main script, main iframe, main [onerror], main [onload], main [style]').length,
      links: [...document.links].map(({ href }) => href).filter((href) => !href.startsWith(location.origin)),
    }));
    assert.deepEqual(found, { elements: 0, links: [] });
  }

  it('is accessible in every view', { timeout: 200_000 }, async () => {
    const contactId = await start('Ada');
    await control.post(`/contacts/${contactId}/connect`);
    await control.join(await start('Berta', { ContactFlowId: 'no-flow' }), { displayName: 'Grace' });
    await control.post(`/contacts/${await start('Chloe')}/end`, { disconnectReason: 'CUSTOMER_DISCONNECT' });
    await control.post('/faults', { operation: 'SendMessage', count: 1, effect: { type: 'ERROR', errorCode: 'ThrottlingException' } });
    for (const [view, name, text] of [
      ['#/chats', 'chats', 'Berta'],
      ['#/flows', 'flows', 'Sample support desk'],
      ['#/clock', 'clock', 'Advance past it'],
      ['#/faults', 'faults', '0 hits'],
      ['#/settings', 'settings', 'Replace'],
      ['#/calls', 'calls', 'StartChatContact'],
      ['#/streaming', 'streaming', 'INITIATED'],
    ]) {
      const page = await stage.tab(view);
      await page.getByText(text).first().waitFor();
      await stage.assertAccessible(page, name);
      await page.close();
    }
  });

  it('works with the keyboard: the views, a reset with its question, a command to copy', { timeout: 60_000 }, async () => {
    await start('Ada');
    const page = await stage.tab('#/chats');
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => (globalThis.copied = text) } }));
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to content');
    await page.getByRole('link', { name: 'Clock' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Clock', level: 1 }).waitFor();
    await page.waitForFunction(() => document.activeElement.tagName === 'H1');

    await page.getByLabel('Copy as curl instead of sending').press('Space');
    await page.getByRole('button', { name: 'Freeze' }).press('Enter');
    await page.waitForFunction(() => globalThis.copied !== undefined);
    assert.equal(await page.evaluate(() => globalThis.copied), `curl -X POST '${emulator.endpoint}/_emulator/clock/freeze' -H 'Content-Type: application/json' -d '{}'`);
    assert.equal((await control.get('/clock')).mode, 'SYSTEM');
    await page.getByLabel('Copy as curl instead of sending').press('Space');
    await page.getByRole('button', { name: 'Freeze' }).press('Enter');
    await page.getByRole('button', { name: 'Copy as curl' }).waitFor();
    assert.equal((await control.get('/clock')).mode, 'FROZEN');

    await page.getByRole('button', { name: 'Reset…' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Reset the emulator?' });
    await dialog.waitFor();
    await stage.assertAccessible(page, 'reset');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.equal((await control.get('/contacts')).contacts.length, 1);
    await page.getByRole('button', { name: 'Reset…' }).press('Enter');
    await dialog.getByRole('button', { name: 'Reset' }).press('Enter');
    await page.getByText('No chat matches.').waitFor();
    assert.equal((await control.get('/contacts')).contacts.length, 0);
    await page.close();
  });

  it(`stays usable with ${MANY} live chats`, { timeout: 120_000 }, async () => {
    for (let first = 0; first < MANY; first += 50) {
      await Promise.all(Array.from({ length: 50 }, (_, index) => start(`Customer ${first + index}`)));
    }
    const begun = Date.now();
    const page = await stage.tab('#/chats');
    await page.locator('.chats > li').first().waitFor();
    const painted = Date.now() - begun;
    await page.getByText(`1–50 of ${MANY} contacts`).waitFor();
    const complete = Date.now() - begun;
    assert.equal(await page.locator('.chats > li').count(), 50);

    const updating = Date.now();
    const newest = await start('The newest');
    await page.getByRole('link', { name: 'The newest' }).waitFor();
    const updated = Date.now() - updating;
    await page.getByRole('searchbox', { name: 'Filter' }).fill('The newest');
    await page.getByText('1–1 of 1 contacts').waitFor();
    await page.getByRole('searchbox', { name: 'Filter' }).fill('');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText(`51–100 of ${MANY + 1} contacts`).waitFor();

    const frame = await page.evaluate(longestFrame);
    const busy = Promise.all(Array.from({ length: 200 }, (_, index) => start(`Later ${index}`)));
    await busy;
    await page.getByText(`of ${MANY + 201} contacts`).waitFor();
    const longest = await page.evaluate(() => globalThis.longestFrame);
    console.log(`${MANY} live chats: first paint after ${painted} ms, all of them after ${complete} ms, an update after ${updated} ms, the longest frame while 200 chats start ${Math.round(longest)} ms (${frame})`);
    await control.post(`/contacts/${newest}/end`, { disconnectReason: 'API' });
    await page.close();
  });

  /** Watches the time between two frames from now on. */
  function longestFrame() {
    globalThis.longestFrame = 0;
    let before = performance.now();
    const next = (now) => {
      globalThis.longestFrame = Math.max(globalThis.longestFrame, now - before);
      before = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    return 'of requestAnimationFrame';
  }

  it('carries ChatJS as it is published', async () => {
    const served = await fetch(`${emulator.endpoint}/_emulator/console/amazon-connect-chatjs.js`);
    assert.deepEqual(Buffer.from(await served.arrayBuffer()), readFileSync(createRequire(import.meta.url).resolve(CHATJS_5.packageName)));
  });

  it('has asked no other host for anything, and broken no rule of its policy', () => {
    assert.deepEqual(stage.foreign, []);
    assert.deepEqual(stage.complaints, []);
  });
});
