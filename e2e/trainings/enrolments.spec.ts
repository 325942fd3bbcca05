import type pg from 'pg';
import type { Locale } from '../../i18n/locales';
import { type Made, read } from '../../test/factories/write';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { choosePlaces, openDatabase } from '../support/stage/stage';
import { newPhone, openSession, secretTold } from '../support/stage/trainings';
import { chooseUnit } from '../support/stage/units';
import { test } from '../support/test';

let database: pg.Client;
test.beforeAll(async () => {
  database = await openDatabase();
});
test.afterAll(() => database.end());

const words = {
  vi: { name: 'Tên của chị', phone: 'Số điện thoại', send: /^(Giữ chỗ|Vào danh sách chờ)$/ },
  en: { name: 'Your name', phone: 'Phone number', send: /^(Reserve the seat|Join the waiting list)$/ },
};

async function fill(page: Reader, locale: Locale, name: string, phone: string) {
  await page.getByLabel(words[locale].name, { exact: true }).fill(name);
  await page.getByLabel(words[locale].phone, { exact: true }).fill(phone);
}
const send = (page: Reader, locale: Locale) => page.getByRole('button', { name: words[locale].send }).click();

/** Signs up in Vietnamese, with a slip at first, and opens her ticket; answers with the words she was answered with. */
async function signUp(page: Reader, slug: string, phone: string) {
  await page.goto(`/tap-huan/${slug}`);
  await expect(page.getByRole('checkbox')).not.toBeChecked();
  await fill(page, 'vi', 'Nguyễn Thị Sáu', phone.slice(1));
  await page.getByLabel('Chị cần giúp gì khi đến lớp').fill('đi xe lăn');
  await page.getByLabel('Số điện thoại', { exact: true }).fill(phone.slice(0, 9));
  await send(page, 'vi');

  // refused: what is wrong stands beside its field, what was typed is kept, and none of it is in the address
  await expect(page).toHaveURL(new RegExp(`/tap-huan/${slug}/giu-cho\\?again=1$`));
  await expect(page.getByRole('alert')).toContainText('Số di động có 10 chữ số');
  await expect(page.getByLabel('Tên của chị')).toHaveValue('Nguyễn Thị Sáu');
  await expect(page.getByLabel('Chị cần giúp gì khi đến lớp')).toHaveValue('đi xe lăn');
  await page.getByLabel('Số điện thoại', { exact: true }).fill(phone);
  await page.getByRole('checkbox').check();
  await send(page, 'vi');
  await expect(page).toHaveURL(new RegExp(`/tap-huan/${slug}/giu-cho\\?said=received$`));
  const answered = await page.locator('main').textContent();
  const keep = page.getByRole('link', { name: 'Lưu vào lịch' });
  await expect(keep).toHaveAttribute('href', new RegExp(`session=${slug}$`));
  await page.goto(`/ve/${await secretTold(database, phone)}`);
  await expect(page.getByText('Đã giữ chỗ')).toBeVisible();
  await expect(page.getByRole('img', { name: 'Mã của vé' })).toBeVisible();
  return answered;
}

/** Signs up in English where no seat is free, and reads her place in the line. */
async function waitInLine(next: Reader, slug: string) {
  await next.goto(`/en/trainings/${slug}`);
  await expect(next.getByRole('heading', { name: 'Join the waiting list' })).toBeVisible();
  const second = newPhone();
  await fill(next, 'en', 'Nguyễn Thị Bảy', second);
  await next.getByRole('checkbox').check();
  await send(next, 'en');
  await expect(next.getByText('We have your name')).toBeVisible();
  await next.goto(`/en/ticket/${await secretTold(database, second)}`);
  await expect(next.getByText('Your place in line')).toBeVisible();
}

/** The same number again: the same answer, word for word, and no ticket for whoever only knows it. */
async function signUpAgain(stranger: Reader, slug: string, phone: string, answered: string | null) {
  await stranger.goto(`/tap-huan/${slug}/giu-cho`);
  await fill(stranger, 'vi', 'Người Lạ', `+84${phone.slice(1)}`);
  await stranger.getByRole('checkbox').check();
  await send(stranger, 'vi');
  await expect(stranger.getByText('Đã nhận tên của chị')).toBeVisible();
  expect(await stranger.locator('main').textContent()).toBe(answered);
  expect(await stranger.content()).not.toMatch(/\/ve\/[a-z2-7]{26}/);
}

