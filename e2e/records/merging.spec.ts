import { createAccount } from '../../test/factories/accounts';
import { createPair } from '../../test/factories/pairs';
import { createMember } from '../../test/factories/people';
import { type Made, read } from '../../test/factories/write';
import { expect } from '../support/reader/expect';
import { labelsOf, nameOf, textOf } from '../support/reader/names';
import type { Reader } from '../support/reader/reader';
import { membersOf, type Woman } from '../support/stage/members';
import { openDatabase } from '../support/stage/stage';
import { chooseUnit } from '../support/stage/units';
import { test } from '../support/test';

const nameIn = (page: Reader, name: string) => page.getByRole('heading', { level: 1, name });

// they look for women whose records fit, which takes several pages
test.beforeEach(() => test.slow());

test('two records of one woman in Long Hưng become one, field by field, and are parted again', async ({ readAs }) => {
  const page = await readAs('longhung');
  const women = await membersOf('long-hung', 'Chi hội Khu phố 6');
  const [kept, other] = women.slice(-2) as [Woman, Woman];
  await page.goto(`/admin/people/${kept.id}/merge?q=${encodeURIComponent(other.name)}`);
  await page.locator(`a[href$="with=${other.id}"]`).click();
  await expect(page.getByRole('table', { name: 'Sẽ chuyển sang' })).toContainText('Thời gian là hội viên');
  await page.getByRole('group', { name: 'Họ và tên' }).getByText(other.name).click();
  await page.getByRole('button', { name: 'Gộp hai hồ sơ' }).click();
  await expect(page).toHaveURL(/said=merged/);
  await expect(nameIn(page, other.name)).toBeVisible();

  // the old address of each part leads who may open it to the same part of the record that stands
  const parts = ['', '/consents', '/consents/sheet', '/consents/pictures', '/sensitive', '/own-data'];
  for (const part of parts) {
    await page.goto(`/admin/people/${other.id}${part}`);
    await expect(page).toHaveURL(new RegExp(`/admin/people/${kept.id}${part}$`));
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(other.name) })).toBeVisible();
  }
  const [neighbour, head] = [await readAs('trangdai'), await readAs('khupho5')];
  for (const stranger of [neighbour, head])
    for (const part of parts)
      expect((await stranger.request.get(`/admin/people/${other.id}${part}`)).status(), part).toBe(404);

  await page.goto(`/admin/people/${other.id}/merge`);
  await expect(page).toHaveURL(new RegExp(`/admin/people/${kept.id}/merge`));
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(page).toHaveURL(/said=undone&left=0/);
  await expect(nameIn(page, kept.name)).toBeVisible();
  await page.goto(`/admin/people/${other.id}/merge`);
  await expect(nameIn(page, other.name)).toBeVisible();
});

