// A page of another origin in Chromium: it can neither read nor change anything below /_emulator.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { NO_CHROMIUM, openChromium } from './lib/chromium-stage.mjs';
import { Emulator } from './lib/emulator.mjs';
import { tries } from './lib/foreign-tries.mjs';
import { serve } from './lib/page-server.mjs';

const JSON_HEADERS = { 'Content-Type': 'application/json' };
const HOST = 'evil.test';
const TOKEN = 'the-token-of-the-test';
/** What can be read of the state; the time of the clock goes on by itself. */
const READ = ['/contacts', '/faults', '/standing-agents', '/settings', '/queues', '/hours', '/bots', '/ids', '/flows/stubs'];

describe('A page of another origin in Chromium', { timeout: 390_000, skip: NO_CHROMIUM }, () => {
  const engaged = [];
  const engage = (closeable) => {
    engaged.push(closeable);
    return closeable;
  };
  let browser;
  let pages;
  let usual;

  before(async () => {
    browser = engage(await openChromium(engage, [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`]));
    pages = engage(await serve(new Map([['/', ['text/html', '<!DOCTYPE html><link rel="icon" href="data:,"><title>Elsewhere</title><body></body>']]])));
    usual = await start('usual');
  });

  after(async () => {
    for (const closeable of engaged.reverse()) {
      await closeable.close();
    }
  });

  /** An emulator with a chat, a fault, and an agent that stands by. */
  async function start(name, settings = [], token = undefined) {
    const log = new URL(`logs/foreign-page-${name}.log`, import.meta.url);
    const { JAVA: java = 'java', EMULATOR_JAR: jar } = process.env;
    const emulator = engage(await Emulator.start({ java, jar, log, settings }));
    const { endpoint } = emulator;
    const contactId = await startChat(endpoint, 'Ada');
    const call = async (method, path, body) => {
      const headers = token === undefined ? JSON_HEADERS : { ...JSON_HEADERS, Authorization: `Bearer ${token}` };
      const response = await fetch(`${endpoint}/_emulator${path}`, { method, headers, body });
      assert.ok(response.ok, `${method} ${path}: ${response.status}`);
      return response.json();
    };
    await call('POST', '/faults', JSON.stringify({ operation: 'SendMessage', count: 1, effect: { type: 'RESET' } }));
    const state = async () => {
      const { mode, now, offset } = await call('GET', '/clock');
      const paths = [...READ, `/contacts/${contactId}`];
      const parts = await Promise.all(paths.map(async (path) => [path, JSON.stringify(await call('GET', path))]));
      return new Map([...parts, ['/clock', `${mode} ${mode === 'FROZEN' ? now : offset}`]]);
    };
    return { emulator, contactId, state };
  }

  async function startChat(endpoint, displayName) {
    const body = { InstanceId: 'my-instance', ContactFlowId: 'no-flow', ParticipantDetails: { DisplayName: displayName } };
    const answer = await fetch(`${endpoint}/contact/chat`, { method: 'PUT', headers: JSON_HEADERS, body: JSON.stringify(body) });
    assert.equal(answer.status, 200);
    return (await answer.json()).ContactId;
  }

  /** The paths below which the state is another one. */
  const changed = (before, now) => [...before.keys()].filter((path) => before.get(path) !== now.get(path));

  /** A page that is open at an origin, and a way to run a try in it until the requests to the endpoint are over. */
  async function open(origin) {
    const page = await browser.newPage();
    await page.goto(origin);
    return page;
  }

  async function attempt(page, endpoint, { name, run, argument }) {
    const open = new Set();
    const opened = [];
    let seen = 0;
    let wake = () => {};
    const isThere = (request) => request.url().startsWith(endpoint);
    const begun = (request) => {
      if (isThere(request)) {
        open.add(request);
        seen++;
      }
    };
    const over = (request) => {
      open.delete(request);
      wake();
    };
    const add = (other) => opened.push(other);
    browser.on('page', add).on('request', begun).on('requestfinished', over).on('requestfailed', over);
    try {
      const learned = await page.evaluate(run, argument);
      // That of a socket is no request here; its try waits itself.
      while (open.size > 0 || (seen === 0 && name !== 'WebSocket')) {
        await new Promise((resolve, reject) => {
          const late = setTimeout(() => reject(new Error(`${name}: ${seen} requests, ${open.size} of them open`)), 10_000);
          wake = () => {
            clearTimeout(late);
            resolve();
          };
        });
      }
      for (const other of opened) {
        await other.close();
      }
      return learned;
    } finally {
      browser.off('page', add).off('request', begun).off('requestfinished', over).off('requestfailed', over);
    }
  }

  const origins = () => [
    ['another port of localhost', `http://localhost:${new URL(pages.origin).port}`],
    ['another host name', `http://${HOST}:${new URL(pages.origin).port}`],
  ];

  it('reaches a server with each of its tries', { timeout: 120_000 }, async () => {
    let reached = 0;
    const witness = createServer((request, response) => {
      reached++;
      request.resume();
      response.writeHead(403).end();
    });
    witness.listen(0, '127.0.0.1');
    await once(witness, 'listening');
    engage({ close: async () => (witness.closeAllConnections(), witness.close()) });
    const endpoint = `http://localhost:${witness.address().port}`;
    const page = await open(origins()[0][1]);
    for (const each of tries(endpoint, 'contact')) {
      reached = 0;
      await attempt(page, endpoint, each);
      assert.notEqual(reached, 0, each.name);
    }
    await page.close();
  });

  it('can neither read nor change anything', { timeout: 200_000 }, async () => {
    const { emulator, contactId, state } = usual;
    const before = await state();
    for (const [where, origin] of origins()) {
      const page = await open(origin);
      for (const each of tries(emulator.endpoint, contactId)) {
        assert.equal(await attempt(page, emulator.endpoint, each), 'nothing', `${each.name} of ${where}`);
        assert.deepEqual(changed(before, await state()), [], `${each.name} of ${where}`);
      }
      await page.close();
    }
  });

  it('can do all of that if the setting names its origin', { timeout: 120_000 }, async () => {
    const [, origin] = origins()[1];
    const { emulator, contactId, state } = await start('named', [`--emulator.control.allowed-origins=${origin}`]);
    const page = await open(origin);
    const named = new Map(tries(emulator.endpoint, contactId).map((each) => [each.name, each]));
    const attemptOf = (name) => attempt(page, emulator.endpoint, named.get(name));
    assert.match(await attemptOf('fetch cors GET'), /^200 .*Ada/);
    assert.equal(await attemptOf('EventSource'), 'an open stream');
    const before = await state();
    assert.match(await attemptOf('fetch POST /clock/freeze'), /^200 /);
    const frozen = await state();
    assert.deepEqual(changed(before, frozen), ['/clock']);
    // A form cannot show that its page is the one that is meant.
    assert.equal(await attemptOf('fetch no-cors /reset text/plain'), 'nothing');
    assert.deepEqual(changed(frozen, await state()), []);
    await page.close();
  });

  it('is refused when its host name leads to the emulator', { timeout: 120_000 }, async () => {
    const { emulator, contactId, state } = usual;
    const before = await state();
    const origin = `http://${HOST}:${emulator.port}`;
    // Paths without a check of the host give the page an origin; what it calls is of its own origin then.
    const page = await open(`${origin}/actuator/health`);
    assert.equal(await page.evaluate(() => document.body.textContent.includes('UP')), true);
    for (const each of tries(origin, contactId)) {
      const learned = await attempt(page, origin, each);
      assert.doesNotMatch(learned, /Ada|an open|has loaded|^2\d\d/, each.name);
      if (each.name.startsWith('fetch') && each.argument[1].method !== 'HEAD' && each.argument[1].method !== 'OPTIONS') {
        assert.match(learned, /^403 .*emulator\.control\.allowed-hosts/, each.name);
      }
      assert.deepEqual(changed(before, await state()), [], each.name);
    }
    assert.equal((await page.goto(`${origin}/_emulator/console/`)).status(), 403);
    await page.close();
  });

  it('leads to the console with a link', { timeout: 120_000 }, async () => {
    const { emulator } = usual;
    const page = await open(origins()[1][1]);
    await page.evaluate((href) => {
      const link = Object.assign(document.createElement('a'), { href, textContent: 'The console' });
      document.body.append(link);
    }, `${emulator.endpoint}/_emulator/console/`);
    await page.getByRole('link', { name: 'The console' }).click();
    await page.getByRole('link', { name: 'Ada' }).waitFor();
    await page.close();
  });

  it('gets nothing with the token of the console, which asks for it', { timeout: 120_000 }, async () => {
    const { emulator, contactId, state } = await start('token', [`--emulator.control.token=${TOKEN}`], TOKEN);

    const page = await browser.newPage();
    const asked = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      return dialog.accept(TOKEN);
    });
    await page.goto(`${emulator.endpoint}/_emulator/console/`);
    await page.getByRole('link', { name: 'Ada' }).waitFor();
    assert.deepEqual(asked, ['The token of the setting emulator.control.token:']);
    // The list shows a later chat because of an event.
    await page.waitForFunction(() => document.documentElement.dataset.stream === 'open');
    await startChat(emulator.endpoint, 'Berta');
    await page.getByRole('link', { name: 'Berta' }).waitFor();
    await page.getByRole('link', { name: 'Clock' }).click();
    const before = await state();
    await page.getByRole('button', { name: 'Freeze' }).click();
    await page.getByRole('button', { name: 'Copy as curl' }).waitFor();
    const frozen = await state();
    assert.deepEqual(changed(before, frozen), ['/clock']);

    // Another port of localhost is the same site, so the browser sends the cookie of the console there.
    for (const [where, origin] of origins()) {
      const other = await open(origin);
      for (const each of tries(emulator.endpoint, contactId).filter(({ name }) => !/beacon|top-level|POST .*body/.test(name))) {
        assert.equal(await attempt(other, emulator.endpoint, each), 'nothing', `${each.name} of ${where}`);
        assert.deepEqual(changed(frozen, await state()), [], `${each.name} of ${where}`);
      }
      await other.close();
    }
    await page.close();
  });
});
