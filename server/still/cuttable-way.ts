import { createServer, connect as dial, type Socket } from 'node:net';

/** A way to the database that can be cut, as when a network fails, and mended. */
export async function openWay(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let cut = false;
  const server = createServer((near) => {
    if (cut) return near.destroy();
    const far = dial(Number(target.port), target.hostname);
    for (const socket of [near, far]) sockets.add(socket.on('error', () => {}));
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = new URL(target);
  url.port = String((server.address() as { port: number }).port);
  const cutNow = () => {
    cut = true;
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    /** the database by this way */
    url: url.href,
    cut: cutNow,
    mend: () => {
      cut = false;
    },
    close: () => {
      cutNow();
      server.close();
    },
  };
}
