import type pg from 'pg';
import { read } from '../../test/factories/write';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { test } from '../support/test';

const field = (page: Reader, name: string) => page.locator(`[name="${name}"]`);
test.describe.configure({ timeout: 300_000 });

const VIET_NAM_MS = 7 * 3_600_000;

/** The next whole minute at least forty-five seconds ahead, since all is looked at before it; as the instant it is and as the form asks for it. */
function minuteAhead() {
  const at = Math.ceil((Date.now() + 45_000) / 60_000) * 60_000;
  const [day = '', time = ''] = new Date(at + VIET_NAM_MS).toISOString().split('T');
  return { at, day, time: time.slice(0, 5) };
}

/** Writes a story and hands it in; answers with where it is worked on. */
async function handIn(head: Reader, titles: Record<'Vi' | 'En', string>): Promise<string> {
  await head.goto('/admin/articles/new?way=free');
  await head.getByLabel('Câu chuyện').check();
  for (const part of ['Vi', 'En'] as const) {
    await field(head, `title${part}`).fill(titles[part]);
    await field(head, `summary${part}`).fill(
      `${titles[part]}: các chị trong khu phố chỉ nhau từng bước, ai cũng làm được.`,
    );
    await field(head, `body${part}`).fill('Một chị biết, một chị học.');
  }
  await head.getByRole('button', { name: 'Lưu bản nháp' }).click();
  const address = new URL(head.url()).pathname;
  await head.getByRole('button', { name: 'Gửi duyệt' }).click();
  await expect(head).toHaveURL(/said=submitted/);
  return address;
}

/** Where readers, programs and search engines find a story that is public. */
const placesOf = (stamp: string, locale: 'vi' | 'en') =>
  locale === 'vi'
    ? ['/cau-chuyen', '/feed.xml', `/tim-kiem?q=${stamp}`, '/sitemap.xml', '/api/v1/articles?language=vi']
    : ['/en/stories', '/en/feed.xml', `/en/search?q=${stamp}`, '/sitemap.xml', '/api/v1/articles?language=en'];

/** The places of both languages that tell of it at this moment. */
async function toldAt(reader: Reader, stamp: string): Promise<string[]> {
  const told: string[] = [];
  for (const locale of ['vi', 'en'] as const)
    for (const place of placesOf(stamp, locale)) {
      const words = await (await reader.request.get(place)).text();
      if (words.includes(locale === 'vi' ? `hen-gio-${stamp}` : `hour-of-${stamp}`)) told.push(`${locale} ${place}`);
    }
  return told;
}

/** The languages in which devices that follow were begun to be told of it, and when the first was. */
async function pushed(database: pg.Client, address: string) {
  const rounds = await read<{ locale: string; begun: Date }>(
    database,
    `SELECT locale, begun_at AS begun FROM push_round WHERE article_id = '${address.split('/').at(-1)}' ORDER BY locale`,
  );
  return {
    locales: rounds.map(({ locale }) => locale),
    since: Math.min(...rounds.map(({ begun }) => begun.getTime())),
  };
}

test('a head hands in, an official corrects and may not approve, an editor names a minute: at that minute it is told everywhere and to who follows, and its old addresses still answer', async ({
  readAs,
  database,
}) => {
  const stamp = String(Date.now());
  const head = await readAs('khupho5');
  const address = await handIn(head, { Vi: `Hẹn giờ ${stamp}`, En: `Hour of ${stamp}` });

  const official = await readAs('longhung');
  await official.goto(`${address}/edit`);
  await field(official, 'summaryVi').fill(`Các chị trong khu phố chỉ nhau từng bước một, ai cũng làm được, ${stamp}.`);
  await official.getByRole('button', { name: 'Lưu' }).click();
  await official.goto(address);
  await expect(
    official.getByText('Chị đã viết, hoặc đã đăng gấp, điều chưa ai khác duyệt, nên chờ người khác duyệt.'),
  ).toBeVisible();
  await expect(official.getByRole('button', { name: 'Duyệt bài' })).toHaveCount(0);
  expect((await (await readAs('trangdai')).goto(address)).status()).toBe(404);

  const editor = await readAs('editor');
  await editor.goto(address);
  const { at, day, time } = minuteAhead();
  await field(editor, 'day').fill(day);
  await field(editor, 'time').fill(time);
  await editor.getByRole('button', { name: 'Duyệt bài' }).click();
  await expect(editor).toHaveURL(/said=scheduled/);

  const reader = await readAs();
  expect(await toldAt(reader, stamp)).toEqual([]);
  expect((await pushed(database, address)).locales).toEqual([]);
  const everywhere = (['vi', 'en'] as const).flatMap((locale) =>
    placesOf(stamp, locale).map((place) => `${locale} ${place}`),
  );
  await expect(async () => expect(await toldAt(reader, stamp)).toEqual(everywhere)).toPass({ timeout: 170_000 });
  expect(Date.now()).toBeGreaterThanOrEqual(at);
  // once in each language, and after its minute
  await expect(async () => expect((await pushed(database, address)).locales).toEqual(['en', 'vi'])).toPass({
    timeout: 60_000,
  });
  expect((await pushed(database, address)).since).toBeGreaterThanOrEqual(at);
  const pages = [`/cau-chuyen/hen-gio-${stamp}`, `/en/stories/hour-of-${stamp}`];
  for (const page of pages) expect((await reader.goto(page)).status(), page).toBe(200);

  await editor.goto(address);
  await editor.getByLabel('Vì sao gỡ').fill('Người trong chuyện muốn kể lại.');
  await editor.locator('summary').filter({ hasText: 'Gỡ bài' }).click();
  await editor.getByRole('button', { name: 'Gỡ bài' }).click();
  await expect(editor).toHaveURL(/said=withdrawn/);
  for (const page of pages) expect((await reader.goto(page)).status(), page).toBe(410);
  await expect(async () => expect(await toldAt(reader, stamp)).toEqual([])).toPass({ timeout: 60_000 });
});
