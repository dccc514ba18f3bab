// Where customers live in a page of headless Chromium: real CORS, Origin, preflights, fetch and WebSocket.
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { servePage } from './page-server.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium of this machine: the one that CHROMIUM names, or one on the PATH; undefined if there is none. */
function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [process.env.CHROMIUM, ...onPath].filter(Boolean).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const executablePath = findChromium();

/** Why nothing can be run in Chromium here, or false. */
export const NO_CHROMIUM =
  executablePath === undefined && `no Chromium here (CHROMIUM is not set, and the PATH has no ${NAMES.join(', ')})`;

/** One version of ChatJS in a page; what has to be closed is given to `engage` as soon as it is open. */
export async function chromiumStage({ packageName }, engage) {
  const { chromium } = await import('playwright-core');
  const server = engage(await servePage(packageName));
  const profile = mkdtempSync(join(tmpdir(), 'chatjs-chromium-'));
  engage({ close: async () => rmSync(profile, { recursive: true, force: true }) });
  const options = { executablePath, headless: true, args: ARGUMENTS };
  const browser = engage(await chromium.launchPersistentContext(profile, options));
  const page = await browser.newPage();
  const hearings = new Map();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.exposeFunction('reportToTest', (name, what) => hearings.get(name).hear(what));
  await page.goto(server.origin);
  await page.waitForFunction('window.connect && window.openCustomer');
  const call = (name, method, args) =>
    page.evaluate(([who, what, how]) => globalThis.callCustomer(who, what, how), [name, method, args]);
  return {
    origin: server.origin,
    version: await page.evaluate('window.connect.ChatJS?.version'),
    errors,
    customer: async (hearing) => {
      const name = `customer ${hearings.size + 1}`;
      hearings.set(name, hearing);
      await page.evaluate((who) => globalThis.openCustomer(who), name);
      // Its methods are those of the customer in the page; without `then`, or a promise would take it for another.
      const method = (_, what) => (what === 'then' ? undefined : (...args) => call(name, what, args));
      return new Proxy({}, { get: method });
    },
  };
}
