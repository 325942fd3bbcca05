// A server as small as can be, run by the tests of the commands in the portal's place: it acknowledges a number only when the
// database has it.
import { createServer } from 'node:http';
import { Server } from 'node:net';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4, connectionTimeoutMillis: 2_000 });
pool.on('error', () => {}); // the database may go; the next question asks it anew

/** @param {import('node:http').IncomingMessage} request */
async function answer(request) {
  const number = Number(new URL(request.url ?? '', 'http://localhost').searchParams.get('number'));
  if (request.method === 'POST')
    await pool.query('INSERT INTO throttle (key, points) VALUES ($1::text, $1::int)', [number]);
  const { rows } = await pool.query('SELECT points AS number FROM throttle ORDER BY points');
  return JSON.stringify({ pid: process.pid, folder: process.cwd(), numbers: rows.map((row) => row.number) });
}

/** So that nothing in this process moves any more, as in a loop without an end, which would keep a core busy as well. */
const hang = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);

let isRelieved = false;
const server = createServer((request, response) => {
  if (isRelieved) response.setHeader('Connection', 'close');
  if (request.url === '/healthz') return response.end('alive');
  if (request.url === '/hang') hang();
  if (request.url === '/say') process.stdout.write('said in answer\n');
  answer(request).then(
    (body) => response.end(body),
    () => response.writeHead(503).end(),
  );
});

process.on('SIGTERM', () => {
  server.close(() => pool.end().then(() => process.exit(0)));
  server.closeAllConnections();
});
process.on('SIGUSR2', () => {
  isRelieved = true;
  // as the portal does it: connections that ask nothing are not ended, for a question may be on its way
  Server.prototype.close.call(server, () => pool.end().then(() => process.exit(0)));
  setTimeout(() => server.closeIdleConnections(), 55_000);
});

server.listen({ fd: Number(process.env.LISTEN_FD) }, () =>
  process.stdout.write(`ready on ${process.env.PORTAL_URL}\n`),
);
