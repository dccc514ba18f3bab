// A page that loads ChatJS with a script tag, served from an origin of its own: for the emulator a page of elsewhere.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';

const PAGE = `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<link rel="icon" href="data:,">
<title>A chat</title>
<script src="/chatjs.js"></script>
<script type="module" src="/page.mjs"></script>
`;

export async function servePage(packageName) {
  const own = (name) => readFileSync(new URL(name, import.meta.url));
  const files = new Map([
    ['/', ['text/html', PAGE]],
    ['/page.mjs', ['text/javascript', own('page.mjs')]],
    ['/participant.mjs', ['text/javascript', own('participant.mjs')]],
    ['/items.mjs', ['text/javascript', own('items.mjs')]],
    ['/chatjs.js', ['text/javascript', readFileSync(createRequire(import.meta.url).resolve(packageName))]],
  ]);
  return serve(files);
}

/** Serves files by their paths: type, and content or what makes it. */
export async function serve(files) {
  const server = createServer((request, response) => {
    const [type, content] = files.get(request.url) ?? [];
    response
      .writeHead(content === undefined ? 404 : 200, { 'Content-Type': type ?? 'text/plain' })
      .end(typeof content === 'function' ? content() : content);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
