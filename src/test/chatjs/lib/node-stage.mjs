// Where participants live in Node: ChatJS as it is, and around it the few things of a browser that it looks for.
import { createRequire } from 'node:module';
import WebSocket from 'ws';
import { Participant } from './participant.mjs';

/** A ChatJS of its own for each call: its `connect`, with the few things of a browser around it that it looks for. */
export function loadChatJs({ packageName }) {
  const browser = {
    self: globalThis,
    window: globalThis,
    navigator: { onLine: true, userAgent: `Node.js/${process.versions.node}` },
    WebSocket,
  };
  for (const [name, value] of Object.entries(browser)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  const require = createRequire(import.meta.url);
  globalThis.connect = undefined; // a ChatJS that is there already would stay
  delete require.cache[require.resolve(packageName)];
  require(packageName);
  return globalThis.connect;
}

/** One version of ChatJS in this process, which can take only one. */
export async function nodeStage(chatjs) {
  const shared = loadChatJs(chatjs);
  const participant = async (hearing, own) => new Participant((what) => hearing.hear(what), own);
  return {
    origin: undefined,
    version: shared.ChatJS?.version,
    /** A participant with the ChatJS of the others. */
    participant: (hearing) => participant(hearing, shared),
    /** A participant with a ChatJS of its own: one has a socket for each chat, and sends typing every 10 s at most. */
    stranger: (hearing) => participant(hearing, loadChatJs(chatjs)),
  };
}
