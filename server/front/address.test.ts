import { describe, expect, test } from 'vitest';
import { withoutSecret } from '../entrance/secret';
import { destinationOf, publicNameOf } from './address';

const leads = (target: string) => destinationOf(target, new Set(['/sitemap.xml']));

describe('a public address', () => {
  test('leads to its page, whatever a messenger hangs on it', () => {
    expect(leads('/')).toEqual({ kind: 'page', internal: '/vi', path: '/vi', keep: 'good', heedless: true });
    expect(leads('/tin-tuc')).toEqual({ kind: 'page', internal: '/vi/news', path: '/vi/news', keep: 'good' });
    expect(leads('/en/news/a-b?fbclid=1')).toMatchObject({ internal: '/en/news/a-b', keep: 'good' });
  });

  test('with a question of its page leads to the page that is drawn for each request, question and all', () => {
    const internal = '/vi/news/asked?topic=vneid';
    expect(leads('/tin-tuc?topic=vneid')).toEqual({ kind: 'page', internal, path: '/vi/news/asked', keep: 'never' });
    expect(leads('/tim-kiem?q=a&q=b')).toMatchObject({ internal: '/vi/search/asked?q=a&q=b', keep: 'never' });
  });

  test('of a picture leads to the one file that is kept of it, whatever is hung on it', () => {
    const slug = '0190aaaa-1111-7111-8111-111111111111-480';
    const internal = `/vi/picture.file/${slug}/webp`;
    const file = { kind: 'document', internal, path: internal, keep: 'good', heedless: true };
    expect(leads(`/hinh/${slug}.webp`)).toEqual(file);
    expect(leads(`/hinh/${slug}.webp?v=1`)).toEqual(file);
    expect(leads(`/hinh/${slug}`)).toMatchObject({ internal: '/vi/missing' });
  });

  test('of a search leads to what may be kept of it, under the text that is read', () => {
    const internal = '/vi/search/asked?q=an+to%C3%A0n';
    for (const query of ['q=an+to%C3%A0n', 'q=an%20to%C3%A0n'])
      expect(leads(`/tim-kiem?${query}`)).toEqual({
        kind: 'page',
        internal,
        path: internal,
        keep: 'again',
        spelling: `/tim-kiem?${query}`,
      });
    for (const query of ['q=+an++to%C3%A0n', 'q=an%20to%C3%A0n&utm=zalo', 'q=an+to%c3%a0n'])
      expect(leads(`/tim-kiem?${query}`)).toEqual({ kind: 'page', internal, path: internal, keep: 'again' });
  });

  test('of a search that is narrowed, by any of its ways, is handed on whole and drawn each time', () => {
    for (const narrowed of [
      'kind=news',
      'commune=a',
      'topic=a',
      'from=2026-05',
      'to=2026-08',
      'year=2026',
      'language=en',
    ])
      expect(leads(`/tim-kiem?q=a&${narrowed}`)).toMatchObject({
        internal: `/vi/search/asked?q=a&${narrowed}`,
        keep: 'never',
      });
  });

  test('of coverage with a place alone may be kept; with a day or a level beside it it is drawn whole, each time', () => {
    const internal = '/vi/coverage/asked?place=long-hung';
    const spelling = '/do-phu?place=long-hung';
    expect(leads(spelling)).toEqual({ kind: 'page', internal, path: internal, keep: 'again', spelling });
    for (const query of ['place=long-hung&level=group', 'on=2026-09-30&place=long-hung'])
      expect(leads(`/do-phu?${query}`)).toEqual({
        kind: 'page',
        internal: `/vi/coverage/asked?${query}`,
        path: '/vi/coverage/asked',
        keep: 'never',
      });
  });

  test('of a number on a day is one of millions: kept apart from pages, once it is asked again', () => {
    const path = '/vi/figures/ty-le-bao-phu-to/long-hung/2026-10-31';
    expect(leads('/so-lieu/ty-le-bao-phu-to/long-hung/2026-10-31?utm=zalo')).toEqual({
      kind: 'page',
      internal: path,
      path,
      keep: 'again',
      heedless: true,
    });
  });

  test('has one spelling: others are led to it', () => {
    for (const other of ['/tin-tuc/', '//tin-tuc', '/tin%2Dtuc', '/./tin-tuc'.replace('./', '/')]) {
      expect(leads(other)).toEqual({ kind: 'moved', to: '/tin-tuc' });
    }
    expect(leads('/tin-tuc/?topic=vneid')).toEqual({ kind: 'moved', to: '/tin-tuc?topic=vneid' });
  });

  test('of a feed or the site map leads to a document, which is kept too', () => {
    expect(leads('/feed.xml')).toMatchObject({ kind: 'document', internal: '/vi/feed.xml', keep: 'good' });
    expect(leads('/en/feed.xml?topic=vneid&commune=long-hung')).toMatchObject({
      internal: '/en/feed.xml/commune/long-hung/topic/vneid',
      keep: 'good',
    });
    // a key that is not ours changes nothing of a feed: it is the same document, under the same name
    const feed = { kind: 'document', internal: '/vi/feed.xml', path: '/vi/feed.xml', keep: 'good' };
    expect(leads('/feed.xml?utm_source=x')).toEqual(feed);
    const narrowed = '/vi/feed.xml/topic/vneid';
    expect(leads('/feed.xml?fbclid=1&topic=vneid&author=x')).toEqual({ ...feed, internal: narrowed, path: narrowed });
    expect(leads('/sitemap.xml')).toMatchObject({ kind: 'document', internal: '/sitemap.xml' });
    expect(leads('/robots.txt')).toMatchObject({ internal: '/vi/missing' });
  });

  test('of a calendar for one commune leads to a document of its own, and one that is asked anything else to none', () => {
    const path = '/vi/calendar.ics/commune/26380/topic/vneid';
    for (const query of ['commune=26380&topic=vneid', 'topic=vneid&commune=26380'])
      expect(leads(`/lich.ics?${query}`)).toEqual({ kind: 'document', internal: path, path, keep: 'good' });
    for (const query of ['utm=zalo', 'trainer=x', 'commune=26380&x=1'])
      expect(leads(`/lich.ics?${query}`)).toMatchObject({ internal: '/vi/missing' });
    expect(leads('/lich.ics')).toMatchObject({ internal: '/vi/calendar.ics' });
    expect(leads('/lich.ics?commune=../x')).toMatchObject({ internal: '/vi/calendar.ics/commune/-' });
    expect(leads('/vi/calendar.ics/commune/26380')).toMatchObject({ internal: '/vi/missing' });
  });

  test('of a shared picture leads to one document, whatever its version says: those of single sessions and numbers are kept apart from pages', () => {
    const path = '/vi/share-card.png/ngang/tin-tuc/a-b';
    for (const version of ['', '?v=1', '?v=2&utm=zalo'])
      expect(leads(`/the/ngang/tin-tuc/a-b.png${version}`)).toEqual({
        kind: 'document',
        internal: path,
        path,
        keep: 'good',
        heedless: true,
      });
    for (const [target, internal] of [
      ['/en/cards/square/trainings/a-b.png?v=1', '/en/session-card.png/square/a-b'],
      ['/the/ngang/so-lieu/x/dong-nai/2026-10-31.png', '/vi/figure-card.png/ngang/x/dong-nai/2026-10-31'],
    ] as const)
      expect(leads(target)).toMatchObject({ kind: 'document', internal, keep: 'again', heedless: true });
    const taken = {
      kind: 'document',
      internal: '/vi/picture-card.jpg/vuong/cau-chuyen/a-b',
      keep: 'good',
      heedless: true,
    };
    expect(leads('/the/vuong/cau-chuyen/a-b.jpg?v=1')).toMatchObject(taken);
    expect(leads('/vi/share-card.png/ngang/tin-tuc/a-b')).toMatchObject({ internal: '/vi/missing' });
  });

  test('in capitals leads to the one that was meant, but for one that opens something', () => {
    expect(leads('/chung-nhan/B4CD-F6GH-J8KL-M?x=1')).toEqual({
      kind: 'moved',
      to: '/chung-nhan/b4cd-f6gh-j8kl-m?x=1',
    });
    expect(leads('/Tap-Huan')).toEqual({ kind: 'moved', to: '/tap-huan' });
    expect(leads('/EN/TH/12')).toEqual({ kind: 'moved', to: '/en/th/12' });
    expect(leads('/KHONG-CO')).toMatchObject({ internal: '/vi/missing' });
    expect(leads('/VE/H6Y5KWIKNVFA6TSSS5K4BQ2HOQ')).toMatchObject({ internal: '/vi/missing' });
  });

  test("of somebody's own calendar is live, marked as secret and never kept", () => {
    const secret = 'h6y5kwiknvfa6tsss5k4bq2hoq';
    expect(leads(`/lich/${secret}`)).toMatchObject({ kind: 'live', internal: `/vi/calendar/${secret}`, secret: true });
  });

  test('of the sign-in page depends on who asks', () => {
    expect(leads('/dang-nhap?callbackUrl=%2Fadmin')).toEqual({
      kind: 'live',
      internal: '/vi/sign-in?callbackUrl=%2Fadmin',
      area: 'public',
    });
  });
});

