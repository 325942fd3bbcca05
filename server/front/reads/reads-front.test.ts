import { afterEach, expect, test } from 'vitest';
import { answerPage, openFront } from '@/test/servers/front';
import { Reads } from './reads';

let open: Awaited<ReturnType<typeof openFront>>;
afterEach(() => open.close());

const BROWSER = { 'user-agent': 'Mozilla/5.0 (Linux; Android 10) Chrome/80.0' };
const page = '/tin-tuc/lop-hoc';
const counted = '/vi/newsArticle/lop-hoc';

test('a read counts whether the page is drawn, kept or asked again by its tag, under any query; nobody else does', async () => {
  const reads = new Reads();
  open = await openFront((_, response) => answerPage(response, 'Lớp học'), { mode: 'still', reads });
  const ask = async (path: string, headers: Record<string, string>, method = 'GET') => {
    const answer = await open.ask(path, { headers, method });
    await answer.text();
    return answer;
  };
  const drawn = await ask(page, BROWSER);
  const kept = [page, `${page}?zarsrc=30`, page];
  for (const path of kept) await ask(path, BROWSER);
  const again = await ask(page, { ...BROWSER, 'if-none-match': drawn.headers.get('etag') ?? '' });
  expect(again.status).toBe(304);
  expect(reads.take()).toEqual({ [counted]: 5 });

  await ask(page, { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' });
  await ask(page, { ...BROWSER, cookie: 'next-auth.session-token=x' });
  await ask(page, { ...BROWSER, 'sec-purpose': 'prefetch' });
  await ask(page, BROWSER, 'HEAD');
  expect(reads.take()).toEqual({});
});

test('whoever takes a page only as it is, without compression, is counted once each time', async () => {
  const reads = new Reads();
  open = await openFront((_, response) => answerPage(response, 'Lớp học '.repeat(500)), { mode: 'still', reads });
  for (const _ of [1, 2, 3]) {
    const answer = await open.ask(page, { headers: { ...BROWSER, 'accept-encoding': 'identity' } });
    expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, null]);
    await answer.text();
  }
  expect(reads.take()).toEqual({ [counted]: 3 });
});

test('every public page is counted, and a question with the page that asks it; files and what a secret opens are not', async () => {
  const reads = new Reads();
  open = await openFront((_, response) => answerPage(response, 'Trang'), { mode: 'still', reads });
  const paths = [
    '/',
    '/en/communes/long-hung',
    '/tap-huan/vneid-1',
    '/tim-kiem?q=lua+dao',
    '/tim-kiem?q=vneid',
    '/tin-tuc?topic=vneid',
  ];
  const others = ['/ve/abc', '/en/preview/abc', '/x/26041', '/dang-nhap', '/feed.xml'];
  for (const path of [...paths, '/chung-nhan', '/quyen-rieng-tu', ...others])
    await (await open.ask(path, { headers: BROWSER })).text();
  await (await open.ask('/chung-nhan', { headers: BROWSER, method: 'POST' })).text();
  expect(reads.take()).toEqual({
    '/vi/home': 1,
    '/en/commune/long-hung': 1,
    '/vi/session/vneid-1': 1,
    '/vi/search': 2,
    '/vi/news': 1,
    '/vi/certificates': 1,
    '/vi/privacy': 1,
  });
});

test('an address that leads to nothing is not counted, and takes no room', async () => {
  const reads = new Reads();
  open = await openFront((_, response) => answerPage(response, 'Không có', 'status:404'), { mode: 'still', reads });
  for (const path of ['/tin-tuc/a', '/tin-tuc/b', '/xa-phuong/khong-co', '/chi-so/khong-co'])
    expect((await open.ask(path, { headers: BROWSER })).status).toBe(404);
  expect(reads.take()).toEqual({});
});
