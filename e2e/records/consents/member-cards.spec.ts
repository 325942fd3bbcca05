import { createHash, randomBytes } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import type pg from 'pg';
import { createMember } from '../../../test/factories/people';
import { type Made, read } from '../../../test/factories/write';
import { violationsOf } from '../../support/page/axe';
import { expectRoomForLargeText } from '../../support/page/large-text';
import { expect } from '../../support/reader/expect';
import type { Reader } from '../../support/reader/reader';
import { openDatabase } from '../../support/stage/stage';
import { test } from '../../support/test';

const DIGITS = '402917';
const NAME = 'Điểu Thị Thẻ Vàng';
let database: pg.Client;
let place: Made;

test.beforeAll(async () => {
  database = await openDatabase();
  const [unit] = await read<Made>(
    database,
    `SELECT g.unit_id AS id FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.email = 'khupho5@demo.invalid'`,
  );
  if (!unit) throw new Error('the demonstration data has no head');
  place = unit;
});
test.afterAll(() => database.end());

const nameOf = () => `${NAME} ${randomBytes(3).toString('hex').replace(/\d/g, 'x')}`;

/** Puts a code on the card that a test knows: the one on its paper only the portal can make. */
async function scannedCode(personId: string): Promise<string> {
  const token = randomBytes(32).toString('hex');
  const hash = createHash('sha256').update(token).digest();
  await database.query(`UPDATE member_card SET token_hash = $1 WHERE person_id = $2 AND ended_at IS NULL`, [
    hash,
    personId,
  ]);
  return `/hv/${token}`;
}

/** Makes, prints and hands over the card of a new member, as her head does. */
async function handOver(head: Reader, digits = DIGITS) {
  const name = nameOf();
  const { id } = await createMember(database, place, { name });
  const page = `/admin/people/${id}/member-card`;
  await head.goto(page);
  await head.getByRole('button', { name: 'Làm thẻ' }).click();
  await expect(head.getByText('Đã làm thẻ. In ra rồi trao tận tay.')).toBeVisible();
  await head.goto('/admin/people/member-cards');
  await expect(head.getByRole('link', { name })).toBeVisible();
  const paper = await head.request.get(`${page}/print`);
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await head.goto(page);
  await head.getByLabel('Sáu số', { exact: true }).fill(digits);
  await head.getByLabel('Nhập lại sáu số').fill(digits);
  await head.getByRole('button', { name: 'Trao thẻ' }).click();
  await expect(head.getByText('Đã trao thẻ.')).toBeVisible();
  return { id, name, page, code: await scannedCode(id) };
}

const phoneOf = async (browser: Browser): Promise<Page> =>
  (await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })).newPage();

async function type(phone: Page, digits: string) {
  await phone.getByLabel('Nhập sáu số của chị').fill(digits);
  await phone.getByRole('button', { name: 'Mở' }).click();
}

const fits = async (phone: Page) => expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