describe('what is no public address', () => {
  test('leads to the missing page of its language', () => {
    for (const target of ['/khong-co', '/adminx', '/vi/missing', '/tin-tuc/asked', '/%61dmin', '/vi/search/asked?q=a'])
      expect(leads(target)).toMatchObject({ kind: 'page', internal: '/vi/missing', keep: 'fixed' });
    for (const target of ['/en/nothing', '/en/missing', '/en/news/asked'])
      expect(leads(target)).toMatchObject({ internal: '/en/missing', keep: 'fixed' });
  });

  test('but is the path by which Next knows a page, leads on to the name by which readers do', () => {
    expect(leads('/vi')).toEqual({ kind: 'moved', to: '/' });
    expect(leads('/vi/news/a-b?x=1')).toEqual({ kind: 'moved', to: '/tin-tuc/a-b?x=1' });
    expect(publicNameOf('/vi/communes/long-hung')).toBe('/xa-phuong/long-hung');
    expect(publicNameOf('/vi/news/A')).toBeNull();
    expect(publicNameOf('/en/news/a')).toBeNull();
  });

  test('or cannot be read, or climbs, is refused', () => {
    for (const target of ['/%zz', '/a%00b', '/a/../b', '/a/%2e%2e/b', '/tin-tuc/..%2fadmin', '/a%5cb', '*', 'x'])
      expect(leads(target)).toEqual({ kind: 'unreadable' });
  });
});

