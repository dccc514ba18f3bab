// The pages and shell blocks of docs/clients.md, as they are printed.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const DOCUMENT = 'docs/clients.md';

/** Stands above this folder, wherever the build has copied that to. */
function find() {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, DOCUMENT)) && existsSync(join(folder, 'pom.xml'))) {
      return join(folder, DOCUMENT);
    }
  }
  throw new Error(`There is no ${DOCUMENT} beside a pom.xml above this file`);
}

/** The first block of a language under a heading, with the emulator of the test in place of the printed one. */
export function printed(heading, language, endpoint) {
  const section = readFileSync(find(), 'utf8').split(/^#+ /m).find((text) => text.startsWith(`${heading}\n`));
  const block = section?.split('```' + language + '\n')[1]?.split('\n```')[0];
  if (block === undefined) {
    throw new Error(`${DOCUMENT} has no ${language} under "${heading}"`);
  }
  return block.replaceAll('http://localhost:8080', endpoint);
}

/** What the page's own script is. */
export function script(page) {
  return /<script type="module">([^]*?)<\/script>/.exec(page)[1];
}

/** Runs a shell block in a folder; resolves with what it printed. */
export async function shell(block, folder) {
  const { stdout } = await promisify(execFile)('bash', ['-c', block], { cwd: folder, timeout: 60_000 });
  return stdout;
}
