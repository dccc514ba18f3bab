// All calls of the console go through this one function. A call that changes something has the content type of JSON, or that of
// a file, neither of which a form of another page can send.
import { announce } from './dom.js';

const CONTROL = '/_emulator';
const JSON_TYPE = 'application/json';

/** What is thrown when a call fails: its message is what the emulator says. */
export class CallFailed extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** What is thrown when a call is copied instead of sent. */
export class Copied extends Error {}

const listeners = new Set();
let copying = false;

/** Lets every further change be copied as a command instead of sent. */
export function copyInsteadOfSending(on) {
  copying = on;
}

/** Is told of each call that has changed something, with its command. */
export function onChange(listener) {
  listeners.add(listener);
}

/** Reads from the control API. */
export function read(path) {
  return call('GET', CONTROL + path);
}

/** Changes something through the control API. */
export function change(method, path, body = {}) {
  return call(method, CONTROL + path, body);
}

/** Calls an operation of AWS. */
export function aws(method, path, body) {
  return call(method, path, body);
}

/** Sends a file to the control API. */
export function upload(path, file) {
  return call('POST', CONTROL + path, file);
}

async function call(method, path, body) {
  const changes = method !== 'GET';
  const command = changes ? curl(method, path, body) : undefined;
  if (changes && copying) {
    await copy(command);
    throw new Copied('Copied as curl, not sent');
  }
  let response = await fetch(path, request(method, body));
  if (response.status === 401 && path.startsWith(CONTROL) && askForToken()) {
    response = await fetch(path, request(method, body));
  }
  const text = await response.text();
  if (changes) {
    listeners.forEach((listener) => listener({ method, path, status: response.status, command }));
  }
  const answer = parsed(text);
  if (!response.ok) {
    throw new CallFailed(response.status, reason(answer) ?? `${method} ${path}: status ${response.status}`);
  }
  return answer;
}

// A cookie, because a browser sends no header of its own when it opens a stream of events. It ends with the browser. Servers on
// other ports of this host may see it for paths that begin alike.
const TOKEN = 'emulator-token';
let refused = false;

function askForToken() {
  const token = refused ? null : window.prompt('The token of the setting emulator.control.token:');
  refused = token === null; // asks once, until the page is loaded again
  if (token !== null) {
    document.cookie = `${TOKEN}=${token.trim()}; path=${CONTROL}; SameSite=Strict`;
  }
  return token !== null;
}

function tokenHeader() {
  return document.cookie.includes(`${TOKEN}=`) ? ' -H "Authorization: Bearer $EMULATOR_CONTROL_TOKEN"' : '';
}

function request(method, body) {
  if (body instanceof File) {
    return { method, body, headers: { 'Content-Type': body.type || 'application/octet-stream' } };
  }
  if (method === 'GET') {
    return { method };
  }
  return { method, headers: { 'Content-Type': JSON_TYPE }, body: JSON.stringify(body ?? {}) };
}

function parsed(text) {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reason(answer) {
  return answer?.detail ?? answer?.Message ?? answer?.message;
}

/** The command that makes the same call. */
export function curl(method, path, body) {
  const url = quoted(location.origin + path);
  const token = path.startsWith(CONTROL) ? tokenHeader() : '';
  if (method === 'GET') {
    return `curl ${url}${token}`;
  }
  if (body instanceof File) {
    const type = body.type || 'application/octet-stream';
    return `curl -X ${method} ${url}${token} -H ${quoted(`Content-Type: ${type}`)} --data-binary ${quoted(`@${body.name}`)}`;
  }
  return `curl -X ${method} ${url}${token} -H 'Content-Type: ${JSON_TYPE}' -d ${quoted(JSON.stringify(body ?? {}))}`;
}

/** A word of a shell, whatever is in it. */
function quoted(text) {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Copies a text, or shows it where the browser has no clipboard for the page. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    announce('Copied');
  } catch {
    window.prompt('Copy this command:', text);
  }
}
