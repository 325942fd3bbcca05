import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { answerPage, openFront } from '@/test/servers/front';
import { browserHead, type RawAnswer, talk } from '@/test/servers/raw';
import { PageStore } from '../../still/store/page-store';
import { makeReply } from '../../still/store/reply';
import { FORGET } from '../../still/tags';
import { ReadyAnswers } from './ready-answers';

type Opened = Awaited<ReturnType<typeof openFront>>;
let open: Opened;
afterEach(() => open?.close());

const wordsOf = ({ body, fields }: RawAnswer) =>
  (fields['content-encoding'] === 'br' ? brotliDecompressSync(body) : gunzipSync(body)).toString();

/** One reader's answer, over a connection of her own. */
async function read(more: string[] = [], target = '/tin-tuc'): Promise<RawAnswer> {
  const [answer] = await talk(open.origin, [browserHead(target, new URL(open.origin).host, more)], { answers: 1 });
  if (!answer) throw new Error('no answer');
  return answer;
}

describe('a kept page does not differ by who asks', () => {
  const READERS = {
    'a session': ['Cookie: next-auth.session-token=good; other=1'],
    'a session under https': ['Cookie: __Host-next-auth.session-token=good'],
    'a cookie of any kind': ['Cookie: theme=dark'],
    'a password': ['Authorization: Basic eDp5'],
    'another browser': ['User-Agent: curl/8', 'X-Requested-With: XMLHttpRequest'],
    'what a proxy might say': ['X-Forwarded-For: 10.0.0.1', 'X-Forwarded-Host: evil.invalid', 'X-Forwarded-Proto: https', 'Forwarded: host=evil'],
    'what only the portal says to itself': ['X-Portal-Path: /admin', 'X-Request-Id: forged-00', 'X-Nonce: n', 'Content-Security-Policy: x'],
    "what Next's own script says": ['RSC: 1', 'Next-Url: /vi', 'Next-Router-State-Tree: x', 'Next-Action: x', 'X-Prerender-Revalidate: x'],
    'another method in a field': ['X-HTTP-Method-Override: POST', 'X-Original-Url: /admin'],
    'no wish for what is kept': ['Cache-Control: no-cache', 'Pragma: no-cache'],
  }; // biome-ignore format: a list

  test('to the letter, whatever she carries', async () => {
    open = await openFront((_, response) => answerPage(response, 'Đồng Nai '.repeat(500)));
    for (const _ of [1, 2]) await open.ask('/tin-tuc');
    await expect.poll(async () => (await read()).fields['content-encoding']).toBe('br');
    const before = open.behind();
    const one = await read();
    for (const [who, more] of Object.entries(READERS)) {
      const answer = await read(more);
      expect({ ...answer.fields, date: '' }, who).toEqual({ ...one.fields, date: '' });
      expect(answer.body.equals(one.body), who).toBe(true);
    }
    expect(open.behind(), 'all of them answered at the door').toBe(before);
    expect(open.asked, 'drawn for the first reader alone').toHaveLength(1);
    expect(one.fields['set-cookie']).toBeUndefined();
    expect(one.fields['x-request-id']).toBeUndefined();
  });

  test('nor by her language, or by which of our names she asks under', async () => {
    open = await openFront((_, response) => answerPage(response, 'x'), { portal: 'https://portal.invalid' });
    for (const _ of [1, 2]) await open.ask('/tin-tuc');
    const bodies = new Set<string>();
    for (const language of ['vi', 'en;q=0.9', 'fr, *;q=0.1'])
      for (const host of ['portal.invalid', 'localhost:1', '127.0.0.1']) {
        const head = browserHead('/tin-tuc', host).replace(/Accept-Language: .*/, `Accept-Language: ${language}`);
        const [answer] = await talk(open.origin, [head], { answers: 1 });
        bodies.add(`${answer?.status} ${answer && wordsOf(answer)}`);
      }
    expect([...bodies]).toEqual([expect.stringContaining('200')]);
    const fields = (await read()).fields;
    expect(fields['strict-transport-security']).toContain('max-age=');
  });
});

