// The page of the chat widget in docs/clients.md, as it is printed, and the list picker that is sent to it. The build has
// a stand-in for the widget, which is not in the registry of packages; CHAT_INTERFACE may name the widget's own bundle.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { NO_CHROMIUM, openChromium } from './lib/chromium-stage.mjs';
import { Control } from './lib/control.mjs';
import { Emulator } from './lib/emulator.mjs';
import { serve } from './lib/page-server.mjs';
import { printed, shell } from './lib/printed-blocks.mjs';
import { CHATJS_3 } from './lib/versions.mjs';

const INTERACTIVE = 'application/vnd.amazonaws.connect.message.interactive';

function bundle() {
  if (process.env.CHAT_INTERFACE) {
    return readFileSync(process.env.CHAT_INTERFACE);
  }
  const chatJs = createRequire(import.meta.url).resolve(CHATJS_3.packageName); // the widget has that version inside
  const standIn = new URL('lib/chat-interface.js', import.meta.url);
  return Buffer.concat([readFileSync(chatJs), Buffer.from('\n'), readFileSync(standIn)]);
}

const which = process.env.CHAT_INTERFACE ? 'the widget' : 'a stand-in for the widget';

describe(`The page of docs/clients.md with ${which}`, { timeout: 300_000, skip: NO_CHROMIUM }, () => {
  const engaged = [];
  const engage = (closeable) => {
    engaged.push(closeable);
    return closeable;
  };
  let emulator;
  let browser;

  before(async () => {
    const log = new URL('logs/widget.log', import.meta.url);
    const { JAVA: java = 'java', EMULATOR_JAR: jar } = process.env;
    emulator = engage(await Emulator.start({ java, jar, log }));
    browser = await openChromium(engage);
  });

  after(async () => {
    for (const closeable of engaged.reverse()) {
      await closeable.close();
    }
  });

  it('shows a list picker of a played agent, and what the customer picks is sent', { timeout: 60_000 }, async () => {
    const control = new Control(emulator.endpoint);
    const server = engage(
      await serve(
        new Map([
          ['/', ['text/html', printed('The chat widget', 'html', emulator.endpoint)]],
          ['/amazon-connect-chat-interface.js', ['text/javascript', bundle()]],
        ]),
      ),
    );
    const page = await browser.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(server.origin);
    const contact = await connected(control);

    const folder = mkdtempSync(join(tmpdir(), 'widget-'));
    engage({ close: () => rmSync(folder, { recursive: true, force: true }) });
    await shell(printed('The chat widget', 'sh', emulator.endpoint), folder);
    await page.getByText('What is it about?').first().waitFor();
    await page.getByRole('button', { name: 'Shipping' }).waitFor();
    await page.getByRole('button', { name: 'Billing' }).click();

    const { transcript } = await until(
      () => control.contact(contact.contactId),
      ({ transcript }) => transcript.some(({ content }) => content === 'Billing'),
    );
    const said = transcript.filter(({ type }) => type === 'MESSAGE');
    assert.deepEqual(
      said.map(({ role, contentType }) => [role, contentType]),
      [
        ['AGENT', INTERACTIVE],
        ['CUSTOMER', 'text/plain'],
      ],
    );
    assert.deepEqual(errors, []);
    assert.deepEqual(await emulator.complaints(), []);
  });

  /** The chat that the page has started, once its socket has subscribed. */
  async function connected(control) {
    const { contacts } = await until(
      () => control.get('/contacts'),
      ({ contacts }) => contacts.length === 1,
    );
    return until(
      () => control.contact(contacts[0].contactId),
      ({ participants }) => participants[0].present,
    );
  }

  async function until(read, fits) {
    for (;;) {
      const value = await read();
      if (fits(value)) {
        return value;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
});
