import type { ServerResponse } from 'node:http';
import { request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { answerPage, htmlOf, openFront } from '@/test/servers/front';
import { LIMITS } from '../entrance/entrance';
import { shared } from '../still/shared';
import { MISSING, WAIT } from '../still/tags';
import { NEXT_POLICY, STILL_POLICY } from './headers';

let open: Awaited<ReturnType<typeof openFront>>;
afterEach(() => open?.close());

const page = async (response: ServerResponse, words: string) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.flushHeaders();
  response.write(htmlOf(words));
  response.end();
};

const form = (init: RequestInit = {}): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams({ name: 'Lan' }),
  ...init,
});

describe('the admin area', () => {
  test('keeps its scripts, each answer with a nonce of its own that Next hears too; nothing is kept', async () => {
    open = await openFront((_, response) => page(response, 'Quản trị'));
    const nonces = new Set<string>();
    for (const _ of [1, 2]) {
      const answer = await open.ask('/admin/models', {
        headers: { cookie: 'session=1', 'content-security-policy': 'x' },
      });
      expect(await answer.text()).toBe(htmlOf('Quản trị'));
      const policy = answer.headers.get('content-security-policy') ?? '';
      nonces.add(/script-src 'self' 'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1] ?? '');
      expect(open.asked.at(-1)?.headers['content-security-policy']).toBe(policy);
      expect(answer.headers.get('content-encoding')).toBe('gzip');
    }
    expect(nonces.size).toBe(2);
    expect(open.asked).toHaveLength(2);
    expect(open.asked[0]?.headers.cookie).toBe('session=1');
    expect(open.asked[0]?.headers['x-portal-path']).toBe('/admin/models');
    expect(open.still.store.size).toBe(0);
  });

  test('is not kept even if Next would', async () => {
    open = await openFront((_, response) => answerPage(response, 'x'));
    await open.ask('/admin');
    expect(open.still.store.size).toBe(0);
  });

  test('sends a page when it is whole, compressed at once, in however many pieces it was written', async () => {
    let more: () => void = () => {};
    open = await openFront(async (_, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      for (const piece of ['first ', 'second ']) response.write(piece);
      await new Promise<void>((go) => {
        more = go;
      });
      response.end('third');
    });
    let answered = false;
    const asking = open.ask('/admin').finally(() => {
      answered = true;
    });
    await expect.poll(() => open.asked.length).toBe(1);
    expect(answered).toBe(false);
    more();
    const answer = await asking;
    expect(await answer.text()).toBe('first second third');
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(Number(answer.headers.get('content-length'))).toBe(gzipSync('first second third', { level: 6 }).length);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  test('has each part that was laid aside where its mark stands, and its script the mark; data have it in place', async () => {
    const part = '<b>Chi hội</b>';
    open = await openFront(async (request, response) => {
      const mark = shared.drawing.getStore()?.aside?.lay(part);
      const isData = request.headers.rsc !== undefined;
      response.setHeader('Content-Type', isData ? 'text/x-component' : 'text/html; charset=utf-8');
      response.end(isData ? `["html","${mark}"]` : `<p>${mark}</p><script>["html","${mark}"]</script>`);
    });
    const page = await (await open.ask('/admin')).text();
    expect(page).toMatch(/^<p><b>Chi hội<\/b><\/p><script>\["html","[0-9a-f-]{36}0;"\]<\/script>$/);
    const data = await open.ask('/admin?_rsc=1', { headers: { rsc: '1' } });
    expect(await data.text()).toBe(`["html","${part}"]`);
  });

  test('sends anything else in pieces, as they are made', async () => {
    let more: () => void = () => {};
    open = await openFront(async (_, response) => {
      response.setHeader('Content-Type', 'text/csv');
      response.write('first');
      await new Promise<void>((go) => {
        more = go;
      });
      response.end('second');
    });
    const reader = (await open.ask('/admin')).body?.getReader();
    const first = await reader?.read();
    expect(Buffer.from(first?.value ?? []).toString()).toBe('first');
    more();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('second');
  });

  test('sends large answers whole, though the reader is slow', async () => {
    const rows = 'một dòng của bảng '.repeat(200_000);
    open = await openFront(async (_, response) => {
      response.setHeader('Content-Type', 'text/csv; charset=utf-8');
      for (let at = 0; at < rows.length; at += 50_000) {
        if (!response.write(rows.slice(at, at + 50_000))) await new Promise((go) => response.once('drain', go));
      }
      response.end();
    });
    expect(await (await open.ask('/api/export')).text()).toBe(rows);
  });

  test('lets cookies and redirects through', async () => {
    open = await openFront(async (_, response) => {
      response.setHeader('Set-Cookie', ['a=1', 'b=2']);
      response.writeHead(303, { Location: '/admin/done' });
      response.end();
    });
    const answer = await open.ask('/admin/x', form());
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/admin/done']);
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(open.asked[0]?.body).toBe('name=Lan');
  });
});

describe('a public form', () => {
  test('reaches Next with cookies and body; its answer carries no script and is not kept', async () => {
    open = await openFront((_, response) => page(response, 'Đã nhận'));
    const answer = await open.ask(
      '/dang-nhap',
      form({ headers: { cookie: 'csrf=1', origin: 'http://portal.invalid' } }),
    );
    const html = await answer.text();
    expect(html).toContain('Đã nhận');
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(answer.headers.get('content-security-policy')).toBe(STILL_POLICY);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(open.asked[0]).toMatchObject({ url: '/vi/sign-in', body: 'name=Lan' });
    expect(open.asked[0]?.headers.cookie).toBe('csrf=1');
  });

  test('of another site is refused, and so is one that is too long or goes nowhere', async () => {
    open = await openFront((_, response) => answerPage(response, 'x', MISSING));
    expect((await open.ask('/dang-nhap', form({ headers: { origin: 'https://evil.invalid' } }))).status).toBe(403);
    expect((await open.ask('/dang-nhap', form({ body: 'x'.repeat(64_001) }))).status).toBe(413);
    expect(open.asked).toHaveLength(0);
    expect((await open.ask('/khong-co', form())).status).toBe(404);
    expect(open.asked[0]).toMatchObject({ method: 'GET', url: '/vi/missing' });
    expect((await open.ask('/tin-tuc', { method: 'DELETE' })).status).toBe(405);
  });

  test('that does not say how long it is, is cut off as soon as it is too long', async () => {
    const limits = { ...LIMITS, work: { ...LIMITS.work, bytes: 1_000 } };
    open = await openFront((_, response) => page(response, 'x'), { limits });
    const status = await new Promise<number | string>((resolve) => {
      const sending = httpRequest(`${open.origin}/admin`, { method: 'POST' }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      sending.on('error', ({ message }) => resolve(message));
      for (let piece = 0; piece < 20; piece++) sending.write('x'.repeat(100));
      sending.end();
    });
    expect(status).toBe(413);
  });
});

test('a page that asks its reader to wait says so with 429, and for how long, in whole with its words', async () => {
  open = await openFront((_, response) => answerPage(response, 'Chị đợi một lát', WAIT));
  const answer = await open.ask('/chung-nhan/bcdf-bcdf-bcdf-b');
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '900']);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(await answer.text()).toContain('Chị đợi một lát');
});

test('the sign-in page answers HEAD without a body', async () => {
  open = await openFront((_, response) => page(response, 'Đăng nhập'));
  const answer = await open.ask('/dang-nhap', { method: 'HEAD' });
  expect([answer.status, await answer.text()]).toEqual([200, '']);
  expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(50);
});

describe('with still pages off', () => {
  test('the same addresses are answered by Next as they are, with 404 where there is nothing', async () => {
    open = await openFront(
      (request, response) =>
        answerPage(response, request.url ?? '', request.url?.includes('khong-co') ? MISSING : 'articles'),
      { mode: 'next' },
    );
    const there = await open.ask('/tin-tuc/a');
    expect(await there.text()).toBe(htmlOf('/vi/news/a'));
    expect(there.headers.get('content-security-policy')).toBe(NEXT_POLICY);
    expect((await open.ask('/tin-tuc/khong-co')).status).toBe(404);
    expect((await open.ask('/vi/news/a')).headers.get('location')).toBe('/tin-tuc/a');
    expect((await open.ask('/admin')).headers.get('content-security-policy')).toContain('nonce-');
  });
});

test('strict transport is asked for only where the public address is https', async () => {
  open = await openFront((_, response) => answerPage(response, 'x'));
  expect((await open.ask('/')).headers.get('strict-transport-security')).toBeNull();
  await open.close();
  open = await openFront((_, response) => answerPage(response, 'x'), { portal: 'https://portal.invalid' });
  expect((await open.ask('/')).headers.get('strict-transport-security')).toContain('max-age=31536000');
});

test('a Next that answers nothing is not waited for by others', async () => {
  open = await openFront(async (request, response) => {
    if (request.url !== '/admin/hangs') await page(response, 'x');
  });
  const hanging = open.ask('/admin/hangs', { signal: AbortSignal.timeout(1_000) }).catch(() => 'given up');
  for (let visit = 0; visit < 20; visit++) expect((await open.ask('/admin')).status).toBe(200);
  expect(await hanging).toBe('given up');
});

test('a page that Next fetches by itself for an action is told apart from those that her browser fetches', async () => {
  const told: (boolean | undefined)[] = [];
  open = await openFront((_, response) => {
    told.push(shared.drawing.getStore()?.inner);
    return page(response, 'x');
  });
  const asked = [
    { rsc: '1' },
    { rsc: '1', 'next-router-state-tree': 'x' },
    { rsc: '1', 'next-router-prefetch': '1' },
    {},
  ];
  for (const headers of asked) await open.ask('/admin/accounts', { headers: headers as Record<string, string> });
  expect(told).toEqual([true, undefined, undefined, undefined]);
});
