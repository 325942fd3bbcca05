// The least that a server on Node can do: looks up what was asked for and writes an answer that lies ready, head and body
// in one. It says what there is to reach.
import { createServer } from 'node:net';

/** @import { AddressInfo } from 'node:net' */
/** @import { Copy } from './copies.mjs' */

/** @type {Map<string, Buffer>} */
const ready = new Map();
const missing = Buffer.from('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
const METHOD = 'GET '.length;

const server = createServer({ noDelay: true }, (socket) => {
  socket.on('error', () => {});
  socket.on('data', (request) => {
    const end = request.indexOf(' ', METHOD);
    socket.write(ready.get(request.toString('latin1', METHOD, end)) ?? missing);
  });
});

process.on('message', (/** @type {Copy[]} */ copies) => {
  for (const { path, fields, body } of copies) {
    const lines = [...fields, ['Content-Length', String(body.length)], ['Date', new Date().toUTCString()]];
    const head = `HTTP/1.1 200 OK\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
    ready.set(path, Buffer.concat([Buffer.from(head), body]));
  }
  server.listen(0, '127.0.0.1', () => process.send?.(/** @type {AddressInfo} */ (server.address()).port));
});
process.on('disconnect', () => process.exit(0));
