import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

const hashOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const signed = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** What a request is signed with by Signature Version 4 of AWS, worked out from what has arrived; its body need not be signed. */
function signatureOf(request: IncomingMessage, secret: string): string {
  const { authorization = '' } = request.headers;
  const [, scope = ''] = /Credential=[^/]+\/([^,]+)/.exec(authorization) ?? [];
  const [, names = ''] = /SignedHeaders=([^,]+)/.exec(authorization) ?? [];
  const url = new URL(request.url ?? '', 'http://bucket');
  const canonical = [
    request.method,
    url.pathname,
    [...url.searchParams]
      .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`)
      .sort()
      .join('&'),
    ...names.split(';').map((name) => `${name}:${request.headers[name]}`),
    '',
    names,
    request.headers['x-amz-content-sha256'],
  ].join('\n');
  const [day = '', region = '', service = ''] = scope.split('/');
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(
    (by, part) => signed(by, part),
    `AWS4${secret}`,
  );
  const said = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, hashOf(canonical)].join('\n');
  return signed(key, said).toString('hex');
}

/** As AWS and MinIO answer a signature that does not match. */
const refusalOf = (keyId: string, authorization: string) =>
  `<?xml version="1.0"?><Error><Code>SignatureDoesNotMatch</Code><Message>${authorization}</Message><AWSAccessKeyId>${keyId}</AWSAccessKeyId></Error>`;

/** What was not there is removed as well: S3 says so of both. */
const statusOf = (method: string | undefined, found: boolean) =>
  method === 'DELETE' ? 204 : method === 'PUT' || found ? 200 : 404;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** A bucket that stands in for one that speaks S3: it takes what is signed with its keys, and refuses anything else with all that it was told. */
export async function openBucket(keys: { keyId: string; secret: string }) {
  const objects = new Map<string, Buffer>();
  const refused: string[] = [];
  /** while it is true, a request is broken off in the middle; what is asked is done, and nobody hears of it */
  const state = { breaksOff: false, keepsSilent: false };
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    if (state.breaksOff) return request.socket.destroy();
    const { authorization = '' } = request.headers;
    const said = request.headers['x-amz-content-sha256'];
    const isSigned =
      (said === 'UNSIGNED-PAYLOAD' || said === hashOf(body)) &&
      authorization.includes(`Credential=${keys.keyId}/`) &&
      authorization.endsWith(`Signature=${signatureOf(request, keys.secret)}`);
    const name = request.url ?? '';
    if (!isSigned) refused.push(name);
    const found = objects.get(name);
    if (isSigned && request.method === 'PUT') objects.set(name, body);
    if (isSigned && request.method === 'DELETE') objects.delete(name);
    const status = isSigned ? statusOf(request.method, found !== undefined) : 403;
    if (state.keepsSilent) return;
    response.writeHead(status, { etag: `"${hashOf(found ?? body).slice(0, 32)}"` });
    response.end(isSigned ? (request.method === 'GET' ? found : '') : refusalOf(keys.keyId, authorization));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    state,
    objects,
    refused,
    bucket: { url: `http://127.0.0.1:${port}/hinh-anh`, region: 'auto', ...keys },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