test('a connection that was handed over is answered with the same, and refused the same', async () => {
  open = await openFront((_, response) => answerPage(response, 'x'.repeat(9_000)), { loopback: false });
  const asked = (target: string, host = 'portal.invalid', more: string[] = []) => browserHead(target, host, more);
  await talk(open.origin, [asked('/tin-tuc'), asked('/tin-tuc')], { answers: 2 });
  const [fast] = await talk(open.origin, [asked('/tin-tuc')], { answers: 1 });
  const pieces = [
    asked('/dang-nhap'),
    asked('/tin-tuc'),
    asked('/tin-tuc', 'evil.invalid'),
    asked('/tin-tuc', 'portal.invalid', ['X-Request-Id: forged-00']),
  ];
  const [, same, other, last] = await talk(open.origin, pieces, { answers: 4 });
  expect({ ...same, fields: { ...same?.fields, date: '' } }).toEqual({
    ...fast,
    fields: { ...fast?.fields, date: '' },
  });
  expect(last?.fields).toEqual({ ...same?.fields, date: expect.any(String) });
  expect(other?.status).toBe(421);
});

describe('what lies ready', () => {
  test('is gone in the moment it is dropped, and comes again as it is then', async () => {
    let words = 'một';
    open = await openFront((_, response) => answerPage(response, words));
    for (const _ of [1, 2, 3]) await read();
    words = 'hai';
    open.still.store.drop(['articles', FORGET]);
    for (const _ of [1, 2, 3]) expect(wordsOf(await read())).toContain('hai');
    expect(open.asked).toHaveLength(2);
  });

  test('and was dropped a moment ago is answered at the door still, but to nobody who carries a session', async () => {
    let words = 'một';
    open = await openFront((_, response) => answerPage(response, words));
    for (const _ of [1, 2, 3]) await read();
    words = 'hai';
    open.still.store.drop(['articles']);
    const before = open.behind();
    expect(wordsOf(await read())).toContain('một');
    expect(open.behind()).toBe(before);
    expect(wordsOf(await read(['Cookie: next-auth.session-token=x']))).toContain('hai');
    expect(open.behind()).toBe(before + 1);
    for (const more of [[], ['Cookie: next-auth.session-token=x']]) expect(wordsOf(await read(more))).toContain('hai');
    expect(open.behind(), 'what is as it is now, is for everybody').toBe(before + 1);
  });

  test('is what belongs to the address alone: no question, no other spelling', async () => {
    open = await openFront(({ url }, response) => answerPage(response, url ?? ''));
    for (const _ of [1, 2]) await read();
    const before = open.behind();
    for (const target of [
      '/tin-tuc?q=1',
      '/tin-tuc?topic=vneid',
      '/tin-tuc/',
      '//tin-tuc',
      '/Tin-Tuc',
      `http://portal.invalid/tin-tuc`,
    ])
      await read([], target);
    expect(open.behind() - before).toBe(6);
    expect(wordsOf(await read([], '/tin-tuc?topic=vneid'))).toContain('/vi/news/asked?topic=vneid');
  });

  test('is a story too, whatever a messenger hangs on its address', async () => {
    open = await openFront(({ url }, response) => answerPage(response, url ?? ''));
    for (const _ of [1, 2]) await read([], '/tin-tuc/a-b');
    const before = open.behind();
    for (const query of ['?fbclid=IwAR0_x-1', '?utm_source=zalo&utm_medium=%C4%91', '?', '?q=1&topic=vneid'])
      expect(wordsOf(await read([], `/tin-tuc/a-b${query}`)), query).toContain('/vi/news/a-b');
    expect(open.behind(), 'answered at the door').toBe(before);
    for (const query of ['?<b>', '?#', '?"', '?|', '?\\', '?\xe1', '?%00']) await read([], `/tin-tuc/a-b${query}`);
    expect(open.behind() - before, 'all but the last two, of which Node itself refuses the first').toBe(5);
    expect(open.asked).toHaveLength(1);
  });

  test('are small files too, with their own lifetime', async () => {
    open = await openFront((_, response) => answerPage(response, 'x'));
    for (const _ of [1, 2]) await read([], '/sorry.css');
    const before = open.behind();
    expect((await read([], '/sorry.css')).fields).toMatchObject({ 'content-type': 'text/css; charset=utf-8' });
    expect(open.behind()).toBe(before);
  });

  test('is no page that leads elsewhere or nowhere, and nothing that was asked', async () => {
    open = await openFront(async ({ url }, response) => {
      if (url === '/vi/news/cu') response.statusCode = 308;
      if (url === '/vi/news/cu') response.setHeader('Location', '/tin-tuc/moi');
      await answerPage(response, 'x', url === '/vi/news/nowhere' ? 'status:404' : 'articles');
    });
    for (const target of ['/tin-tuc/cu', '/tin-tuc/nowhere', '/khong-co', '/tim-kiem?q=a']) {
      for (const _ of [1, 2, 3]) await read([], target);
    }
    expect(open.behind()).toBe(12);
  });
});

