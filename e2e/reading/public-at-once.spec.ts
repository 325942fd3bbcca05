import { createModel } from '../../test/factories/digital-models';
import { createPair } from '../../test/factories/pairs';
import { createMember, createPerson } from '../../test/factories/people';
import { createCourse, createSession } from '../../test/factories/trainings';
import { createSubAssociation } from '../../test/factories/units';
import { type Made, read, unique } from '../../test/factories/write';
import { ONE_LOOK, soon } from '../support/page/soon';
import type { QuietPortal } from '../support/processes/quiet-portal';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { newPhone, openSession, secretTold } from '../support/stage/trainings';
import { test } from '../support/test';

/*
 * Pages are kept for everybody: a form that changes what one says has it drawn anew within a second. In a portal where nothing else
 * happens, for what others change drops the same pages.
 */

// one portal of their own for all of them
test.describe.configure({ mode: 'default' });

/** The page of the commune as a reader has it, read once, so that it is kept. */
async function readCommune(quiet: QuietPortal, commune: Made): Promise<Reader> {
  const [unit] = await read<{ slug: string }>(quiet.database, `SELECT slug FROM unit WHERE id = '${commune.id}'`);
  const reader = await quiet.read();
  for (const _ of [1, 2]) await reader.goto(`/xa-phuong/${unit?.slug}`);
  return reader;
}

/** How many sub-associations of the commune are covered, as its page says. */
async function covered(reader: Reader): Promise<number> {
  await reader.reload();
  const figure = reader.locator('p').filter({ hasText: 'chi hội có Gia đình số gắn với cặp 1+1' }).first();
  return Number.parseInt((await figure.textContent()) ?? '', 10);
}

const dayFromNow = (days: number) =>
  new Date(Date.now() + days * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);

/** Letters that no other name has. */
const word = () => unique().replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');

test('a session that the commune approves stands on its page within a second', async ({ quiet }) => {
  const { database, places } = quiet;
  const title = `Lớp ${unique()}`;
  const when = { startsAt: `${dayFromNow(3)}T08:00:00+07:00`, endsAt: `${dayFromNow(3)}T09:00:00+07:00` };
  const course = await createCourse(database, { title });
  const session = await createSession(database, { course, unit: places.subAssociation, state: 'proposed', ...when });
  const reader = await readCommune(quiet, places.commune);
  await expect(reader.getByText(title)).toHaveCount(0);

  const official = await quiet.read(await quiet.come('commune_official', places.commune));
  await official.goto(`/admin/trainings/${session.id}`);
  await official.getByRole('button', { name: 'Duyệt buổi này', exact: true }).click();
  await expect(official).toHaveURL(/said=approved/);
  await soon(reader, () => expect(reader.getByText(title).first()).toBeVisible(ONE_LOOK));
});

test('the page of a session says within a second that its last seat was taken, and that it was given back', async ({
  quiet,
}) => {
  const { database, places } = quiet;
  const { slug } = await openSession(database, places.commune, 1);
  const reader = await quiet.read();
  const offered = () => reader.getByRole('heading', { name: /^(Giữ chỗ cho tôi|Vào danh sách chờ)$/ });
  for (const _ of [1, 2]) await reader.goto(`/tap-huan/${slug}`);
  await expect(offered()).toHaveText('Giữ chỗ cho tôi');

  const woman = await quiet.read();
  const phone = newPhone();
  await woman.goto(`/tap-huan/${slug}`);
  await woman.getByLabel('Tên của chị', { exact: true }).fill('Nguyễn Thị Sáu');
  await woman.getByLabel('Số điện thoại', { exact: true }).fill(phone);
  await woman.getByRole('checkbox').check();
  await woman.getByRole('button', { name: 'Giữ chỗ', exact: true }).click();
  await expect(woman).toHaveURL(/said=received/);
  await soon(reader, () => expect(offered()).toHaveText('Vào danh sách chờ', ONE_LOOK));

  await woman.goto(`/ve/${await secretTold(database, phone)}`);
  await woman.locator('summary', { hasText: 'Tôi không đi được' }).click();
  await woman.getByRole('button', { name: 'Trả chỗ này' }).click();
  await expect(woman.getByText('Đã trả chỗ')).toBeVisible();
  await soon(reader, () => expect(offered()).toHaveText('Giữ chỗ cho tôi', ONE_LOOK));
});

test('a pair that begins and ends moves the figures of its commune within a second', async ({ quiet }) => {
  const { database, places } = quiet;
  const unit = await createSubAssociation(database, places.commune);
  await createModel(database, unit);
  await createMember(database, unit, { name: `Lê Thị ${word()} Dạy` });
  const learner = await createMember(database, unit, { name: `Lê Thị ${word()} Học` });
  const head = await quiet.read(await quiet.come('sub_association_head', unit));
  const reader = await readCommune(quiet, places.commune);
  const before = await covered(reader);

  await head.goto(`/admin/pairs/new?unit=${unit.id}&learner=${learner.id}`);
  await head
    .getByRole('group', { name: /^Người hướng dẫn/ })
    .getByRole('radio')
    .first()
    .check();
  await head.getByRole('button', { name: 'Ghép cặp', exact: true }).click();
  await expect(head).toHaveURL(/said=paired/);
  await expect.poll(() => covered(reader)).toBe(before + 1);

  const end = head.locator('#end');
  await end.getByLabel('Ghi nhầm').check();
  await end.getByLabel('Cặp này chưa từng có').check();
  await end.getByRole('button', { name: 'Ghi kết thúc' }).click();
  await expect(head).toHaveURL(/said=ended/);
  await expect.poll(() => covered(reader)).toBe(before);
});

test('a pair that is tied to its family counts within a second', async ({ quiet }) => {
  const { database, places } = quiet;
  const unit = await createSubAssociation(database, places.commune);
  await createModel(database, unit);
  const guide = await createMember(database, unit, { name: `Lê Thị ${word()} Dạy` });
  const learner = await createMember(database, unit, { name: `Lê Thị ${word()} Học` });
  const pair = await createPair(database, unit, guide, learner);
  const head = await quiet.read(await quiet.come('sub_association_head', unit));
  const reader = await readCommune(quiet, places.commune);
  const before = await covered(reader);

  await head.goto(`/admin/pairs/${pair.id}`);
  await head.getByRole('button', { name: 'Gắn', exact: true }).click();
  await expect(head).toHaveURL(/said=tied/);
  await expect.poll(() => covered(reader)).toBe(before + 1);
});

test('a guide who becomes a member lets her pair count within a second', async ({ quiet }) => {
  const { database, places } = quiet;
  const unit = await createSubAssociation(database, places.commune);
  const family = await createModel(database, unit);
  const guide = await createPerson(database, unit, { name: `Lê Thị ${word()} Dạy` });
  const learner = await createMember(database, unit, { name: `Lê Thị ${word()} Học` });
  await createPair(database, unit, guide, learner, { tiedTo: family });
  const head = await quiet.read(await quiet.come('sub_association_head', unit));
  const reader = await readCommune(quiet, places.commune);
  const before = await covered(reader);

  await head.goto(`/admin/people/${guide.id}/memberships`);
  await head.getByRole('button', { name: 'Thêm', exact: true }).click();
  await expect(head).toHaveURL(/said=started/);
  await expect.poll(() => covered(reader)).toBe(before + 1);
});
