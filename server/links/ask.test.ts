import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { otherName } from '@/test/servers/other-name';
import { askLink, type Network } from './ask';

const open: Server[] = [];
afterAll(() => {
  for (const server of open) {
    server.closeAllConnections();
    server.close();
  }
});

/** A host of the government that stands on this machine: the network says that its address is open, which no setting of the portal can. */
async function host(answer: RequestListener, { secure = false } = {}) {
  const asked: string[] = [];
  const server = (secure ? createSecure(otherName) : createServer()) as Server;
  server.on('request', (request, response) => {
    asked.push(`${request.method} ${request.headers.host?.split(':')[0]}${request.url}`);
    answer(request, response);
  });
  open.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const resolved: string[] = [];
  const network = (names: Record<string, string[]> = {}): Network => ({
    resolve: async (name) => {
      resolved.push(name);
      const addresses = names[name] ?? ['127.0.0.1'];
      const one = addresses.length > 1 ? addresses.shift() : addresses[0];
      return [{ address: one ?? '', family: 4 }];
    },
    isOpen: (address) => address === '127.0.0.1',
    port,
    patience: 20_000,
  });
  const at = (path: string, name = 'a.gov.vn') => `http${secure ? 's' : ''}://${name}:${port}${path}`;
  return { asked, resolved, network, at };
}

test('a page that is there is found by HEAD, and by GET where HEAD is not answered well; one that is not is gone', async () => {
  const { at, network, asked } = await host((request, response) => {
    const status = { '/co': 200, '/khong': 404, '/het': 410, '/kin': 403, '/hong': 500 }[request.url ?? ''];
    response.statusCode = status ?? (request.method === 'HEAD' ? 405 : 200);
    response.end();
  });
  const look = (path: string) => askLink(at(path), [], network());
  expect(await look('/co')).toEqual({ state: 'found', status: 200 });
  expect(await look('/chi-get')).toEqual({ state: 'found', status: 200 });
  expect(await look('/khong')).toEqual({ state: 'gone', cause: 'not-found', status: 404 });
  expect(await look('/het')).toEqual({ state: 'gone', cause: 'not-found', status: 410 });
  // who turns a program away has the page
  expect(await look('/kin')).toEqual({ state: 'found', status: 403 });
  expect(await look('/hong')).toEqual({ state: 'unreached', cause: 'error', status: 500 });
  expect(asked.slice(0, 3)).toEqual(['HEAD a.gov.vn/co', 'HEAD a.gov.vn/chi-get', 'GET a.gov.vn/chi-get']);
});

test('a server that drops HEAD, or never answers it, is asked by GET', async () => {
  const { at, network, asked } = await host((request, response) => {
    if (request.method === 'GET') response.writeHead(request.url === '/khong' ? 404 : 200).end();
    else if (request.url !== '/cham') request.socket.destroy();
  });
  expect(await askLink(at('/co'), [], network())).toEqual({ state: 'found', status: 200 });
  expect(await askLink(at('/khong'), [], network())).toEqual({ state: 'gone', cause: 'not-found', status: 404 });
  expect(await askLink(at('/cham'), [], { ...network(), patience: 4_000 })).toEqual({ state: 'found', status: 200 });
  expect(asked.slice(0, 2)).toEqual(['HEAD a.gov.vn/co', 'GET a.gov.vn/co']);
});

test('where the first address of a name does not answer, the next one that was looked at is gone to', async () => {
  const { at, network } = await host((_request, response) => response.end());
  const resolve = async () => ['127.0.0.9', '127.0.0.1'].map((address) => ({ address, family: 4 }));
  const isOpen = (address: string) => address.startsWith('127.0.0.');
  expect(await askLink(at('/'), [], { ...network(), resolve, isOpen })).toEqual({ state: 'found', status: 200 });
});

test('a name that leads to a private address is not asked, nor one that does so among others', async () => {
  const { at, network, asked } = await host((_request, response) => response.end());
  expect(await askLink(at('/'), [], network({ 'a.gov.vn': ['10.0.0.1'] }))).toEqual({
    state: 'unreached',
    cause: 'private',
  });
  const both = {
    ...network(),
    resolve: async () => ['127.0.0.1', '192.168.1.1'].map((address) => ({ address, family: 4 })),
  };
  expect(await askLink(at('/'), [], both)).toEqual({ state: 'unreached', cause: 'private' });
  expect(asked).toEqual([]);
});

