import { createServer, connect as dial } from 'node:net';

/** What a message of PostgreSQL begins with that tells of a NOTIFY; then comes its length, without that letter. */
const NOTIFICATION = 'A'.charCodeAt(0);
const HEAD = 5;

/**
 * A way to the database on which news comes late: notifications are held back until they are let go, and everything else passes. PostgreSQL
 * promises no more than that they come at some time.
 */
export async function openLateNews(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const held: (() => void)[] = [];
  const server = createServer((near) => {
    const far = dial(Number(target.port), target.hostname);
    for (const socket of [near, far]) socket.on('error', () => {});
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    let rest = Buffer.alloc(0);
    far.on('data', (answer) => {
      rest = Buffer.concat([rest, answer]);
      while (rest.length >= HEAD && rest.length > rest.readUInt32BE(1)) {
        const message = rest.subarray(0, 1 + rest.readUInt32BE(1));
        rest = rest.subarray(message.length);
        if (message[0] === NOTIFICATION) held.push(() => near.write(message));
        else near.write(message);
      }
    });
    near.pipe(far);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = new URL(target);
  url.port = String((server.address() as { port: number }).port);
  return {
    /** the database by this way */
    url: url.href,
    letGo: () => {
      for (const send of held.splice(0)) send();
    },
    close: () => server.close(),
  };
}