test('bytes on their way to a slow reader never change, and the next one has the date of her own second', async () => {
  let now = Date.UTC(2026, 0, 1);
  const store = new PageStore({ room: 1_000_000 });
  const ready = new ReadyAnswers({
    portal: new URL('http://portal.invalid'),
    loopback: false,
    trustProxy: false,
    now: () => now,
  });
  store.keep(
    '/a',
    await makeReply({ status: 200, contentType: 'text/html', body: Buffer.from('words '.repeat(99)) }),
    [],
    store.mark(),
  );
  ready.learn('/a', { find: () => store.fresh('/a'), lifetime: 'no-cache', heedless: false });
  const head = Buffer.from('GET /a HTTP/1.1\r\nHost: portal.invalid\r\nAccept-Encoding: gzip\r\n\r\n');
  const answer = () => ready.answerTo(head) as { bytes: Buffer; lent: boolean };
  const dateIn = (bytes: Buffer) => /Date: (.*)\r/.exec(bytes.toString('latin1'))?.[1];

  const first = answer();
  const { bytes } = first;
  expect(dateIn(bytes)).toBe('Thu, 01 Jan 2026 00:00:00 GMT');
  now += 1_000;
  expect(answer().bytes, 'the same bytes for everybody, as long as nobody waits for them').toBe(bytes);
  expect(dateIn(bytes)).toBe('Thu, 01 Jan 2026 00:00:01 GMT');
  first.lent = true;
  now += 999;
  expect(answer().bytes).toBe(bytes);
  now += 1;
  expect(dateIn(answer().bytes)).toBe('Thu, 01 Jan 2026 00:00:02 GMT');
  expect(dateIn(bytes)).toBe('Thu, 01 Jan 2026 00:00:01 GMT');
  const after = (whole: Buffer) => whole.subarray(whole.indexOf('\r\n\r\n'));
  expect(after(answer().bytes).equals(after(bytes))).toBe(true);
  expect(store.lastGood('/a')?.gzip?.buffer, 'and the store holds no second copy').toBe(answer().bytes.buffer);
});

test('nothing of what a reader carries in secret is remembered', async () => {
  open = await openFront((_, response) => answerPage(response, 'x'));
  for (const _ of [1, 2, 3]) await read();
  const secrets = [
    ['Cookie: a=very-secret'],
    ['Authorization: very-secret'],
    ['Cookie: a=very-secret', 'Range: bytes=0-1'],
  ];
  for (const more of secrets) await read(more);
  const remembered = JSON.stringify(open.ready, (_, value) => (value instanceof Map ? [...value] : value));
  expect(remembered).toContain('Chrome/130');
  expect(remembered).not.toContain('very-secret');
});
