import { createCourse, createSession } from '../../test/factories/trainings';
import { type Made, read } from '../../test/factories/write';
import type { QuietPortal } from '../support/processes/quiet-portal';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { draft, type Fields, send, unfold, wordsIn } from '../support/stage/articles';
import { dayFromNow } from '../support/stage/stage';
import { test } from '../support/test';

const WHY = 'Chiều nay ba chị ở khu phố 5 đã bị gọi.';
const [BADGE, WAITS] = ['Đăng gấp, chưa ai duyệt', 'đăng gấp, chưa có người thứ hai duyệt'];

/** An alert with its lines and who verified it, in both languages. */
async function writeAlert(writer: Reader, [vi, en]: [string, string]): Promise<string> {
  const words = wordsIn([vi, 'Chị đừng chuyển tiền.'], [en, 'Do not send money.']);
  const source = { sourceName: 'Công an thành phố', sourceUrl: 'https://congan.example.gov.vn/canh-bao' };
  const alert = await draft(writer, 'alert', { ...words, ...source });
  await writer.goto(`${alert}/parts`);
  const lines: Fields = {
    'titleVi[sign-0]': 'Người lạ gọi, xưng là công an',
    'titleVi[step-0]': 'Tắt máy',
    'titleVi[hotline-0]': 'Công an',
    'titleEn[sign-0]': 'A stranger says he is the police',
    'titleEn[step-0]': 'Hang up',
    'titleEn[hotline-0]': 'The police',
    'number[hotline-0]': '113',
  };
  await send(writer, 'Lưu các phần', lines);
  await expect(writer).toHaveURL(/said=written/);
  return alert;
}

/** Who works there: an author and her colleague, an editor of the city, an official of the next commune. */
async function staffOf({ come, read: open, places, database }: QuietPortal) {
  const [city = { id: '' }] = await read<Made>(database, `SELECT id FROM unit WHERE level = 'province'`);
  const author = await open(await come('commune_official', places.commune));
  const colleague = await open(await come('commune_official', places.commune));
  const neighbour = await open(await come('commune_official', places.next));
  return { author, colleague, neighbour, editor: await open(await come('editor', city)) };
}

/** Pages of the place where readers are warned, in Vietnamese and English by turns: the commune's, lists narrowed to it, of a session held there. */
async function warnedAt({ database, places: { commune } }: QuietPortal) {
  const [{ slug } = { slug: '' }] = await read<{ slug: string }>(
    database,
    `SELECT slug FROM unit WHERE id = '${commune.id}'`,
  );
  const course = await createCourse(database);
  const hours = { startsAt: `${dayFromNow(9)}T08:00:00+07:00`, endsAt: `${dayFromNow(9)}T09:30:00+07:00` };
  const session = await createSession(database, { course, unit: commune, ...hours });
  return [
    `/xa-phuong/${slug}`,
    `/en/communes/${slug}`,
    `/tap-huan/${session.slug}`,
    `/en/stories?commune=${slug}`,
    `/cam-nang?commune=${slug}`,
    `/en/trainings/${session.slug}/keep-a-seat`,
    `/bao-khi-co-lop?commune=${slug}`,
  ] as const;
}

/** Sends it out at once: not before she has said why, and what else she typed stays. */
async function force(author: Reader, alert: string) {
  await author.goto(alert);
  await unfold(author, 'Cảnh báo gấp: đăng ngay, duyệt sau');
  await send(author, 'Đăng cảnh báo ngay', { endDay: dayFromNow(2), reason: '' });
  await expect(author.locator('[name="reason"][aria-invalid]')).toHaveCount(1);
  await send(author, 'Đăng cảnh báo ngay', { reason: WHY });
  await expect(author).toHaveURL(/said=forced/);
}

/** On her first page, in the list and on its own page: nobody has approved it, and why it could not wait. */
async function expectFlagged(
  one: Reader,
  alert: string,
  title: string,
  { task, approves }: { task: string; approves: boolean },
) {
  await one.goto('/admin');
  await expect(one.locator('main')).toContainText(task);
  await one.goto('/admin/articles?kind=alert&approval=missing');
  await expect(one.getByRole('row').filter({ hasText: title }).getByText(BADGE)).toBeVisible();
  await one.goto(alert);
  await expect(one.getByText(BADGE).first()).toBeVisible();
  await expect(one.locator('figure', { hasText: WHY })).toHaveCount(1);
  await expect(one.getByRole('button', { name: 'Đã đọc, duyệt' })).toHaveCount(approves ? 1 : 0);
}

test('an alert goes out at once with why it cannot wait, and stands as a flag with everybody who works there until a second person approves it', async ({
  quiet,
}) => {
  const { author, colleague, neighbour, editor } = await staffOf(quiet);
  const titles: [string, string] = [`Giả công an ${Date.now()}`, `False police ${Date.now()}`];
  const alert = await writeAlert(author, titles);
  const [reader, pages] = [await quiet.read(), await warnedAt(quiet)];
  // each is drawn before, and kept where pages are
  for (const [n, page] of pages.entries()) {
    await reader.goto(page);
    await expect(reader.getByText(titles[n % 2] ?? '')).toHaveCount(0);
  }
  await force(author, alert);
  for (const [n, page] of pages.entries())
    await expect(async () => {
      await reader.goto(page);
      expect(await reader.getByText(titles[n % 2] ?? '').count()).toBeGreaterThan(0);
    }).toPass({ timeout: 10_000 });
  await expect(reader.getByText(WHY)).toHaveCount(0);

  await expect(author.getByText('Người đã viết hoặc đã đăng gấp không tự duyệt.')).toBeVisible();
  await expectFlagged(author, alert, titles[0], { task: WAITS, approves: false });
  for (const one of [colleague, editor])
    await expectFlagged(one, alert, titles[0], { task: 'chờ chị duyệt', approves: true });
  expect((await neighbour.goto(alert)).status()).toBe(404);
  await neighbour.goto('/admin');
  await expect(neighbour.getByText(WAITS)).toHaveCount(0);

  await send(colleague, 'Đã đọc, duyệt');
  await expect(colleague).toHaveURL(/said=confirmed/);
  for (const one of [author, colleague, editor]) {
    await one.goto(alert);
    await expect(one.getByText(BADGE)).toHaveCount(0);
    await expect(one.getByText('đọc và duyệt bản số 1 đã đăng gấp')).toBeVisible();
    await expect(one.getByRole('listitem').filter({ hasText: 'cho đăng gấp bản số 1' })).toContainText(WHY);
  }
  await reader.goto(pages[0]);
  await expect(reader.getByText(titles[0]).first()).toBeVisible();
  const [year, month, day] = dayFromNow(2).split('-');
  await expect(reader.getByText(`Đến hết ngày ${day}/${month}/${year}`).first()).toBeVisible();

  // nobody after this one is warned by it
  await unfold(colleague, 'Gỡ bài');
  await send(colleague, 'Gỡ bài', { reason: 'Công an đã bắt được nhóm này.' });
  await expect(colleague).toHaveURL(/said=withdrawn/);
});
