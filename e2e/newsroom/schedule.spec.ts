import { expect as expectPage } from '@playwright/test';
import type { Role } from '../../domain/access/permissions';
import { makePushKeys } from '../../scripts/ground/settings.mjs';
import { type Made, read } from '../../test/factories/write';
import { openPushService } from '../../test/servers/push-service';
import { openQuietPortal, type QuietPortal } from '../support/processes/quiet-portal';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { correct, send, unfold } from '../support/stage/articles';
import { dayFromNow } from '../support/stage/stage';
import { everyPlaceOf, follow, toldAt } from '../support/stage/told-everywhere';
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

/** A push service of this machine is reached in no portal but one under test. */
const REACHES_THIS_MACHINE = { NODE_ENV: 'test', PUSH_LOOPBACK: 'on', PUSH_KEYS: makePushKeys() };
/** Milliseconds behind its minute in which a piece is told everywhere, and those in which devices have it. */
const [TOLD, ARRIVED] = [30_000, 45_000];

/** How long is waited for what happens so many milliseconds behind an instant, and how often is looked. */
const until = (instant: number) => ({ timeout: Math.max(1, instant - Date.now()), intervals: [500] });

async function slugOf({ database }: QuietPortal, { id }: Made): Promise<string> {
  const [unit] = await read<{ slug: string }>(database, `SELECT slug FROM unit WHERE id = '${id}'`);
  return unit?.slug ?? '';
}

test('a head hands in, an official corrects and may not approve, an editor names a minute: within seconds of it, and not before, it is told everywhere and opened by devices that follow, and its old addresses still answer', async () => {
  const service = await openPushService();
  const portal = await openQuietPortal('portal_of_a_minute', REACHES_THIS_MACHINE);
  try {
    await goesOutAtItsMinute(portal, service);
  } finally {
    await portal.close();
    await service.close();
  }
});

/** Somebody of the portal, reading. */
const readAs = async ({ come, read: open }: QuietPortal, role: Role, unit: Made) => open(await come(role, unit));

/** Writes a word in it, and may not approve it any more. */
async function corrects(official: Reader, address: string): Promise<void> {
  await correct(official, address, { summaryVi: 'Các chị trong khu phố chỉ nhau từng bước một, ai cũng làm được.' });
  await official.goto(address);
  await expect(official.getByText('Bài có phần do chị viết hoặc đăng gấp, nên chờ người khác duyệt.')).toBeVisible();
  await expect(official.getByRole('button', { name: 'Duyệt bài' })).toHaveCount(0);
}

async function goesOutAtItsMinute(portal: QuietPortal, service: Awaited<ReturnType<typeof openPushService>>) {
  const { places, database } = portal;
  const [city = { id: '' }] = await read<Made>(database, `SELECT id FROM unit WHERE level = 'province'`);
  const stamp = String(Date.now());
  const commune = await slugOf(portal, places.commune);
  const piece = { slugs: { vi: `hen-gio-${stamp}`, en: `hour-of-${stamp}` }, commune };
  const head = await readAs(portal, 'sub_association_head', places.subAssociation);
  const address = await handIn(head, { Vi: `Hẹn giờ ${stamp}`, En: `Hour of ${stamp}` });

  await corrects(await readAs(portal, 'commune_official', places.commune), address);
  expect((await (await readAs(portal, 'commune_official', places.next)).goto(address)).status()).toBe(404);
  const [editor, reader] = [await readAs(portal, 'editor', city), await portal.read()];
  const opened = {
    vi: await follow(reader, service, commune, 'vi'),
    en: await follow(reader, service, commune, 'en'),
    neighbour: await follow(reader, service, await slugOf(portal, places.next), 'vi'),
  };
  await editor.goto(address);
  const { at, day, time } = minuteAhead();
  await send(editor, 'Duyệt bài', { day, time });
  await expect(editor).toHaveURL(/said=scheduled/);

  let first = Number.POSITIVE_INFINITY;
  const told = async () => {
    const places = await toldAt(reader, piece);
    if (places.length > 0) first = Math.min(first, Date.now());
    return places;
  };
  expect(await told()).toEqual([]);
  await expectPage.poll(told, until(at + TOLD)).toEqual(everyPlaceOf(piece));
  expect(first).toBeGreaterThanOrEqual(at);
  const arrived = async () => [opened.vi().length, opened.en().length, service.received.length];
  await expectPage.poll(arrived, until(at + ARRIVED)).toEqual([1, 1, 2]);
  for (const sent of service.received) expect(sent.at).toBeGreaterThanOrEqual(at);
  const pages = { vi: `/cau-chuyen/${piece.slugs.vi}`, en: `/en/stories/${piece.slugs.en}` };
  expect(opened.vi()).toEqual([expect.objectContaining({ title: `Hẹn giờ ${stamp}`, url: pages.vi })]);
  expect(opened.en()).toEqual([expect.objectContaining({ title: `Hour of ${stamp}`, url: pages.en })]);
  for (const page of Object.values(pages)) expect((await reader.goto(page)).status(), page).toBe(200);

  await editor.goto(address);
  await unfold(editor, 'Gỡ bài');
  await send(editor, 'Gỡ bài', { reason: 'Người trong chuyện muốn kể lại.' });
  await expect(editor).toHaveURL(/said=withdrawn/);
  for (const page of Object.values(pages)) await expectSoon(reader, page, 410);
  await expectPage.poll(() => toldAt(reader, piece), { timeout: 60_000, intervals: [500] }).toEqual([]);
  expect(opened.neighbour()).toEqual([]);
}

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
