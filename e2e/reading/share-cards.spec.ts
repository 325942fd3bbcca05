import { expect } from '@playwright/test';
import sharp from 'sharp';
import { read } from '../../test/factories/write';
import { test } from '../support/test';

const IMAGES = /<meta property="og:image" content="([^"]+)"/g;
const plain = (text: string) => text.replaceAll('&amp;', '&');

test('an article, a session, a commune and a number have a card of their own, at an address that leads to one picture whatever hangs on it', async ({
  request,
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
  for (const path of pages) {
    const { images, alts } = await headOf(path);
    expect(images, path).toHaveLength(2);
    expect(alts[0], path).toMatch(/Dữ liệu minh họa|Demonstration|\p{L}{3}/u);
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
  expect(alt).toMatch(/Xã|Phường/);
  expect(alt).not.toMatch(/%|\d{2}\/\d{2}/);
});
