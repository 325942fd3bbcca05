import type { Page } from '@playwright/test';
import mammoth from 'mammoth';
import readWorkbook from 'read-excel-file/node';
import { expect } from '../support/reader/expect';
import { Reader } from '../support/reader/reader';
import { dayOf, findReminded, forgetReminded, makeUnreported, signings, twoMonths } from '../support/stage/reports';
import { openSession } from '../support/stage/session';
import { test } from '../support/test';

// the second walks on with the reports of the first
test.describe.configure({ mode: 'default', timeout: 240_000 });

/** What goes out as a file says what the page says, by whom and with which figures it was signed. */
async function expectFiles(official: Page, address: string) {
  const row = official
    .getByRole('row')
    .filter({ has: official.getByRole('rowheader', { name: 'Chi hội', exact: true }) });
  const share = (await row.first().getByRole('cell').first().textContent())?.trim();
  const [, sum = 'none'] = /Mã số liệu ([0-9a-f]{16})/.exec((await official.locator('main').textContent()) ?? '') ?? [];
  const file = async (format: string) => {
    const answer = await official.request.get(`${address}/file?format=${format}`);
    expect(answer.status(), format).toBe(200);
    return answer.body();
  };
  const book = await readWorkbook(await file('xlsx'));
  const told = book.flatMap(({ data }) => data).find(([first]) => first === 'Chi hội');
  expect(`${String(told?.[1]).replace('.', ',')}%`).toBe(share);
  const { value } = await mammoth.extractRawText({ buffer: await file('docx') });
  for (const text of ['HỘI LHPN PHƯỜNG LONG HƯNG', ', phường Long Hưng', 'Dương Thị Ngọc Sương', sum])
    expect(value).toContain(text);
  expect((await file('pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  expect((await official.request.get(`${address}/file?format=odt`)).status()).toBe(404);
}

/** Whoever cites a number of the day finds that it was closed, with the snapshot. */
async function expectCited(reader: Reader) {
  const first = new Date(`${new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 8)}01T00:00:00Z`);
  const end = new Date(first.getTime() - 86_400_000).toISOString().slice(0, 10);
  await expect(async () => {
    await reader.goto(`/so-lieu/ty-le-bao-phu-chi-hoi/long-hung/${end}`);
    expect(await reader.content()).toMatch(/Số này đã chốt ngày .* không đổi[\s\S]*<code[^>]*>[0-9a-f]{64}</);
  }).toPass();
}

test('who has not signed is reminded in two taps: the official reads it on her first page, and asking again says that all were reminded', async ({
  readAs,
  signInAs,
  database,
  baseURL,
}) => {
  await forgetReminded(database);
  const [city, other] = [await readAs('province'), await signInAs('province')];
  await city.goto('/admin/reports');
  const first = city.getByRole('link', { name: /^Nhắc (cả )?\d+ xã, phường$/ });
  const missing = Number(/\d+/.exec((await first.textContent()) ?? ''));
  expect(missing).toBeGreaterThan(0);
  await first.click();
  const page = city.url();
  // the same page, open to somebody else before the second tap
  await other.goto(page);
  const send = /^Nhắc \d+ xã, phường$/;
  await city.getByRole('button', { name: send }).click();
  await expect(city.getByRole('status').first()).toContainText(`Đã nhắc ${missing} xã, phường`);
  await expect(city.getByRole('button', { name: send })).toHaveCount(0);
  await expect(city.getByText(`${missing} xã, phường vừa được nhắc, lần này không nhắc lại`)).toBeVisible();
  await other.getByRole('button', { name: send }).click();
  await expect(other.getByRole('alert').first()).toContainText(/vừa nhắc những nơi này ngày .* nhắc lại được từ/);

  const cookie = await openSession(database, await findReminded(database));
  const official = await Reader.open(baseURL ?? '', { cookie });
  await official.goto('/admin');
  await expect(official.getByText('Chị được nhắc ký báo cáo')).toBeVisible();
  expect((await official.goto(page)).status()).toBe(404);
  await official.goto('/admin');
  await official.getByRole('link', { name: 'Mở báo cáo để ký' }).click();
  await expect(official.getByRole('button', { name: 'Ký và gửi báo cáo' })).toBeVisible();
  await official.close();
});

/** Counts the taps and keys of whoever uses a page, over all that it leads to. */
async function watchHands(page: Page): Promise<{ taps: number; keys: number }> {
  const seen = { taps: 0, keys: 0 };
  await page.exposeFunction('seenHands', (type: string) => {
    if (type === 'keydown') seen.keys += 1;
    else seen.taps += 1;
  });
  const watch = () => {
    for (const type of ['pointerdown', 'keydown'])
      addEventListener(type, () => (window as unknown as { seenHands: (type: string) => void }).seenHands(type), true);
  };
  await page.addInitScript(watch);
  await page.evaluate(watch);
  return seen;
}

test('at the month’s end the report is filled in: she signs it in three taps, the city accepts it, the month closes, and is opened again when she asks', async ({
  signInAs,
  readAs,
}) => {
  // what waits leads to the report, which she signs as it stands: whatever she types, or taps beyond three, would be seen
  const official = await signInAs('longhung');
  await official.goto('/admin');
  const touched = await watchHands(official);
  await official.getByRole('link', { name: 'Xem và ký' }).first().click();
  await expect(official.getByRole('heading', { level: 1 })).toContainText('Báo cáo tháng');
  await expect(official.getByRole('heading', { name: 'Tỷ lệ bao phủ' })).toBeVisible();
  const address = new URL(official.url()).pathname;
  await official.getByRole('button', { name: 'Ký và gửi báo cáo' }).click();
  await expect(official.getByText('Đã ký và gửi báo cáo. Giờ Hội cấp thành phố xem và trả lời')).toBeVisible();
  await expect(official.getByText('Chờ nhận')).toBeVisible();
  expect(touched.keys).toBe(0);
  expect(touched.taps).toBeLessThanOrEqual(3);
  expect(touched.taps).toBeGreaterThan(0);

  const city = await signInAs('province');
  await city.goto('/admin/reports?state=submitted');
  await city.getByRole('link', { name: 'Phường Long Hưng', exact: true }).first().click();
  await city.getByRole('button', { name: 'Nhận báo cáo, chốt kỳ' }).click();
  await expect(city.getByText('Đã nhận báo cáo. Kỳ này đã chốt.')).toBeVisible();
  await expect(city.getByRole('link', { name: 'Xem báo cáo còn chờ nhận' })).toBeVisible();
  await expectCited(await readAs());

  await official.goto(address);
  await official.getByText('Xin mở lại', { exact: true }).click();
  await official.getByLabel('Vì sao cần mở lại').fill('Ghi nhầm ngày của một Gia đình số');
  await official.getByRole('button', { name: 'Gửi lời xin mở lại' }).click();
  await expect(official.getByText('Đã gửi lời xin mở lại.')).toBeVisible();

  await city.goto(address);
  await expect(city.getByText('Xã, phường xin mở lại: Ghi nhầm ngày của một Gia đình số')).toBeVisible();
  await city.getByLabel('Lý do').first().fill('Đồng ý cho sửa');
  await city.getByRole('button', { name: 'Mở lại báo cáo' }).click();
  await expect(city.getByText('Đã mở lại.')).toBeVisible();

  // signed anew, both signings stay in its history
  await official.goto(address);
  await expect(official.getByText('Đồng ý cho sửa').first()).toBeVisible();
  await official.getByRole('button', { name: 'Ký và gửi báo cáo' }).click();
  await expect(official.getByText('Đã ký và gửi báo cáo.')).toBeVisible();
  await expect(official.getByText('Ký và gửi', { exact: true })).toHaveCount(2);

  await expectFiles(official, address);
});

test('the neighbour finds nothing of a report, who has no part in reports no page of them', async ({ signInAs }) => {
  const official = await signInAs('longhung');
  await official.goto('/admin/reports');
  const address = (await official.getByRole('row').nth(1).getByRole('link').first().getAttribute('href')) ?? '';
  const neighbour = await signInAs('trangdai');
  expect((await neighbour.goto(address))?.status()).toBe(404);
  expect((await neighbour.request.get(`${address}/file?format=docx`)).status()).toBe(404);
  const trainer = await signInAs('trainer');
  expect((await trainer.goto('/admin/reports'))?.status()).toBe(404);
});

type Both = { official: Reader; city: Reader };

const signOwed = async (official: Reader, address: string) => {
  await official.goto(address);
  const sign = official.getByRole('button', { name: 'Ký và gửi báo cáo' });
  if ((await sign.count()) > 0) await sign.click();
};

/** Accepts the report where that waits; tells whether it was refused because its figures moved since it was signed. */
async function isAccepted(city: Reader, address: string): Promise<boolean> {
  await city.goto(address);
  const accept = city.getByRole('button', { name: 'Nhận báo cáo, chốt kỳ' });
  if ((await accept.count()) > 0) await accept.click();
  return (await city.getByText(/Từ khi ký đến nay, .* đã đổi/).count()) === 0;
}

/** Signs the report where that waits, and the city accepts it: its month is closed. What moved since its signing is signed anew. */
async function close({ official, city }: Both, address: string) {
  await signOwed(official, address);
  if (!(await isAccepted(city, address))) {
    await city.getByText('Trả lại', { exact: true }).first().click();
    await city.getByLabel('Cần xem lại điều gì').fill('Ký lại với số mới');
    await city.getByRole('button', { name: 'Trả lại báo cáo' }).click();
    await expect(city.getByText('Đã trả lại báo cáo.')).toBeVisible();
    await signOwed(official, address);
    await isAccepted(city, address);
  }
  await expect(city.getByText('Đã nhận, đã chốt').first()).toBeVisible();
}

/** The city opens the report, or reads why it cannot yet. */
async function open(city: Reader, address: string, answer: string) {
  await city.goto(address);
  const send = city.getByRole('button', { name: 'Mở lại báo cáo' });
  if ((await send.count()) === 0) await city.getByText('Mở lại báo cáo', { exact: true }).first().click();
  await city.getByLabel('Lý do').first().fill('Thêm một buổi bị sót');
  await send.click();
  await expect(city.getByText(answer).first()).toBeVisible();
}

/** On the page of the report, in the list, in the commune's next one and in the city's. */
async function expectRestated({ official, city }: Both, before: string, last: string) {
  await official.goto(before);
  await expect(official.getByText('Đã ký lại: số cũ và số mới').first()).toBeVisible();
  await expect(official.getByText(/Lý do mở lại: Thêm một buổi bị sót/)).toBeVisible();
  await official.goto('/admin/reports');
  await expect(official.getByText('Đã ký lại').first()).toBeVisible();
  await official.goto(last);
  await expect(official.getByText('Số của kỳ trước đã đổi').first()).toBeVisible();
  await expect(official.getByText(/ký lại .*: Thêm một buổi bị sót/).first()).toBeVisible();
  await city.goto('/admin/reports');
  await city.getByRole('link', { name: 'Báo cáo của thành phố' }).click();
  await expect(city.getByText(/, Long Hưng/).first()).toBeVisible();
}

test('a session of a closed month is refused with the way to ask; opened in order it is reported, signed anew, and both figures are seen', async ({
  readAs,
  database,
}) => {
  const both = { official: await readAs('longhung'), city: await readAs('province') };
  const { official, city } = both;
  const [last = '', before = ''] = await twoMonths(database);
  const day = await dayOf(database, before);
  const session = await makeUnreported(database, day);
  await close(both, before);
  await close(both, last);
  const filed = () => signings(database, before);
  const first = await filed();

  const report = async () => {
    await official.goto(`/admin/trainings/${session}/outcomes/report`);
    await official.getByLabel('Điều làm tốt').fill('Chị em tự đăng nhập được.');
    await official.getByRole('button', { name: 'Gửi báo cáo, khép buổi học' }).click();
  };
  await report();
  await expect(official.getByText(/đã chốt nên việc này không làm được nữa/)).toBeVisible();
  await official.getByRole('link', { name: /Xin thành phố mở lại kỳ báo cáo hết ngày/ }).click();
  expect(new URL(official.url()).pathname).toBe(before);
  await official.getByLabel('Vì sao cần mở lại').fill('Sót một buổi của Khu phố 5');
  await official.getByRole('button', { name: 'Gửi lời xin mở lại' }).click();

  await open(city, before, 'đã chốt. Chị mở lại kỳ ấy trước');
  await open(city, last, 'Đã mở lại.');
  await open(city, before, 'Đã mở lại.');
  await report();
  await official.goto(before);
  await expect(official.getByRole('row', { name: /Buổi tập huấn/ }).first()).toBeVisible();
  await close(both, before);
  await close(both, last);

  await expectRestated(both, before, last);
  expect((await filed()).slice(0, first.length)).toEqual(first);
  expect(await filed()).toHaveLength(first.length + 1);
});