test('Long Hưng asks for a woman of Trảng Dài without seeing her; asked twice is once; agreed, she belongs to Long Hưng', async ({
  readAs,
}) => {
  const [asker, keeper] = [await readAs('longhung'), await readAs('trangdai')];
  const women = await membersOf('trang-dai', 'Chi hội Khu phố 1');
  const names = women.map(({ name }) => name);
  let moved: Woman | undefined;
  for (const woman of women
    .filter(({ name, year }) => year && names.indexOf(name) === names.lastIndexOf(name))
    .reverse()) {
    await keeper.goto(`/admin/people/${woman.id}/handover`);
    const held = keeper.getByRole('combobox', { name: /^(Chức danh|Kèm cặp|Học trong cặp)/ });
    if ((await held.count()) === 0) moved = woman;
    if (moved) break;
  }
  if (!moved) throw new Error('every woman of that unit has an office or a pair');
  const her = moved;
  expect((await asker.goto(`/admin/people/${her.id}/merge`)).status()).toBe(404);

  const ask = async (name: string) => {
    await asker.goto('/admin/people/requests/new');
    await chooseUnit(asker, 'Về chi hội, tổ', 'Chi hội Khu phố 5');
    await asker.getByLabel('Họ và tên').fill(name);
    await asker.getByLabel('Năm sinh').fill(her.year);
    await asker.getByRole('button', { name: 'Gửi hỏi' }).click();
    await expect(asker).toHaveURL(/said=asked/);
    await expect(asker.getByText('Nếu Hội có hồ sơ như vậy')).toBeVisible();
  };
  const missing = `Không Có Ai ${Date.now()}`;
  for (const name of [her.name, her.name, missing]) await ask(name);
  for (const name of [her.name, missing])
    await expect(asker.getByRole('row', { name: new RegExp(`${name}.*Đang chờ`) })).toHaveCount(1);
  await asker.getByRole('button', { name: `Rút lại ${missing}` }).click();
  await expect(asker.getByText('Đã rút lại yêu cầu')).toBeVisible();
  await expect(asker.getByRole('row', { name: new RegExp(`${missing}.*Đã rút lại`) })).toHaveCount(1);

  await keeper.goto('/admin');
  await expect(keeper.getByText('yêu cầu về hội viên chờ trả lời')).toBeVisible();
  await keeper.goto('/admin/people/requests');
  const request = keeper.locator('section', { has: keeper.getByRole('heading', { name: new RegExp(her.name) }) });
  await expect(request).toHaveCount(1);
  await request.getByRole('radio', { name: /^Đồng ý/ }).check();
  await request.getByRole('button', { name: 'Gửi trả lời' }).click();
  await expect(keeper.getByText('Đã đồng ý')).toBeVisible();

  await asker.goto(`/admin/people/${her.id}/merge`);
  await expect(nameIn(asker, her.name)).toBeVisible();
  expect((await keeper.goto(`/admin/people/${her.id}/merge`)).status()).toBe(404);
  expect((await membersOf('long-hung', 'Chi hội Khu phố 5')).map(({ id }) => id)).toContain(her.id);
});

/** A day that many days from now, as people read it and as the database keeps it. */
function dayFromNow(days: number) {
  const kept = new Date(Date.now() + days * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);
  return { kept, read: kept.split('-').reverse().join('/') };
}

/** One woman in both communes: in Long Hưng she guides a third woman, in Trảng Dài she has learned from her since. */
async function makeCrossing() {
  const database = await openDatabase();
  const unitOf = async (commune: string, name: string) => {
    const [unit] = await read<Made>(
      database,
      `SELECT s.unit_id AS id FROM unit_span s JOIN unit c ON c.id = s.commune_id AND c.slug = '${commune}'
       JOIN unit_name n ON n.unit_id = s.unit_id AND n.name = '${name}' WHERE s.is_last AND s.level = 'sub_association'`,
    );
    if (!unit) throw new Error(`the demonstration data has no ${name} in ${commune}`);
    return unit;
  };
  const here = await unitOf('long-hung', 'Chi hội Khu phố 6');
  const there = await unitOf('trang-dai', 'Chi hội Khu phố 2');
  const mark = `${Date.now()}`.slice(-6).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
  const own = await createMember(database, here, { name: `Trịnh Thị Chéo ${mark}`, birthYear: 1981 });
  const other = await createMember(database, there, { name: `Trịnh Thị Chéo Hai ${mark}`, birthYear: 1981 });
  const third = await createMember(database, there, { name: `Phùng Thị Ba ${mark}` });
  await createPair(database, here, own, third, { from: dayFromNow(-90).kept });
  await createPair(database, there, third, other, { from: dayFromNow(-20).kept });
  await database.end();
  return { own: own.id, absorbed: other.id, other: `Trịnh Thị Chéo Hai ${mark}`, third: `Phùng Thị Ba ${mark}` };
}

