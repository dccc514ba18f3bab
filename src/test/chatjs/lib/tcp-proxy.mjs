// A TCP proxy between a client and the emulator. The client is given its address as the endpoint, so that the URLs in
// the emulator's answers lead back to it. It passes bytes on as they are, remembers the heads of requests, and can cut
// a connection.
import { createServer, connect } from 'node:net';
import { once } from 'node:events';

const REQUEST_LINE = /^([A-Z]+) ([^\s?]+)\S* HTTP\/1\.1$/;

export class TcpProxy {
  #server;
  #connections = new Set();
  requests = [];

  static async before(port) {
    const proxy = new TcpProxy();
    proxy.#server = createServer((client) => proxy.#accept(client, port));
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    proxy.endpoint = `http://localhost:${proxy.#server.address().port}`;
    return proxy;
  }

  #accept(client, port) {
    const server = connect(port, '127.0.0.1');
    const cut = () => {
      client.destroy();
      server.destroy();
    };
    const connection = { cut, closed: false, end: once(client, 'close') };
    this.#connections.add(connection);
    client.on('data', (chunk) => this.#note(chunk, connection));
    for (const socket of [client, server]) {
      socket.on('error', cut); // Whichever side is gone, the other has to hear of it.
      socket.on('close', () => {
        cut();
        connection.closed = true;
        this.#connections.delete(connection);
      });
    }
    client.pipe(server);
    server.pipe(client);
  }

  // None of these clients pipelines, so a request starts where a chunk starts.
  #note(chunk, connection) {
    const [requestLine, ...lines] = chunk.toString('latin1').split('\r\n\r\n', 1)[0].split('\r\n');
    const [, method, path] = REQUEST_LINE.exec(requestLine) ?? [];
    if (method === undefined) {
      return; // the rest of a body, or what a socket says
    }
    const headers = new Map();
    for (const line of lines) {
      const colon = line.indexOf(':');
      headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
    }
    this.requests.push({ method, path, headers, connection });
  }

  /** The dials of sockets so far, in order; each has its `connection`, which can be cut, and the `end` of it. */
  get dials() {
    return this.requests.filter(({ headers }) => headers.get('upgrade')?.toLowerCase() === 'websocket');
  }

  async close() {
    this.#connections.forEach((connection) => connection.cut());
    this.#server.close();
    await once(this.#server, 'close');
  }
}
