// Holds the conversations, each in a process of its own: `JAVA=… EMULATOR_JAR=… node run.mjs [file …]`. CHATJS_FILES names them too.
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

const jar = process.env.EMULATOR_JAR;
if (!jar || !existsSync(jar)) {
  console.error(`EMULATOR_JAR must name the packaged emulator, but is ${jar}`);
  process.exit(2);
}

const here = fileURLToPath(new URL('.', import.meta.url));
const chosen = process.env.CHATJS_FILES ?? 'all';
const named = process.argv.length > 2 ? process.argv.slice(2) : chosen === 'all' ? [] : chosen.split(' ');
const files = (named.length > 0 ? named : readdirSync(here).filter((name) => name.endsWith('.test.mjs')).sort()).map(
  (name) => resolve(here, name),
);

// Node 20 is what the oldest machines have; this switches off the warning of the AWS SDK that it will need a newer one.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

const counts = { passed: 0, failed: 0, skipped: 0 };
const reasons = new Set();
let unsuccessful = false;
const tests = run({ files, concurrency: 2, timeout: 400_000 });
tests.on('test:pass', (test) => count(test, 'passed'));
tests.on('test:fail', (test) => count(test, 'failed'));
tests.compose(new spec()).pipe(process.stdout);

function count({ name, skip, details }, outcome) {
  if (skip !== undefined) {
    counts.skipped++;
    if (details.type === 'suite') {
      reasons.add(`${name}: ${skip}`);
    }
  } else if (details.type !== 'suite') {
    counts[outcome]++;
  }
  unsuccessful ||= outcome === 'failed';
}

process.on('exit', () => {
  reasons.forEach((reason) => console.log(`skipped: ${reason}`));
  console.log(`ChatJS: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  if (unsuccessful || counts.passed === 0) {
    process.exitCode = 1;
  }
});
