import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** An answer as it came over the wire; of its fields in small letters. */
export type RawAnswer = { status: number; fields: Record<string, string>; body: Buffer };

type Talk = {
  /** how many answers are waited for; without it, all until the portal closes the connection */
  answers?: number;
  /** Close our side behind the last byte? */
  half?: boolean;
  /** Were they asked with HEAD? */
  head?: boolean;
};

/** Sends bytes over one connection, piece by piece, and reads what comes back. */
export async function talk(origin: string, pieces: (string | Buffer)[], { answers, half, head }: Talk = {}) {
  const socket = await open(origin);
  const came: Buffer[] = [];
  const found = () => answersIn(Buffer.concat(came), head ?? false);
  const done = new Promise<void>((resolve, reject) => {
    socket.on('data', (chunk) => {
      came.push(chunk);
      if (answers !== undefined && found().length >= answers) resolve();
    });
    socket.on('close', () => resolve());
    socket.on('error', reject);
  });
  for (const piece of pieces) {
    socket.write(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece);
    await new Promise(setImmediate);
  }
  if (half) socket.end();
  await done;
  socket.destroy();
  return found();
}

/** A connection to the portal at this origin, open. */
export async function open(origin: string): Promise<Socket> {
  const { port, hostname } = new URL(origin);
  const socket = connect({ port: Number(port), host: hostname, noDelay: true });
  await once(socket, 'connect');
  return socket;
}

function answersIn(bytes: Buffer, head: boolean): RawAnswer[] {
  const answers: RawAnswer[] = [];
  let at = 0;
  for (let end = bytes.indexOf('\r\n\r\n', at); end !== -1; end = bytes.indexOf('\r\n\r\n', at)) {
    const [first = '', ...lines] = bytes.toString('latin1', at, end).split('\r\n');
    const fields = Object.fromEntries(
      lines.map((line) => [line.split(':', 1)[0]?.toLowerCase(), line.replace(/^[^:]*: */, '')]),
    );
    const length = head ? 0 : Number(fields['content-length'] ?? 0);
    if (!first.startsWith('HTTP/') || bytes.length < end + 4 + length) break;
    answers.push({ status: Number(first.split(' ')[1]), fields, body: bytes.subarray(end + 4, end + 4 + length) });
    at = end + 4 + length;
  }
  return answers;
}

/** What a browser sends on a phone, in its order; `more` are fields besides. */
export const browserHead = (target: string, host: string, more: string[] = []) =>
  [
    `GET ${target} HTTP/1.1`,
    `Host: ${host}`,
    'Connection: keep-alive',
    'sec-ch-ua: "Chromium";v="130", "Google Chrome";v="130", "Not?A_Brand";v="99"',
    'sec-ch-ua-mobile: ?1',
    'sec-ch-ua-platform: "Android"',
    'Upgrade-Insecure-Requests: 1',
    'User-Agent: Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36',
    'Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
    'Sec-Fetch-Site: none',
    'Sec-Fetch-Mode: navigate',
    'Sec-Fetch-User: ?1',
    'Sec-Fetch-Dest: document',
    'Accept-Encoding: gzip, deflate, br',
    'Accept-Language: vi-VN,vi;q=0.9,en;q=0.8',
    ...more,
    '',
    '',
  ].join('\r\n');