test('a card is printed, handed over and opened on any phone; what it opens is over by itself, and nothing of it stays', async ({
  readAs,
  browser,
}) => {
  const head = await readAs('khupho5');
  const { id, page, code } = await handOver(head);
  const phone = await phoneOf(browser);
  await phone.goto(code);
  expect(new URL(phone.url()).pathname).toBe('/the-hoi-vien');
  await fits(phone);
  await type(phone, '509381');
  await expect(phone.getByRole('alert')).toContainText('Sáu số không đúng');
  await type(phone, DIGITS);
  await expect(phone.getByRole('heading', { level: 1 })).toContainText('Chào chị');
  expect(new URL(phone.url()).pathname).toBe('/the-hoi-vien');
  for (const part of ['Vé của tôi', 'Dữ liệu của tôi', 'Thẻ', 'Sổ kỹ năng']) {
    await phone.getByRole('link', { name: part, exact: true }).click();
    await fits(phone);
  }
  await phone.getByRole('link', { name: 'Dữ liệu của tôi' }).click();
  await expect(phone.getByText('Mở dữ liệu của mình bằng thẻ hội viên')).toBeVisible();
  const answer = await phone.request.get('/the-hoi-vien?part=data');
  expect(answer.headers()).toMatchObject({
    'cache-control': 'private, no-store',
    refresh: expect.stringMatching(/^\d{3}; url=\/the-hoi-vien\?said=over$/),
  });
  const jar = (await phone.context().cookies()).filter(({ name }) => name.includes('member-card'));
  expect(jar).toMatchObject([{ httpOnly: true, sameSite: 'Strict', path: '/' }]);
  const earlier = `UPDATE member_card_opening o SET opened_at = opened_at - interval '10 minutes', expires_at = expires_at - interval '10 minutes' FROM member_card c WHERE c.id = o.card_id AND c.person_id = $1`;
  await database.query(earlier, [id]);
  await phone.reload();
  await expect(phone.getByText('Quét mã QR trên thẻ hội viên')).toBeVisible();
  await expect(phone.getByText('Chào chị')).toHaveCount(0);
  await head.goto(page);
  await expect(head.getByText('Mở lần gần nhất')).toBeVisible();
  await phone.context().close();
});

test('five wrong ones let this card wait and no other in the hall; a lost one opens nothing, like one that never was', async ({
  readAs,
}) => {
  const head = await readAs('khupho5');
  const [hers, another] = [await handOver(head), await handOver(head, '739205')];
  const phone = await readAs();
  await phone.goto(hers.code);
  for (const _ of Array(5)) {
    await phone.getByLabel('Nhập sáu số của chị').fill('509381');
    await phone.getByRole('button', { name: 'Mở' }).click();
  }
  await expect(phone.getByRole('alert')).toContainText('Chị chờ 1 phút');
  const neighbour = await readAs();
  await neighbour.goto(another.code);
  await neighbour.getByLabel('Nhập sáu số của chị').fill('739205');
  await neighbour.getByRole('button', { name: 'Mở' }).click();
  await expect(neighbour.getByRole('heading', { level: 1 })).toContainText('Chào chị');
  await neighbour.getByRole('button', { name: 'Đóng ngay' }).click();
  await expect(neighbour.getByText('Đã đóng. Trên máy này không còn lại gì của chị.')).toBeVisible();

  await head.goto(hers.page);
  await head.getByRole('button', { name: 'Báo mất thẻ' }).click();
  await expect(head.getByText('Thẻ đã hết hiệu lực.')).toBeVisible();
  const answers: string[] = [];
  for (const code of [hers.code, `/hv/${'0'.repeat(64)}`]) {
    const stranger = await readAs();
    await stranger.goto(code);
    await expect(stranger.getByText('Thẻ này không mở được')).toBeVisible();
    answers.push((await stranger.getByRole('main').textContent()) ?? '');
  }
  expect(answers[0]).toBe(answers[1]);
});

test('pages of the card are good to read at 360 px and twice as large, in both languages', async ({
  readAs,
  signInAs,
  browser,
}) => {
  const head = await readAs('khupho5');
  const { code, page } = await handOver(head);
  const desk = await signInAs('khupho5');
  await desk.goto(page);
  expect(await violationsOf(desk)).toEqual([]);
  await expectRoomForLargeText(desk, page);
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const phone = await context.newPage();
  await phone.goto(`/en${code}`);
  expect(await violationsOf(phone)).toEqual([]);
  await phone.getByLabel('Type your six digits').fill(DIGITS);
  await phone.getByRole('button', { name: 'Open', exact: true }).click();
  for (const part of ['passport', 'places', 'data', 'card']) {
    await phone.goto(`/en/member-card?part=${part}`);
    expect(await violationsOf(phone)).toEqual([]);
    await expectRoomForLargeText(phone, part);
  }
  await context.close();
});
