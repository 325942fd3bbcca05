import { read } from '../../test/factories/write';
import type { QuietPortal } from '../support/processes/quiet-portal';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { draft, handIn, send, unfold, wordsIn } from '../support/stage/articles';
import { chooseUnit } from '../support/stage/units';
import { test } from '../support/test';

const WHY = 'Văn phòng chỉ có một người, vừa viết vừa duyệt.';
const rulings = '/admin/articles/rulings';
const approval = (reader: Reader) => reader.getByRole('button', { name: 'Duyệt bài' });

/** A piece of news that waits for approval. */
async function waiting(writer: Reader, name: string) {
  const title = `${name} ${Date.now()}`;
  const article = await draft(writer, 'news', wordsIn([title, 'Một chị biết.'], [`${title} in English`, 'One knows.']));
  await handIn(writer, article);
  return { article, title };
}

/** Who sits where: the one woman of an office, an editor of the city, an official of the city and one of the next commune. */
async function come({ come, read, places, city }: QuietPortal & { city: { id: string } }) {
  const visitors = [
    await come('commune_official', places.commune),
    await come('editor', city),
    await come('province_official', city),
    await come('commune_official', places.next),
  ] as const;
  const [alone, editor, province, neighbour] = visitors;
  return {
    alone: await read(alone),
    editor: await read(editor),
    province: await read(province),
    neighbour: await read(neighbour),
  };
}

test('the province lets an office of one approve what it writes, on record and with why: colleagues are told so, readers and neighbours are not', async ({
  quiet,
}) => {
  const [city = { id: '' }, office = { id: '', name: '' }] = await read<{ id: string; name: string }>(
    quiet.database,
    `SELECT u.id, coalesce(n.name, '') AS name FROM unit u LEFT JOIN unit_name n ON n.unit_id = u.id
     WHERE u.level = 'province' OR u.id = '${quiet.places.commune.id}' ORDER BY u.level = 'province' DESC`,
  );
  const { alone, editor, province, neighbour } = await come({ ...quiet, city });
  const { article, title } = await waiting(alone, 'Bài của một người');
  await expect(alone.getByText('chờ người khác duyệt')).toBeVisible();
  await expect(approval(alone)).toHaveCount(0);

  await province.goto(rulings);
  await chooseUnit(province, 'Nơi nào', office.name);
  await send(province, 'Cho phép tự duyệt', { reason: '' });
  await expect(province).not.toHaveURL(/said=/);
  await chooseUnit(province, 'Nơi nào', office.name);
  await send(province, 'Cho phép tự duyệt', { reason: WHY });
  await expect(province).toHaveURL(/said=ruled/);
  const ruling = province.getByRole('listitem').filter({ hasText: office.name });
  for (const words of ['Đang được tự duyệt', WHY, 'Người thử cho phép lúc']) await expect(ruling).toContainText(words);

  await alone.goto(article);
  await expect(alone.getByText('Hội đã cho phép nơi này tự duyệt bài mình viết.')).toBeVisible();
  await approval(alone).click();
  await expect(alone).toHaveURL(/said=published/);
  for (const page of [article, `/admin/articles?q=${encodeURIComponent(title)}`]) {
    await editor.goto(page);
    await expect(editor.getByText('Người viết tự duyệt').first()).toBeVisible();
  }
  await editor.goto(article);
  await expect(editor.getByText('tự duyệt bản số 1 mình viết')).toBeVisible();
  const address = await editor.getByRole('link', { name: 'Mở trang tiếng Việt' }).getAttribute('href');
  const reader = await quiet.read();
  expect((await reader.goto(address ?? '')).status()).toBe(200);
  await expect(reader.getByText('tự duyệt')).toHaveCount(0);
  for (const page of [article, rulings]) expect((await neighbour.goto(page)).status(), page).toBe(404);
  expect((await alone.goto(rulings)).status()).toBe(404);

  await province.goto(rulings);
  await unfold(province, 'Cho thôi tự duyệt');
  await send(province, 'Cho thôi', { reason: 'Đã có người thứ hai.' });
  await expect(province).toHaveURL(/said=revoked/);
  await expect(ruling).toContainText('Đã có người thứ hai.');
  await waiting(alone, 'Bài sau đó');
  await expect(alone.getByText('chờ người khác duyệt')).toBeVisible();
  await expect(approval(alone)).toHaveCount(0);
});
