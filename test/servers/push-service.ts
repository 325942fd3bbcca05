import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a push service was sent for one device, and when. */
export type Received = { device: string; at: number; headers: IncomingHttpHeaders; body: Buffer; answered: boolean };
type Answer = { status: number; headers?: Record<string, string> } | 'never';

/** A push service on this machine: it notes what it is sent, and answers as it is told for each device. */
export async function openPushService(answerOf: (device: string, times: number) => Answer = () => ({ status: 201 })) {
  const received: Received[] = [];
  let [open, most] = [0, 0];
  const server = createServer(async (request, response) => {
    most = Math.max(most, ++open);
    response.once('close', () => open--);
    const entry: Received = {
      device: (request.url ?? '').slice(1),
      at: Date.now(),
      headers: request.headers,
      body: await bodyOf(request),
      answered: false,
    };
    received.push(entry);
    const answer = answerOf(entry.device, received.filter(({ device }) => device === entry.device).length);
    if (answer === 'never') return;
    entry.answered = true;
    response.writeHead(answer.status, answer.headers ?? {}).end();
  });
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    received,
    origin,
    most: () => most,
    devices: () => received.map(({ device }) => device).sort(),
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

/** A device of a push service, with keys of its own: it opens what was sent to it, as a browser does (RFC 8291). */
export function makeDevice(origin: string, name: string) {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  const auth = randomBytes(16);
  const reach = {
    endpoint: `${origin}/${name}`,
    p256dh: pair.getPublicKey('base64url'),
    auth: auth.toString('base64url'),
  };
  return { name, reach, open: (body: Buffer) => JSON.parse(opened(body, pair, auth)) };
}

const derived = (secret: Buffer, salt: Buffer, info: Buffer | string, length: number) =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length));

function opened(body: Buffer, pair: ECDH, auth: Buffer): string {
  const salt = body.subarray(0, 16);
  const sender = body.subarray(21, 21 + body.readUInt8(20));
  const both = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), sender]);
  const secret = derived(pair.computeSecret(sender), auth, both, 32);
  const key = derived(secret, salt, 'Content-Encoding: aes128gcm\0', 16);
  const nonce = derived(secret, salt, 'Content-Encoding: nonce\0', 12);
  const sealed = body.subarray(21 + sender.length);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  // the text ends at the mark of the last record, behind which nothing stands but padding
  return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8');
}

/** What the sender says of itself (VAPID), once its signature was checked against its key. */
export function senderOf({ headers }: Received): { key: string; claims: { aud: string; exp: number; sub: string } } {
  const [, token = '', key = ''] = /^vapid t=(\S+), k=(\S+)$/.exec(headers.authorization ?? '') ?? [];
  const [head, claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const isTrue = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isTrue) throw new Error('whoever signed it is somebody else');
  return { key, claims: JSON.parse(Buffer.from(claims, 'base64url').toString()) };
}
