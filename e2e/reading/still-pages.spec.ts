import type { APIRequestContext, APIResponse } from '@playwright/test';
import { samples } from '../support/page/pages';
import { expect } from '../support/reader/expect';
import { test } from '../support/test';

/** Nothing may hang: a front that holds answers back could. A busy machine may take its time. */
const IN_THE_END = { timeout: 30_000, maxRedirects: 0 };

const POLICY =
  `default-src 'self'; script-src 'self' 'sha256-…'; style-src 'self'; img-src 'self' data:; font-src 'self'; object-src 'none'; ` +
  "base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

/** Which words the hash stands for is tried in public.spec.ts. */
const policyOf = (answer: APIResponse) =>
  answer.headers()['content-security-policy']?.replace(/(?<='sha256-)[\w+/=]{44}(?=')/, '…');

function expectSafe(answer: APIResponse) {
  expect(answer.headers(), answer.url()).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('microphone=()'),
    'content-security-policy': expect.stringContaining("default-src 'self'"),
  });
  // What is the same for everybody carries no number of its own; everything else does.
  if (answer.headers().etag) expect(answer.headers()['x-request-id'], answer.url()).toBeUndefined();
  else expect(answer.headers()['x-request-id'], answer.url()).toMatch(/./);
}

async function isOneForAll(request: APIRequestContext, address: string) {
  const first = await request.get(address, IN_THE_END);
  const again = await request.get(`${address}${address.includes('?') ? '&' : '?'}fbclid=1`, {
    ...IN_THE_END,
    headers: { cookie: 'who=me' },
  });
  expect(first.status(), address).toBe(200);
  expect(await again.text()).toBe(await first.text());
  expect(policyOf(first)).toBe(POLICY);
  const etag = again.headers().etag ?? '';
  expect(etag).not.toBe('');
  const known = await request.get(address, { ...IN_THE_END, headers: { 'if-none-match': etag } });
  expect([known.status(), (await known.body()).length]).toEqual([304, 0]);
  const head = await request.head(address, IN_THE_END);
  expect([head.status(), (await head.body()).length]).toEqual([200, 0]);
  for (const answer of [first, again, known, head]) expectSafe(answer);
}

/** Drawn for each reader: never kept. */
const live = ['signIn', 'forgottenPassword', 'certificates', 'reportCheck'];
const SEARCH = 'search for something';
const kept = samples.filter(({ name, href }) => !live.includes(name) && !href.vi.includes('?'));

for (const { name, href } of kept) {
  test(`${name} is one page for everyone: the same again, 304 to who has it, HEAD without a body`, async ({
    request,
  }) => {
    // Other journeys may publish meanwhile: then the page is a new one, and is looked at again.
    for (const address of Object.values(href)) await expect(() => isOneForAll(request, address)).toPass();
  });
}

test('what depends on the question or on the reader is never handed to another', async ({ request }) => {
  const asked = samples.filter(({ href: { vi } }) => vi.includes('?'));
  const lists = asked.filter(({ name }) => name !== SEARCH);
  expect([lists.length > 0, asked.length - lists.length]).toEqual([true, 1]);
  for (const { href } of lists) {
    const answer = await request.get(href.vi, IN_THE_END);
    const { etag, 'cache-control': lifetime } = answer.headers();
    expect([answer.status(), etag, lifetime]).toEqual([200, undefined, 'no-cache']);
    expect(policyOf(answer)).toBe(POLICY);
  }
  // a search is the same for everybody who asks it, and kept once it is asked again
  for (const { href } of asked.filter(({ name }) => name === SEARCH))
    for (const address of Object.values(href)) await expect(() => isOneForAll(request, address)).toPass();
  const admin = await request.get('/admin', IN_THE_END);
  expect(admin.headers()['cache-control']).toContain('no-store');
});

test('the admin area gives each answer a nonce of its own, and every script of the page carries it', async ({
  readAs,
}) => {
  const page = await readAs('viewer');
  const nonces = new Set<string>();
  for (const _ of [1, 2]) {
    const response = await page.goto('/admin');
    const policy = response?.headers()['content-security-policy'] ?? '';
    const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1] ?? '';
    const scripts = (await response?.text())?.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(1);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(2);
});

test('every kind of answer comes within five seconds and says what it must', async ({ request }) => {
  const answers: [string, number, APIResponse][] = [
    ['unknown address', 404, await request.get('/khong-co', IN_THE_END)],
    ['unknown slug', 404, await request.get('/cau-chuyen/khong-co-bai-nay', IN_THE_END)],
    ['a path that cannot be read', 400, await request.get('/%zz', IN_THE_END)],
    ['a form that goes nowhere', 404, await request.post('/khong-co', { ...IN_THE_END, form: { a: '1' } })],
    [
      'a form of another site',
      403,
      await request.post('/dang-nhap', {
        ...IN_THE_END,
        form: { a: '1' },
        headers: { origin: 'https://evil.invalid' },
      }),
    ],
    ['a form that is too long', 413, await request.post('/dang-nhap', { ...IN_THE_END, data: 'x'.repeat(1_100_000) })],
    ['a way of asking that nobody offers', 405, await request.delete('/tin-tuc', IN_THE_END)],
    ['another spelling', 308, await request.get('/tin-tuc/', IN_THE_END)],
    ['a page by its inner name', 308, await request.get('/vi/news', IN_THE_END)],
    ['an inner page without a public name', 404, await request.get('/vi/search/asked?q=a', IN_THE_END)],
    ['the admin area, not signed in', 307, await request.get('/admin', IN_THE_END)],
    ['a file that is not there', 404, await request.get('/_next/static/x.js', IN_THE_END)],
    ['a drawing', 200, await request.get('/icon.svg', IN_THE_END)],
    ['health', 200, await request.get('/healthz', IN_THE_END)],
    ['readiness', 200, await request.get('/readyz', IN_THE_END)],
  ];
  for (const [what, status, answer] of answers) {
    expect(answer.status(), what).toBe(status);
    expectSafe(answer);
  }
  expect((await request.get('/vi/news', IN_THE_END)).headers().location).toBe('/tin-tuc');
  const part = (await request.get('/sorry.css', IN_THE_END)).headers();
  expect(part).toMatchObject({ 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' });
  expect(part['content-security-policy'], 'which documents alone heed').toBeUndefined();
});

test('what a client claims of itself changes nothing', async ({ request }) => {
  const lies = {
    'x-forwarded-host': 'evil.invalid',
    'x-forwarded-proto': 'https',
    'content-security-policy': "script-src 'nonce-evil'",
    'x-middleware-subrequest': 'proxy',
    rsc: '1',
    'next-router-prefetch': '1',
  };
  const honest = await request.get('/gioi-thieu', IN_THE_END);
  const lying = await request.get('/gioi-thieu', { ...IN_THE_END, headers: lies });
  expect(await lying.text()).toBe(await honest.text());
  const admin = await request.get('/admin', { ...IN_THE_END, headers: lies });
  expect(`${admin.headers().location} ${await admin.text()}`).not.toContain('evil');
});
