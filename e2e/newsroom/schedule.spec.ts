import type pg from 'pg';
import { read } from '../../test/factories/write';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { send, unfold } from '../support/stage/articles';
import { dayFromNow } from '../support/stage/stage';
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
  await head.getByLabel('Câu chuyện', { exact: true }).check();
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

/** What a page answers within a second. */
const expectSoon = (reader: Reader, page: string, status: number) =>
  expect(async () => expect((await reader.goto(page)).status(), page).toBe(status)).toPass();

/** Seven in the morning in Viet Nam, so many days ahead, as the form asks for it. */
const hourOn = (days: number) => ({ day: dayFromNow(days), time: '07:00' });

test('whoever opens a text that has its hour takes that back before she writes, and gives it another; withdrawing asks why, and its address says what readers are told', async ({
  readAs,
}) => {
  const stamp = String(Date.now());
  const [writer, head, province, reader] = [
    await readAs('longhung'),
    await readAs('khupho5'),
    await readAs('province'),
    await readAs(),
  ];
  const address = await handIn(writer, { Vi: `Đổi giờ ${stamp}`, En: `Another hour ${stamp}` });
  await province.goto(address);
  await send(province, 'Duyệt bài', hourOn(2));
  await expect(province).toHaveURL(/said=scheduled/);

  expect((await head.goto(`${address}/edit`)).status(), 'it is of the ward').toBe(404);
  await writer.goto(`${address}/edit`);
  await expect(writer.getByRole('heading', { name: 'Bài đã hẹn giờ lên trang' })).toBeVisible();
  await expect(field(writer, 'titleVi')).toHaveCount(0);
  await send(writer, 'Hủy hẹn');
  await expect(writer).toHaveURL(/said=unscheduled/);
  await expect(writer.getByText('Bài đã được duyệt. Chị đăng ngay, hoặc hẹn giờ.')).toBeVisible();
  await send(writer, 'Đăng bài', hourOn(3));
  await expect(writer).toHaveURL(/said=scheduled/);
  const [year, month, day] = hourOn(3).day.split('-');
  await expect(writer.getByText(`Sẽ lên trang lúc 07:00, ${day}/${month}/${year}`).first()).toBeVisible();
  const pages = [`/cau-chuyen/doi-gio-${stamp}`, `/en/stories/another-hour-${stamp}`];
  for (const page of pages) expect((await reader.goto(page)).status(), page).toBe(404);

  await unfold(writer, 'Hủy hẹn giờ');
  await send(writer, 'Hủy hẹn');
  await send(writer, 'Đăng bài');
  await expect(writer).toHaveURL(/said=published/);
  for (const page of pages) await expectSoon(reader, page, 200);
  const notices = {
    noticeVi: `Bài sai giờ học, mong chị thông cảm ${stamp}.`,
    noticeEn: `The hour was wrong ${stamp}.`,
  };
  await unfold(writer, 'Gỡ bài');
  await send(writer, 'Gỡ bài', { reason: '', ...notices });
  await expect(writer.locator('[name="reason"][aria-invalid]')).toHaveCount(1);
  await expect(field(writer, 'noticeVi')).toHaveValue(notices.noticeVi);
  expect((await reader.goto(pages[0] ?? '')).status(), 'nobody said why').toBe(200);
  await send(writer, 'Gỡ bài', { reason: 'Giờ học trong bài đã cũ.' });
  await expect(writer).toHaveURL(/said=withdrawn/);
  await expect(writer.getByText('Giờ học trong bài đã cũ.')).toBeVisible();
  for (const [n, words] of Object.values(notices).entries()) {
    await expectSoon(reader, pages[n] ?? '', 410);
    await expect(reader.getByText(words)).toBeVisible();
    await expect(reader.getByText('Giờ học trong bài đã cũ.')).toHaveCount(0);
  }
});
