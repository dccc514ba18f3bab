// The packaged emulator on a free port, and what it logs of its calls. Without the second compiler it costs half as much.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Hearing } from './hearing.mjs';

// A second or two; on a machine that is busy with everything else, a minute was seen.
const START = 120_000;
const STOP = 15_000;

/** The view that DescribeView knows. */
export const VIEW = { id: 'address-form', template: { Head: { Title: 'Your address' } } };

// The throttle stays on; it only leaves room for a client that never pauses to think.
const SETTINGS = [
  '--server.port=0',
  '--emulator.throttling.operations.SendMessage.rate=100',
  '--emulator.throttling.operations.SendMessage.burst=100',
  '--emulator.throttling.operations.GetTranscript.rate=50',
  '--emulator.throttling.operations.GetTranscript.burst=50',
  '--emulator.flows.samples=support-desk',
  `--emulator.views[0].id=${VIEW.id}`,
  '--emulator.views[0].name=Address form',
  `--emulator.views[0].template=${JSON.stringify(VIEW.template)}`,
];

const READY = /Ready on port (\d+)\./;
const ENDED = 'The emulator has ended';
const CALL = /operation=(\S+) contact=(\S+) outcome=(\S+)/;

export class Emulator {
  #process;
  #end;
  #lines = new Hearing('The emulator', (line) => line.slice(0, 200));

  /** Started and ready; `log` is the file that keeps what it printed, `settings` are arguments beside the usual ones. */
  static async start({ java, jar, log, settings = [] }) {
    const emulator = new Emulator();
    try {
      await emulator.#start(java, jar, log, settings);
    } catch (e) {
      await emulator.close();
      throw e;
    }
    return emulator;
  }

  async #start(java, jar, log, settings) {
    mkdirSync(new URL('.', log), { recursive: true });
    const file = createWriteStream(log);
    this.#process = spawn(java, ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', jar, ...SETTINGS, ...settings], { stdio: ['ignore', 'pipe', 'pipe'] });
    // However this process ends, that one does not outlive it.
    process.on('exit', () => this.#process.kill('SIGKILL'));
    process.once('SIGTERM', () => process.exit(143));
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        file.write(`${line}\n`);
        this.#lines.hear(line);
      });
    }
    this.#end = new Promise((resolve) => {
      this.#process.on('exit', (code, signal) => resolve(`${ENDED} (${code ?? signal}), see ${log.pathname}`));
      this.#process.on('error', (error) => resolve(`${ENDED} (${error.message})`));
    });
    this.#end.then((reason) => this.#lines.hear(reason));
    const ready = await this.#lines.first(
      'its ready line',
      (line) => READY.test(line) || line.startsWith(ENDED),
      0,
      START,
    );
    assert.match(ready, READY);
    this.port = Number(READY.exec(ready)[1]);
    this.endpoint = `http://localhost:${this.port}`;
  }

  /** The outcomes of the calls of an operation that concern a contact, or any contact, in order. */
  async outcomes(operation, contactId) {
    await this.#caughtUp();
    return this.#lines
      .all((line) => CALL.test(line))
      .map((line) => CALL.exec(line))
      .filter(([, name, contact]) => name === operation && (contactId === undefined || contact === contactId))
      .map(([, , , outcome]) => outcome);
  }

  /** What it printed of warnings and errors. */
  async complaints() {
    await this.#caughtUp();
    return this.#lines.all((line) => / (WARN|ERROR) /.test(line));
  }

  /** Lines are printed a moment after they are logged, in order: that of a call made now comes after all others. */
  async #caughtUp() {
    const { headers } = await fetch(`${this.endpoint}/contact/chat`, { method: 'PUT', body: '{}' });
    const requestId = headers.get('x-amzn-requestid');
    assert.ok(requestId);
    await this.#lines.first('the line of a call', (line) => line.includes(requestId));
  }

  async close() {
    this.#process.kill();
    const tooLate = setTimeout(() => this.#process.kill('SIGKILL'), STOP);
    await this.#end;
    clearTimeout(tooLate);
  }
}