test('agreed across communes, who agrees says on her phone which of two opposite pairs stands, and the asker reads what was lost', async ({
  database,
  signInAs,
}) => {
  const { own, other, third, absorbed } = await makeCrossing();
  const [asker, keeper] = [await signInAs('longhung'), await signInAs('trangdai')];
  await asker.goto(`/admin/people/requests/new?own=${own}`);
  await asker.getByLabel('Họ và tên').fill(other);
  await asker.getByLabel('Năm sinh').fill('1981');
  await asker.getByRole('button', { name: 'Gửi hỏi' }).click();
  await expect(asker).toHaveURL(/said=asked/);

  await keeper.setViewportSize({ width: 360, height: 740 });
  await keeper.goto('/admin/people/requests');
  const request = keeper.locator('section', { has: keeper.getByRole('heading', { name: new RegExp(other) }) }).last();
  const question = request.getByRole('group', { name: `Hai cặp ngược chiều với chị ${third}` });
  await expect(question).toContainText(`Chị ${third} kèm chị ấy, từ ${dayFromNow(-20).read} đến nay`);
  // of the pair in Long Hưng no more than that it is there
  await expect(question).toContainText(`Chị ấy kèm chị ${third}, cặp ghi ở nơi khác`);
  await expect(question).not.toContainText(dayFromNow(-90).read);
  expect(await keeper.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const [agreed, reason, send] = [
    request.getByRole('radio', { name: /^Đồng ý/ }),
    request.getByRole('textbox', { name: 'Lý do' }),
    request.getByRole('button', { name: 'Gửi trả lời' }),
  ];
  await agreed.check();
  await reason.fill('Đúng là một chị.');
  await send.click();
  await expect(request.getByRole('alert')).toContainText('Chị chọn cặp nào giữ lại');
  const learns = question.getByRole('radio', { name: new RegExp(`^Chị ${third} kèm chị ấy`) });
  await learns.check();

  // what is in the way is told as to one who keeps one of the two records, and nothing she chose is lost
  const [, account] = await Promise.all([own, absorbed].map((id) => createAccount(database, { person: { id } })));
  await send.click();
  await expect(request.getByRole('alert')).toContainText('khóa tài khoản của hồ sơ ở đây, rồi gửi lại trả lời này');
  await expect(reason).toHaveValue('Đúng là một chị.');
  for (const choice of [agreed, learns]) await expect(choice).toBeChecked();
  await database.query('UPDATE account SET disabled_at = now() WHERE id = $1', [account?.id]);
  await send.click();
  await expect(keeper.getByText('Đã đồng ý')).toBeVisible();

  await asker.goto('/admin/people/requests');
  await asker
    .getByRole('row', { name: new RegExp(other) })
    .getByRole('link', { name: 'Xem hồ sơ đã gộp' })
    .click();
  await expect(asker).toHaveURL(new RegExp(`/admin/people/${own}/merge`));
  const done = asker.getByRole('table', { name: 'Các lần gộp vào hồ sơ này' });
  await expect(done).toContainText(`giữ cặp chị ấy học; cặp kia mất các ngày từ ${dayFromNow(-20).read} đến nay`);
  await asker.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(asker).toHaveURL(/said=undone&left=0/);
});

test('who leaves hands over everything in one form, and nothing hangs on her afterwards', async ({ readAs }) => {
  const page = await readAs('longhung');
  const women = await membersOf('long-hung', 'Chi hội Khu phố 3', { busy: true });
  const items = page.locator('select[name="choices[]"]');
  let found: Woman | undefined;
  for (const woman of women) {
    await page.goto(`/admin/people/${woman.id}/handover`);
    if ((await items.count()) > 1) found = woman;
    if (found) break;
  }
  expect(found).toBeTruthy();
  // each choice is named by the thing itself, which stands nowhere beside it a second time
  for (const item of items.elements()) {
    const name = nameOf(item);
    expect(labelsOf(item).map(textOf)).toEqual([name]);
    const around = Array.from(item.closest('li')?.querySelectorAll('*') ?? []);
    const same = around.filter((part) => textOf(part) === name && part.children.length === 0);
    expect(same, name).toHaveLength(1);
  }
  await page.getByLabel('Lý do').fill('Nghỉ hưu');
  await page.getByRole('button', { name: 'Bàn giao', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('Lý do')).toHaveValue('Nghỉ hưu');
  await page.getByLabel('Một người nhận tất cả').selectOption({ index: 3 });
  await page.getByRole('button', { name: 'Bàn giao', exact: true }).click();
  await expect(page).toHaveURL(/said=handed/);
  await expect(items).toHaveCount(0);
});
