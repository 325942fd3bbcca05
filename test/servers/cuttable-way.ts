import { createServer, connect as dial, type Socket } from 'node:net';

/**
 * A way to the database that can be cut, as when a network fails; on which answers can be held back, as when the database
 * hangs; and that can be mended.
 */
export async function openWay(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const held: (() => void)[] = [];
  let cut = false;
  let hung = false;
  const server = createServer((near) => {
    if (cut) return near.destroy();
    const far = dial(Number(target.port), target.hostname);
    for (const socket of [near, far]) sockets.add(socket.on('error', () => {}));
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    far.on('data', (answer) => void (hung ? held.push(() => near.write(answer)) : near.write(answer)));
    near.pipe(far);
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
    hang: () => {
      hung = true;
    },
    mend: () => {
      cut = false;
      hung = false;
      for (const send of held.splice(0)) send();
    },
    close: () => {
      cutNow();
      server.close();
    },
  };
}
