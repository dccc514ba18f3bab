// Where customers live in Node: ChatJS as it is, and around it the few things of a browser that it looks for.
import { createRequire } from 'node:module';
import WebSocket from 'ws';
import { Customer } from './customer.mjs';

/** One version of ChatJS in this process, which can take only one. */
export async function nodeStage({ packageName }) {
  const browser = {
    self: globalThis,
    window: globalThis,
    navigator: { onLine: true, userAgent: `Node.js/${process.versions.node}` },
    WebSocket,
  };
  for (const [name, value] of Object.entries(browser)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  createRequire(import.meta.url)(packageName);
  return {
    origin: undefined,
    version: globalThis.connect.ChatJS?.version,
    customer: async (hearing) => new Customer((what) => hearing.hear(what)),
  };
}
