// Starts the connect-chat-emulator for tests in Node 20 and newer, and controls it. One file; it needs Node alone, and gives
// clients of the AWS SDK for JavaScript 3 what they need.
//
//   const emulator = await startEmulator({ settings: { 'emulator.region': 'eu-west-1' } });
//   const connect = new ConnectClient(emulator.aws);
//   ...
//   await emulator.stop();
//
// The emulator runs from a jar, which needs Java 17 or newer: name the jar in the variable CONNECTCHAT_JAR. Or it runs
// already, as a container of the CI job for example: name its address in CONNECTCHAT_URL.
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const OF_SETTINGS = /^(EMULATOR|SERVER|SPRING|MANAGEMENT|LOGGING)_/i;

// Ends the emulator when its standard input ends, which it does when this process has gone, in whatever way.
const GUARD = 'exec 3<&0; "$@" </dev/null & child=$!; (cat <&3 >/dev/null; kill "$child" 2>/dev/null) & wait "$child"';

/** The emulator refused a call of the control API; `status` is the HTTP status. */
export class EmulatorError extends Error {
  constructor(message, status) {
    super(message);
    this.name = 'EmulatorError';
    this.status = status;
  }
}

// The calls that can be confined to an instance, by a parameter of the query or by a member of the body.
const BY_QUERY = new RegExp(
  '^(GET /(contacts|flows|ids|events|calls/count|contact-events/count)' +
    '|(GET|DELETE) /(faults|flows/stubs|calls|contact-events)' +
    '|[A-Z]+ /(clock|settings|queues|hours|bots|standing-agents|streaming-delivery|contact-events/delivery)(/.*)?)$',
);
const BY_BODY = /^POST \/(reset|faults|flows\/stubs|calls\/await|contact-events\/await)$/;

/** Controls an emulator at an address. */
export class Emulator {
  constructor(url, options = {}) {
    const { token = process.env.CONNECTCHAT_TOKEN, instanceId, stop = async () => {}, log = () => '' } = options;
    this.instanceId = instanceId;
    this.url = url.replace(/\/+$/, '');
    this.token = token;
    /** Stops it, if startEmulator has started it. */
    this.stop = stop;
    /** What it has logged, if startEmulator has started it. */
    this.log = log;
    /** The options of a client of the AWS SDK: `new ConnectClient(emulator.aws)`. */
    this.aws = {
      endpoint: this.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    };
  }

  /** The emulator as one instance sees it: clock, settings, faults, calls, queues and resets of it alone. */
  ofInstance(instanceId) {
    return new Emulator(this.url, { token: this.token, instanceId });
  }

  /** Any call below /_emulator; returns its JSON, or undefined if it has none. */
  async call(method, path, content) {
    const { url, body } = this.#confined(method, path, content);
    const headers = this.token ? { authorization: `Bearer ${this.token}` } : {};
    if (method !== 'GET') {
      headers['Content-Type'] = 'application/json';
    }
    const response = await fetch(url, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) {
      let detail = text;
      try {
        detail = JSON.parse(text).detail ?? text;
      } catch {
        // It is no problem detail.
      }
      throw new EmulatorError(`${method} ${path}: ${response.status}: ${detail}`, response.status);
    }
    return text ? JSON.parse(text) : undefined;
  }

  #confined(method, path, body) {
    const url = new URL(`${this.url}/_emulator${path}`);
    const call = `${method} ${path.split('?')[0]}`;
    if (this.instanceId && BY_QUERY.test(call) && !url.searchParams.has('instanceId')) {
      url.searchParams.set('instanceId', this.instanceId);
    }
    const named = this.instanceId && BY_BODY.test(call);
    return { url, body: named ? { instanceId: this.instanceId, ...body } : body };
  }

  get(path, query = {}) {
    const parameters = new URLSearchParams(query).toString();
    return this.call('GET', parameters ? `${path}?${parameters}` : path);
  }

  post(path, body) {
    return this.call('POST', path, body);
  }

  put(path, body) {
    return this.call('PUT', path, body);
  }

  patch(path, body) {
    return this.call('PATCH', path, body);
  }

  delete(path) {
    return this.call('DELETE', path);
  }

  /** Removes everything, or what belongs to one instance. With a seed, ids and tokens follow from it. */
  reset(instanceId, seed) {
    return this.post('/reset', { ...(instanceId && { instanceId }), ...(seed !== undefined && { seed }) });
  }

  /** Moves the clock ahead: `advance('PT5M')`. */
  advance(by) {
    return this.post('/clock/advance', { by });
  }

  /** A contact with its transcript. */
  contact(contactId) {
    return this.get(`/contacts/${contactId}`);
  }

  /** The contents of the messages in a transcript. */
  async messages(contactId) {
    const { transcript } = await this.contact(contactId);
    return transcript.filter((item) => item.type === 'MESSAGE').map((item) => item.content);
  }

  /** Lets an agent join a chat. */
  async joinAsAgent(contactId, displayName, more = {}) {
    return new Agent(this, await this.post(`/contacts/${contactId}/agents`, { displayName, ...more }));
  }

  /** Adds a fault: `addFault({ effect: { type: 'RESET' }, operation: 'StartChatContact', count: 1 })`. */
  addFault(fault) {
    return this.post('/faults', fault);
  }

  /** The calls of AWS operations that match: `calls({ operation: 'StartChatContact' })`. */
  async calls(matching) {
    return (await this.get('/calls', matching)).calls;
  }

  /** Waits for calls: `awaitCalls({ operation: 'StartChatContact', count: 2, timeout: 'PT5S' })`. */
  async awaitCalls(matching) {
    return (await this.post('/calls/await', matching)).calls;
  }

  /** Waits for an action of the flow: `awaitFlow(contactId, { identifier: 'end' })`. */
  awaitFlow(contactId, matching) {
    return this.post(`/contacts/${contactId}/flow/await`, matching);
  }
}

