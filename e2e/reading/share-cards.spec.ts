import { expect } from '@playwright/test';
import sharp from 'sharp';
import { read } from '../../test/factories/write';
import { test } from '../support/test';

const IMAGES = /<meta property="og:image" content="([^"]+)"/g;
const plain = (text: string) => text.replaceAll('&amp;', '&');

test('an article, a session, a commune and a number have a card of their own, at an address that leads to one picture whatever hangs on it', async ({
  request,
  database,
}) => {
  const headOf = async (path: string) => {
    const html = await (await request.get(path)).text();
    const images = [...html.matchAll(IMAGES)].map(([, url = '']) => plain(url));
    const alts = [...html.matchAll(/<meta property="og:image:alt" content="([^"]*)"/g)].map(([, alt = '']) => alt);
    expect(html.match(/<meta name="twitter:image" /g)).toHaveLength(1);
    expect(html.match(/<meta name="twitter:card" content="summary_large_image"/g)).toHaveLength(1);
    return { images, alts };
  };
  const linkOn = async (path: string, pattern: RegExp) =>
    (await (await request.get(path)).text()).match(pattern)?.[1] ?? 'not found';
  const pages = [
    await linkOn('/cau-chuyen', /href="(\/cau-chuyen\/[a-z0-9-]+)"/),
    await linkOn('/en/news', /href="(\/en\/news\/[a-z0-9-]+)"/),
    await linkOn('/tap-huan', /href="(\/tap-huan\/[a-z0-9-]+)"/),
    '/xa-phuong/long-hung',
    '/en/coverage',
    await linkOn('/do-phu', /href="(\/so-lieu\/[a-z0-9/-]+)"/),
  ];
  const written = await read<{ slug: string; demo: boolean }>(
    database,
    'SELECT s.slug, a.demo FROM article_slug s JOIN article a ON a.id = s.article_id',
  );
  for (const path of pages) {
    const { images, alts } = await headOf(path);
    expect(images, path).toHaveLength(2);
    const own = written.find(({ slug }) => slug === path.split('/').at(-1));
    const marked = own && !own.demo ? [] : [path.startsWith('/en') ? 'Demonstration data' : 'Dữ liệu minh họa'];
    for (const alt of alts)
      expect(alt.match(/(Dữ liệu minh họa|Demonstration data)(?=\.$)/g) ?? [], path).toEqual(marked);
    const [wide = '', square = ''] = images.map((url) => new URL(url).pathname + new URL(url).search);
    const answers = await Promise.all(
      [wide, square, wide.replace(/v=.*/, 'v=khac&utm=zalo')].map((to) => request.get(to)),
    );
    const bodies = await Promise.all(answers.map((answer) => answer.body()));
    const sizes = await Promise.all(bodies.map((body) => sharp(body).metadata()));
    expect(answers.map((answer) => answer.headers()['content-type'])).toEqual(Array(3).fill('image/png'));
    expect(sizes.map(({ width, height }) => [width, height])).toEqual([
      [1200, 630],
      [1080, 1080],
      [1200, 630],
    ]);
    expect(bodies[2]?.equals(bodies[0] as Buffer), path).toBe(true);
  }
  for (const missing of ['/the/ngang/tin-tuc/khong-co.png', '/the/tron/xa-phuong/long-hung.png', '/the/ngang/x/y.png'])
    expect((await request.get(missing)).status(), missing).toBe(404);
});

test('the card of a silent commune says its name and no number', async ({ request, database }) => {
  const [silent] = await read<{ slug: string }>(
    database,
    `SELECT u.slug FROM app.coverage((now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) c JOIN unit u ON u.id = c.commune_id
     WHERE c.level = 'sub_association' AND c.state = 'not_reported' LIMIT 1`,
  );
  const html = await (await request.get(`/xa-phuong/${silent?.slug}`)).text();
  const [alt = ''] = html.match(/<meta property="og:image:alt" content="[^"]*"/) ?? [];
  expect(alt).toMatch(/content="(Xã|Phường) [^.]+\. Dữ liệu minh họa\."$/);
});

test('a short address leads to the page of today in the language that it says, and of what is nowhere to none', async ({
  request,
}) => {
  const pages = {
    '/tin-tuc': /href="(\/tin-tuc\/[a-z0-9-]+)"/,
    '/en/stories': /href="(\/en\/stories\/[a-z0-9-]+)"/,
  };
  const textOf = async (path: string) => (await request.get(path)).text();
  const leads = async (path: string) => {
    const answer = await request.get(path, { maxRedirects: 0 });
    return [answer.status(), answer.headers().location];
  };
  for (const [list, link] of Object.entries(pages)) {
    const page = (await textOf(list)).match(link)?.[1] ?? 'not found';
    const [short = 'not found'] = (await textOf(page)).match(/(\/en)?\/b\/\d+/) ?? [];
    expect(await leads(short), short).toEqual([307, page]);
  }
  expect(await leads('/x/26380')).toEqual([307, '/xa-phuong/long-hung']);
  expect(await leads('/en/x/26380')).toEqual([307, '/en/communes/long-hung']);
  const figure = '/so-lieu/gia-dinh-so/long-hung/2026-06-30';
  const [numbered = 'not found'] = (await textOf(figure)).match(/\/sl\/[a-z0-9-]+/) ?? [];
  expect([numbered, await leads(numbered)]).toEqual(['/sl/9-26380-260630', [307, figure]]);
  expect(await leads('/en/sl/9-dong-nai-260630')).toEqual([307, '/en/figures/digital-families/dong-nai/2026-06-30']);
  for (const nowhere of ['/x/00000', '/b/999999', '/sl/9-00000-260630', '/sl/9-26380-991231', '/sl/99-26380-260630'])
    expect((await leads(nowhere))[0], nowhere).toBe(404);
});
