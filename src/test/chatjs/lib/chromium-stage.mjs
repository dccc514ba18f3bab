// Where participants live in a page of headless Chromium: real CORS, Origin, preflights, fetch and WebSocket.
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

/** A browser with an empty profile; what has to be closed is given to `engage` as soon as it is open. */
export async function openChromium(engage, more = []) {
  const { chromium } = await import('playwright-core');
  const profile = mkdtempSync(join(tmpdir(), 'chatjs-chromium-'));
  engage({ close: async () => rmSync(profile, { recursive: true, force: true }) });
  const options = { executablePath, headless: true, args: [...ARGUMENTS, ...more] };
  return engage(await chromium.launchPersistentContext(profile, options));
}

/** One version of ChatJS in a page. */
export async function chromiumStage({ packageName }, engage) {
  const server = engage(await servePage(packageName));
  const browser = await openChromium(engage);
  const hearings = new Map();
  const errors = [];
  await browser.exposeFunction('reportToTest', (name, what) => hearings.get(name).hear(what));
  const openPage = async () => {
    const page = await browser.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(server.origin);
    await page.waitForFunction('window.connect && window.openParticipant');
    return page;
  };
  const participant = async (hearing, page) => {
    const name = `participant ${hearings.size + 1}`;
    hearings.set(name, hearing);
    await page.evaluate((who) => globalThis.openParticipant(who), name);
    const call = (method, args) =>
      page.evaluate(([who, what, how]) => globalThis.callParticipant(who, what, how), [name, method, args]);
    // Its methods are those of the participant in the page; without `then`, or a promise would take it for another.
    const method = (_, what) => (what === 'then' ? undefined : (...args) => call(what, args));
    return new Proxy({}, { get: method });
  };
  const shared = await openPage();
  return {
    origin: server.origin,
    version: await shared.evaluate('window.connect.ChatJS?.version'),
    errors,
    /** A participant in the page of the others. */
    participant: (hearing) => participant(hearing, shared),
    /** A participant in a page of its own: one ChatJS has a socket for each chat, and sends typing every 10 s at most. */
    stranger: async (hearing) => participant(hearing, await openPage()),
  };
}