/** An agent in a chat that the test plays. */
export class Agent {
  #emulator;

  constructor(emulator, { contactId, participantId, participantToken }) {
    this.#emulator = emulator;
    this.contactId = contactId;
    this.participantId = participantId;
    this.participantToken = participantToken;
  }

  #post(action, body) {
    return this.#emulator.post(`/contacts/${this.contactId}/agents/${this.participantId}/${action}`, body);
  }

  send(content, contentType = 'text/plain') {
    return this.#post('messages', { content, contentType });
  }

  typing() {
    return this.#post('typing');
  }

  read(messageId) {
    return this.#post('receipts', { messageId, type: 'READ' });
  }

  async transferTo(displayName, more = {}) {
    return new Agent(this.#emulator, await this.#post('transfer', { displayName, ...more }));
  }

  leave() {
    return this.#post('leave');
  }

  end() {
    return this.#post('end');
  }
}

/** The jar that is given, or that CONNECTCHAT_JAR names; without both, one that lies where jars lie. */
export function findJar(jar) {
  const named = jar ?? process.env.CONNECTCHAT_JAR;
  if (named) {
    if (!fs.existsSync(named)) {
      throw new Error(`There is no jar of the emulator at ${resolve(named)}.`);
    }
    return resolve(named);
  }
  const repository = join(homedir(), '.m2', 'repository', 'org', 'connectchat', 'connect-chat-emulator');
  const versions = fs.existsSync(repository) ? fs.readdirSync(repository).map((name) => join(repository, name)) : [];
  for (const folders of [[process.cwd()], versions.filter((folder) => fs.statSync(folder).isDirectory())]) {
    const found = folders
      .flatMap((folder) => fs.readdirSync(folder).map((name) => join(folder, name)))
      .filter((file) => /[\\/]connect-chat-emulator-\d[^\\/]*\.jar$/.test(file) && !/-(sources|javadoc)\.jar$/.test(file))
      .sort((one, other) => fs.statSync(other).mtimeMs - fs.statSync(one).mtimeMs);
    if (found.length > 0) {
      return found[0];
    }
  }
  throw new Error(
    'The jar of the emulator was not found. Looked for the environment variable CONNECTCHAT_JAR, and for ' +
      `connect-chat-emulator-*.jar in ${process.cwd()} and below ${repository}. Build it in a checkout of the emulator ` +
      'with ./mvnw install -DskipTests, or name the address of an emulator that runs in CONNECTCHAT_URL.',
  );
}

/**
 * Starts an emulator on a free port and waits until it is ready; or takes the one at CONNECTCHAT_URL. It reads no setting
 * from this machine.
 */
export async function startEmulator({ jar, settings = {}, flows, java = 'java', startTimeout = 60_000 } = {}) {
  if (process.env.CONNECTCHAT_URL) {
    return new Emulator(process.env.CONNECTCHAT_URL);
  }
  const file = findJar(jar);
  const folder = fs.mkdtempSync(join(tmpdir(), 'connect-chat-emulator-'));
  const logFile = join(folder, 'emulator.log');
  const portFile = join(folder, 'port');
  const command = [java, '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xms32m', '-jar', file];
  for (const [name, value] of Object.entries({ ...settings, 'server.port': 0 })) {
    command.push(`--${name}=${value}`);
  }
  if (flows) {
    command.push(`--emulator.flows.folder=${resolve(flows)}`);
  }
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_SETTINGS.test(name)));
  // An own folder, so that no config/application.yaml of the project under test is taken for the emulator's.
  const cwd = join(folder, 'run');
  fs.mkdirSync(cwd);
  const out = fs.openSync(logFile, 'w');
  const [executable, ...rest] = process.platform === 'win32' ? command : ['sh', '-c', GUARD, 'sh', ...command];
  const child = spawn(executable, rest, { cwd, env: { ...env, PORTFILE: portFile }, stdio: ['pipe', out, out] });
  fs.closeSync(out);
  let problem;
  const ended = new Promise((done) => {
    child.once('error', (error) => done((problem = error.message)));
    child.once('exit', (code) => done((problem = `It ended with exit code ${code}`)));
  });
  child.stdin.on('error', () => {}); // it may be gone already
  const log = () => fs.readFileSync(logFile, 'utf8');
  const stop = async () => {
    child.ref(); // nothing else may keep this process alive until the emulator has ended
    child.stdin.end();
    if (process.platform === 'win32') {
      child.kill();
    }
    await Promise.race([ended, pause(10_000, undefined, { ref: false })]);
    child.kill('SIGKILL');
    fs.rmSync(folder, { recursive: true, force: true });
  };

  const deadline = Date.now() + startTimeout;
  while (!fs.existsSync(portFile) || fs.statSync(portFile).size === 0) {
    if (problem || Date.now() > deadline) {
      const tail = log().split('\n').slice(-40).join('\n');
      await stop();
      throw new Error(`The emulator is not ready. ${problem ?? 'It takes too long'}. The end of its log:\n${tail}`);
    }
    await Promise.race([ended, pause(20)]);
  }
  // The process of the tests may end without stop().
  child.unref();
  child.stdin.unref();
  return new Emulator(`http://localhost:${fs.readFileSync(portFile, 'utf8').trim()}`, { stop, log });
}