test('a name that leads to a public address first and to a private one then is not asked the second time', async () => {
  const { at, network, asked, resolved } = await host((_request, response) => {
    response.statusCode = 405;
    response.end();
  });
  const names = { 'a.gov.vn': ['127.0.0.1', '10.0.0.1'] };
  expect(await askLink(at('/'), [], network(names))).toEqual({ state: 'unreached', cause: 'private' });
  // one answer for each question: what was looked at is what is gone to
  expect([asked, resolved]).toEqual([['HEAD a.gov.vn/'], ['a.gov.vn', 'a.gov.vn']]);
});

test('a redirect is followed five times at most, to known hosts alone, and never into a private network', async () => {
  const { at, network, asked } = await host((request, response) => {
    const [, to = ''] = (request.url ?? '').split('?');
    response.writeHead(request.url === '/moi' ? 200 : 301, to ? { location: decodeURIComponent(to) } : {}).end();
  });
  const through = (to: string, names = {}) => askLink(at(`/cu?${encodeURIComponent(to)}`), [], network(names));
  expect(await through('/moi')).toEqual({ state: 'found', status: 200, movedTo: at('/moi') });
  expect(await through(at('/moi', 'trong.gov.vn'), { 'trong.gov.vn': ['10.0.0.1'] })).toMatchObject({
    cause: 'private',
  });
  for (const address of ['http://127.0.0.1/', 'http://[::1]/', 'http://169.254.169.254/latest'])
    expect(await through(address)).toEqual({ state: 'found', status: 301, movedTo: address });
  expect(await through('http://example.com/moi')).toMatchObject({ state: 'found', movedTo: 'http://example.com/moi' });
  expect(await through('http://a.gov.vn:8080/moi')).toMatchObject({
    state: 'found',
    movedTo: 'http://a.gov.vn:8080/moi',
  });
  expect(await through('file:///etc/passwd')).toMatchObject({ state: 'unreached', cause: 'redirects' });
  expect(await askLink(at('/vong'), [], network())).toMatchObject({ state: 'found' });
  asked.length = 0;
  const round = await host((request, response) => response.writeHead(302, { location: `${request.url}x` }).end());
  expect(await askLink(round.at('/'), [], round.network())).toEqual({ state: 'unreached', cause: 'redirects' });
  expect(round.asked).toHaveLength(6);
  expect(asked).toEqual([]);
});

test('another port than the usual ones is not asked', async () => {
  const { at, network, asked } = await host((_request, response) => response.end());
  expect(await askLink(at('/'), [], { ...network(), port: 1 })).toEqual({ state: 'unreached', cause: 'private' });
  expect(asked).toEqual([]);
});

test('an answer without an end is left after a little, and one that never comes after a while', async () => {
  let sent = 0;
  const endless = await host((request, response) => {
    if (request.method === 'HEAD') response.writeHead(405).end();
    else {
      const piece = Buffer.alloc(16 * 1024);
      const more = (): void => {
        while (!response.destroyed) {
          sent += piece.length;
          if (!response.write(piece)) return void response.once('drain', more);
        }
      };
      more();
    }
  });
  expect(await askLink(endless.at('/'), [], { ...endless.network(), patience: 5_000 })).toMatchObject({
    state: 'found',
  });
  expect(sent).toBeLessThan(16 * 1024 * 1024);
  const silent = await host(() => {});
  expect(await askLink(silent.at('/'), [], { ...silent.network(), patience: 300 })).toEqual({
    state: 'unreached',
    cause: 'too-slow',
  });
  const nameless = { ...silent.network(), patience: 300, resolve: () => new Promise<never>(() => {}) };
  expect(await askLink(silent.at('/'), [], nameless)).toEqual({ state: 'unreached', cause: 'too-slow' });
});

test('a certificate that is not valid, a name that is none and a host that is not there are told apart', async () => {
  const secure = await host((_request, response) => response.end(), { secure: true });
  expect(await askLink(secure.at('/'), [], { ...secure.network(), patience: 5_000 })).toEqual({
    state: 'unreached',
    cause: 'certificate',
  });
  expect(secure.asked).toEqual([]);
  const noName = Object.assign(new Error(), { code: 'ENOTFOUND' });
  const unknown = { ...secure.network(), resolve: () => Promise.reject(noName) };
  expect(await askLink(secure.at('/'), [], unknown)).toEqual({ state: 'unreached', cause: 'no-name' });
  const away = { ...secure.network(), port: 1 };
  expect(await askLink('http://a.gov.vn:1/', [], away)).toEqual({ state: 'unreached', cause: 'no-answer' });
});