test.describe('without a script', () => {
  test('a woman signs up in Vietnamese, the next one waits in English, is offered the seat given back, and takes it', async ({
    readAs,
  }) => {
    const page = await readAs();
    const { commune } = await choosePlaces(database);
    const { slug } = await openSession(database, commune, 1);
    const phone = newPhone();
    const answered = await signUp(page, slug, phone);
    const first = page.url();
    const next = await readAs();
    await waitInLine(next, slug);
    await signUpAgain(await readAs(), slug, phone, answered);

    await page.locator('summary', { hasText: 'Tôi không đi được' }).click();
    await page.getByRole('button', { name: 'Trả chỗ này' }).click();
    await expect(page).toHaveURL(first);
    await expect(page.getByText('Đã trả chỗ')).toBeVisible();
    await next.reload();
    await expect(next.getByText('A seat for you')).toBeVisible();
    await next.getByRole('button', { name: 'I take the seat' }).click();
    await expect(next.getByText('Seat kept')).toBeVisible();
  });

  test('a ticket is told to nobody: no store, no search, no referrer; and a wrong secret opens nothing', async ({
    request,
    readAs,
  }) => {
    const page = await readAs();
    const { commune } = await choosePlaces(database);
    const { slug } = await openSession(database, commune, 3);
    await page.goto(`/tap-huan/${slug}`);
    const phone = newPhone();
    await fill(page, 'vi', 'Nguyễn Thị Tám', phone);
    await page.locator('summary', { hasText: 'Đi cùng một chị nữa' }).click();
    await page.getByLabel('Tên chị đi cùng').fill('Nguyễn Thị Chín');
    await page.getByLabel('Số điện thoại chị đi cùng').fill(newPhone());
    await page.getByRole('checkbox').check();
    await send(page, 'vi');
    await expect(page.getByText('Đã nhận tên của chị')).toBeVisible();
    await page.goto(`/ve/${await secretTold(database, phone)}`);
    await expect(page.getByText('Đi cùng: Nguyễn Thị Chín')).toBeVisible();

    const answer = await request.get(page.url());
    expect(answer.headers()).toMatchObject({ 'referrer-policy': 'same-origin', 'x-robots-tag': 'noindex, nofollow' });
    expect(answer.headers()['cache-control']).toContain('no-store');
    const calendar = await request.get(`${page.url()}/lich.ics`);
    expect(calendar.headers()['cache-control']).toContain('no-store');
    expect(await calendar.text()).toContain('BEGIN:VEVENT');
    const wrong = page.url().replace(/.$/, (letter) => (letter === 'a' ? 'b' : 'a'));
    expect((await request.get(wrong)).status()).toBe(404);
    expect((await request.get(`${wrong}/lich.ics`)).status()).toBe(404);
  });

  test('where there is no class she leaves her wish, and officials of her commune read how many wait', async ({
    readAs,
  }) => {
    const page = await readAs();
    await page.goto('/bao-khi-co-lop?commune=long-hung');
    await page.getByLabel('Chị muốn học gì').selectOption({ index: 2 });
    const wanted = await page.getByLabel('Chị muốn học gì').locator('option:checked').textContent();
    await page.getByLabel('Tên của chị').fill('Nguyễn Thị Mười');
    await page.getByRole('textbox', { name: 'Số điện thoại' }).fill(newPhone());
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Báo tôi khi có lớp' }).click();
    await expect(page.getByText('Hội đã ghi')).toBeVisible();
    const official = await readAs('longhung');
    await official.goto('/admin/trainings/topic-waits');
    await expect(official.getByRole('heading', { name: wanted ?? '' })).toBeVisible();
    await official.getByRole('link', { name: new RegExp(`Mở buổi ?: ${wanted}, Long Hưng`) }).click();
    await expect(official.getByLabel('Khóa').locator('option:checked')).toHaveText(wanted ?? '');
  });
});

test('an official enrols two members by name; the neighbour finds nothing there', async ({ signInAs, readAs }) => {
  const [longHung] = await read<Made>(database, `SELECT id FROM unit WHERE slug = 'long-hung' AND level = 'commune'`);
  const session = await openSession(database, longHung ?? { id: '' }, 1);
  const page = await signInAs('longhung');
  await page.goto(`/admin/trainings/${session.id}/participants`);
  await page.getByRole('link', { name: 'Đăng ký cho hội viên' }).click();
  await chooseUnit(page, 'Đơn vị', 'Chi hội Khu phố 1');
  const boxes = page.locator('input[name="personIds[]"]');
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole('button', { name: 'Đăng ký cho những chị đã chọn' }).click();
  await expect(page.getByText('Đã đăng ký: 1 chị có chỗ, 1 chị vào danh sách chờ')).toBeVisible();

  await page.goto(`/admin/trainings/${session.id}/participants`);
  await expect(page.getByRole('row')).toHaveCount(3);
  const first = page.getByRole('row').nth(1);
  await first.locator('summary').click();
  await first.getByRole('button', { name: 'Rút tên khỏi lớp' }).click();
  await expect(page.getByText('Đã rút tên.')).toBeVisible();
  await expect(page.getByRole('row').nth(2)).toContainText('Được mời');
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  const neighbour = await readAs('trangdai');
  for (const part of ['participants', 'enrol', 'participants/export?format=csv'])
    expect((await neighbour.request.get(`/admin/trainings/${session.id}/${part}`)).status()).toBe(404);
});