test('the admin area is live under its own name, and under no other spelling', () => {
  expect(leads('/admin')).toEqual({ kind: 'live', internal: '/admin', area: 'admin' });
  expect(leads('/api/auth/session?x=1')).toEqual({ kind: 'live', internal: '/api/auth/session?x=1', area: 'admin' });
  expect(leads('/admin//models')).toEqual({ kind: 'moved', to: '/admin/models' });
  expect(leads('//evil.invalid/admin')).toMatchObject({ internal: '/vi/missing' });
});

test('a preview and its picture are live, said to nobody, and framed by the signed-in area alone', () => {
  const secret = 'ab12'.repeat(16);
  const id = '0198c5d6-0000-7000-8000-000000000001';
  expect(leads(`/xem-truoc/${secret}`)).toEqual({
    kind: 'live',
    internal: `/vi/preview/${secret}`,
    area: 'public',
    secret: 'unsaid',
  });
  expect(leads(`/en/preview/articles/${id}`)).toEqual({
    kind: 'live',
    internal: `/en/articles/preview/${id}`,
    area: 'public',
    secret: 'unsaid',
    framed: true,
  });
  expect(leads(`/xem-truoc/${secret}/hinh/${id}-480.avif`)).toMatchObject({
    internal: `/vi/preview/${secret}/${id}-480/avif`,
    secret: 'unsaid',
  });
  expect(leads(`/vi/preview/${secret}`)).toMatchObject({ kind: 'page', internal: '/vi/missing' });
});

test('a ticket and its calendar are live, marked as secret and never a document that is kept', () => {
  const secret = 'h6y5kwiknvfa6tsss5k4bq2hoq';
  expect(leads(`/ve/${secret}?again=1`)).toEqual({
    kind: 'live',
    internal: `/vi/ticket/${secret}?again=1`,
    area: 'public',
    secret: true,
  });
  expect(leads(`/en/ticket/${secret}/calendar.ics`)).toMatchObject({ kind: 'live', secret: true });
  expect(leads(`/vi/ticket/${secret}`)).toMatchObject({ kind: 'page', internal: '/vi/missing' });
  expect(withoutSecret(`/ve/${secret}/lich.ics`)).toBe('/ve/…/lich.ics');
  expect(withoutSecret(`/xem-truoc/${'ab12'.repeat(16)}/hinh/x-480.avif`)).toBe('/xem-truoc/…/hinh/x-480.avif');
  expect(withoutSecret('/tap-huan/vneid-long-hung')).toBe('/tap-huan/vneid-long-hung');
});
