// The console of an emulator in headless Chromium: what its pages ask for, complain about and try to run.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { openChromium } from './chromium-stage.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const LOOPBACK = new Set(['localhost', '127.0.0.1']);
const WIDTHS = [360, 768, 1280];
/** A run of axe-core takes a second; the middle width and the dark scheme on a telephone add nothing that it can see. */
const AXE_AT = { light: [360, 1280], dark: [1280] };

/** A folder for screenshots; absent, none are made. */
const SCREENSHOTS = process.env.CONSOLE_SCREENSHOTS;

export class ConsoleStage {
  /** Each request that left this machine, or tried to. */
  foreign = [];
  /** What a page threw, and what its policy forbade. */
  complaints = [];
  #browser;

  static async open(endpoint, engage) {
    const stage = new ConsoleStage();
    stage.endpoint = endpoint;
    stage.#browser = await openChromium(engage);
    // What hostile text would call if it became script.
    await stage.#browser.addInitScript(() => {
      globalThis.alert = (text) => globalThis.hostile?.(String(text));
    });
    await stage.#browser.exposeFunction('hostile', (text) => stage.complaints.push(`hostile text ran: ${text}`));
    return stage;
  }

  /** A tab that shows a view. */
  async tab(view, { width = 1280, scheme = 'light' } = {}) {
    const page = await this.#browser.newPage();
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    page.on('request', (request) => this.#note(request.url()));
    page.on('websocket', (socket) => this.#note(socket.url()));
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) {
        this.complaints.push(message.text());
      }
    });
    await page.goto(`${this.endpoint}/_emulator/console/${view}`);
    await page.waitForFunction(() => document.querySelector('main h1') !== null);
    return page;
  }

  #note(url) {
    const { protocol, hostname } = new URL(url);
    if (!['data:', 'blob:'].includes(protocol) && !LOOPBACK.has(hostname)) {
      this.foreign.push(url);
    }
  }

  /** That axe-core finds no violation on a page, and that nothing is wider than the page, in both schemes and at all widths. */
  async assertAccessible(page, name) {
    for (const scheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const where = `${name}, ${scheme}, ${width} pixels`;
        if (AXE_AT[scheme].includes(width)) {
          assert.deepEqual(await violations(page), [], where);
        }
        const { inner, content } = await page.evaluate(() => ({
          inner: document.documentElement.clientWidth,
          content: document.documentElement.scrollWidth,
        }));
        assert.ok(content <= inner, `${where}: the content is ${content} pixels wide`);
        await screenshot(page, `console-${name}-${width}-${scheme}`);
      }
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
  }
}

async function violations(page) {
  // The policy of the page lets no script in, not even that of the test; what the debugger evaluates is not of the page.
  await page.evaluate(readFileSync(AXE, 'utf8'));
  const found = await page.evaluate(async () => (await globalThis.axe.run(document)).violations);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`);
}

async function screenshot(page, name) {
  if (SCREENSHOTS) {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), animations: 'disabled' });
  }
}
