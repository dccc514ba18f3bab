// The pages of docs/clients.md, as they are printed: a customer and an agent with ChatJS, in Node and in Chromium.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { NO_CHROMIUM, openChromium } from './lib/chromium-stage.mjs';
import { Control } from './lib/control.mjs';
import { Emulator } from './lib/emulator.mjs';
import { Hearing } from './lib/hearing.mjs';
import { loadChatJs } from './lib/node-stage.mjs';
import { serve } from './lib/page-server.mjs';
import { printed, script, shell } from './lib/printed-blocks.mjs';

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
const require = createRequire(import.meta.url);
const CHATJS = '/node_modules/amazon-connect-chatjs/dist/amazon-connect-chat.js';
/** How long a line that must not come gets to come. */
const CALM = 1_000;

/** One version of ChatJS plays both pages. */
export function printedPages({ name, chatjs }) {
  describe(`The pages of docs/clients.md with ${name}`, { timeout: 300_000 }, () => {
    const engaged = [];
    const engage = (closeable) => {
      engaged.push(closeable);
      return closeable;
    };
    let emulator;
    let control;
    let folder;

    before(async () => {
      const log = new URL(`logs/clients-${name.replace(/\W+/g, '-')}.log`, import.meta.url);
      const { JAVA: java = 'java', EMULATOR_JAR: jar } = process.env;
      emulator = engage(await Emulator.start({ java, jar, log }));
      control = new Control(emulator.endpoint);
      folder = mkdtempSync(join(tmpdir(), 'clients-'));
      engage({ close: () => rmSync(folder, { recursive: true, force: true }) });
    });

    after(async () => {
      for (const closeable of engaged.reverse()) {
        await closeable.close();
      }
      setTimeout(() => process.exit(), 3_000).unref(); // sessions of ChatJS keep the process alive
    });

    /** `open(page, heard)` runs a page; what it prints on its console is heard. */
    async function converse(open) {
      await control.post('/reset');
      const customer = new Hearing('The customer', String);
      await open(printed('ChatJS', 'html', emulator.endpoint), customer);
      await customer.first('her message', (line) => line === 'Ada: Hello');

      await shell(printed('An agent talks back', 'sh', emulator.endpoint), folder);
      await customer.first("the played agent's words", (line) => line === 'Grace: How can I help?');

      await shell(printed('ChatJS of an agent', 'sh', emulator.endpoint), folder);
      const agent = new Hearing('The agent', String);
      await open(printed('ChatJS of an agent', 'html', emulator.endpoint), agent);
      await agent.first('its message', (line) => line === 'Grace: How can I help?');
      const twice = () => customer.all().length === 3;
      await customer.first("the agent's words", twice);
      await new Promise((resolve) => setTimeout(resolve, CALM));
      assert.deepEqual(customer.all(), ['Ada: Hello', 'Grace: How can I help?', 'Grace: How can I help?']);
      assert.deepEqual(agent.all(), ['Grace: How can I help?'], 'and nothing from before its subscription');
      assert.deepEqual(await emulator.complaints(), []);
    }

    it('hold their conversation in Node', { timeout: 100_000 }, async () => {
      await converse(async (page, heard) => {
        globalThis.connect = loadChatJs(chatjs);
        const besideThePage = (name) => new Response(readFileSync(join(folder, name)));
        const fetchFromHere = async (url, options) =>
          url.startsWith('http') ? fetch(url, options) : besideThePage(url);
        const console = { log: (line) => heard.hear(line), error: (line) => heard.hear(line) };
        await new AsyncFunction('console', 'fetch', script(page))(console, fetchFromHere);
      });
    });

    it('hold their conversation in Chromium', { timeout: 100_000, skip: NO_CHROMIUM }, async () => {
      const browser = await openChromium(engage);
      await converse(async (content, heard) => {
        const files = new Map([
          ['/', ['text/html', content]],
          [CHATJS, ['text/javascript', readFileSync(require.resolve(chatjs.packageName))]],
          ['/agent.json', ['application/json', () => readFileSync(join(folder, 'agent.json'))]],
        ]);
        const server = engage(await serve(files));
        const page = await browser.newPage();
        page.on('console', (message) => message.type() === 'log' && heard.hear(message.text()));
        page.on('pageerror', (error) => heard.hear(error.message));
        await page.goto(server.origin);
      });
    });
  });
}
