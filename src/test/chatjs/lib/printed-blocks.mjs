// The pages and shell blocks of docs/clients.md, as they are printed.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const DOCUMENT = 'clients.md';

// The build copies this folder to another place and names the folder of the documents.
const FOLDER = process.env.DOCUMENTS ?? fileURLToPath(new URL('../../../../docs', import.meta.url));

/** The first block of a language under a heading, with the emulator of the test in place of the printed one. */
export function printed(heading, language, endpoint) {
  const section = readFileSync(join(FOLDER, DOCUMENT), 'utf8').split(/^#+ /m).find((text) => text.startsWith(`${heading}\n`));
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
