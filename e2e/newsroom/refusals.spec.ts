import { createMember } from '../../test/factories/people';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { unfold } from '../support/stage/articles';
import { publishPieces } from '../support/stage/pieces';
import { test } from '../support/test';

const field = (page: Reader, name: string) => page.locator(`[name="${name}"]`);
const newer = 'Có người vừa';

/** Writes a text in Vietnamese; answers with the address of its page. */
async function write(writer: Reader, kind: string, body: string): Promise<string> {
  const title = `Bài thử số ${Date.now()}`;
  await writer.goto('/admin/articles/new?way=free');
  await writer.getByLabel(kind, { exact: true }).check();
  await field(writer, 'titleVi').fill(title);
  await field(writer, 'summaryVi').fill(`Các chị trong khu phố chỉ nhau từng bước một, ${Date.now()}.`);
  await field(writer, 'bodyVi').fill(body);
  await writer.getByRole('button', { name: 'Lưu bản nháp' }).click();
  await expect(writer).toHaveURL(/said=drafted/);
  return new URL(writer.url()).pathname;
}

test('of two who arrange a spot the second keeps her days and her lines, and is told of the first; so is who puts a piece there', async ({
  quiet,
}) => {
  const { editors, titles } = await publishPieces(quiet, 'guide', 3);
  const [one = '', other = '', another = ''] = titles;
  const [first, second] = [await quiet.read(editors[0]), await quiet.read(editors[1])];
  const page = '/admin/articles/front?spot=list_guides';
  const put = (by: Reader, title: string) => by.getByRole('button', { name: `Đưa lên đầu ${title}` }).click();
  const removals = (by: Reader) => by.getByRole('button', { name: /^Bỏ / });
  const lines = (by: Reader) => by.locator('fieldset legend');
  await first.goto(page);
  while ((await removals(first).count()) > 0) await removals(first).first().click();
  await put(first, one);
  await expect(first).toHaveURL(/said=put/);

  await second.goto(page);
  await field(second, 'to[line-0]').fill('31/12/2099');
  const third = await quiet.read(editors[1]);
  await third.goto(`${page}&said=arranged`);
  await put(first, other);
  await expect(lines(first)).toHaveCount(2);
  await first.getByRole('button', { name: `Bỏ ${one}` }).click();
  await expect(lines(first)).toHaveCount(1);
  await expect(lines(first)).toContainText(other);

  await second.getByRole('button', { name: 'Lưu thứ tự và ngày' }).click();
  await expect(second.getByText(newer)).toBeVisible();
  await expect(second.getByText('Người kia vừa xếp thế này')).toBeVisible();
  await expect(lines(second)).toContainText(one);
  await expect(field(second, 'to[line-0]')).toHaveValue('31/12/2099');
  await put(third, another);
  await expect(third.getByText(newer)).toBeVisible();
  await expect(third.getByText('Đã lưu. Trang chủ')).toHaveCount(0);

  // sent once more she overwrites knowingly
  await second.getByRole('button', { name: 'Lưu thứ tự và ngày' }).click();
  await expect(second).toHaveURL(/said=arranged/);
  await expect(lines(second)).toContainText(one);
  await removals(second).click();
  await expect(lines(second)).toHaveCount(0);
});

test('of two who write the parts of a guide the second keeps her lines and sees those of the first beside them', async ({
  readAs,
}) => {
  const [first, second] = [await readAs('editor'), await readAs('province')];
  const parts = `${await write(first, 'Cẩm nang', 'Mở đầu.')}/parts`;
  const save = (by: Reader) => by.getByRole('button', { name: 'Lưu các phần' }).click();
  await first.goto(parts);
  await field(first, 'titleVi[need-0]').fill('Điện thoại');
  await save(first);
  await Promise.all([first.goto(parts), second.goto(parts)]);
  await field(second, 'titleVi[need-1]').fill('Mạng');
  await field(second, 'titleVi[trouble-0]').fill('Không vào được');
  await field(second, 'bodyVi[trouble-0]').fill('Thử lại sau.');
  // of the first fewer lines are left than the second has sent
  await field(first, 'titleVi[need-0]').fill('');
  await field(first, 'titleVi[trouble-0]').fill('Quên mật khẩu');
  await field(first, 'bodyVi[trouble-0]').fill('Đặt lại.');
  await save(first);
  await expect(first).toHaveURL(/said=written/);

  await save(second);
  await expect(second.getByText(newer)).toBeVisible();
  await expect(second.getByText('Quên mật khẩu').first()).toBeVisible();
  await expect(field(second, 'titleVi[need-1]')).toHaveValue('Mạng');
  await expect(field(second, 'bodyVi[trouble-0]')).toHaveValue('Thử lại sau.');
  await save(second);
  await expect(second).toHaveURL(/said=written/);
  for (const [at, words] of ['Điện thoại', 'Mạng'].entries())
    await expect(field(second, `titleVi[need-${at}]`)).toHaveValue(words);
});

test('a remark to a passage that was taken out meanwhile is refused, stays as it was typed and can be sent from the head of the text', async ({
  readAs,
}) => {
  const [writer, colleague] = [await readAs('longhung'), await readAs('province')];
  const address = await write(writer, 'Câu chuyện', '## Buổi đầu\n\nMột chị biết.\n\nMột chị học.');
  await colleague.goto(`${address}?lang=vi&remark=3`);
  const text = colleague.getByLabel('Chị thấy cần sửa gì');
  await text.fill('Chị nào học?');
  await writer.goto(`${address}/edit`);
  await field(writer, 'bodyVi').fill('## Buổi đầu');
  await writer.getByRole('button', { name: 'Lưu' }).first().click();
  await expect(writer).toHaveURL(/said=edited/);

  await colleague.getByRole('button', { name: 'Gửi góp ý' }).click();
  await expect(colleague.getByText('Có người vừa sửa đoạn này')).toBeVisible();
  await expect(colleague.getByText('Đoạn ấy không còn trong bài.')).toBeVisible();
  await expect(text).toHaveValue('Chị nào học?');
  await colleague.getByRole('button', { name: 'Gửi góp ý' }).click();
  await expect(colleague).toHaveURL(/said=remarked/);
  await expect(colleague.locator('[data-passage="0"]').getByText('Chị nào học?')).toBeVisible();
});

test('a deed that is folded opens with what was refused in it', async ({ readAs }) => {
  const [writer, colleague] = [await readAs('longhung'), await readAs('province')];
  const address = await write(writer, 'Câu chuyện', 'Một chị biết.');
  await writer.getByRole('button', { name: 'Gửi duyệt', exact: true }).click();
  await expect(writer).toHaveURL(/said=submitted/);
  await colleague.goto(address);
  const send = colleague.getByRole('button', { name: 'Trả lại người viết' });
  await expect(send).toHaveCount(0);
  await colleague.locator('summary').filter({ hasText: 'Trả lại để sửa' }).click();
  await field(colleague, 'remark').fill('À');
  await send.click();
  await expect(send).toBeVisible();
  await expect(field(colleague, 'remark')).toHaveValue('À');
  await expect(colleague.locator('summary').filter({ hasText: 'Hẹn giờ' })).toHaveCount(1);
  await expect(field(colleague, 'day')).toBeHidden();

  // an hour without its day is refused where it was typed
  await field(colleague, 'time').fill('08:00');
  await colleague.getByRole('button', { name: 'Duyệt bài' }).click();
  await expect(colleague.getByText('Hẹn giờ cần đủ cả ngày và giờ.')).toBeVisible();
  await expect(field(colleague, 'time')).toBeVisible();
  await expect(field(colleague, 'time')).toHaveValue('08:00');
});

test('what was typed into a deed that somebody else has made idle meanwhile is told with the refusal, although its form is there no more', async ({
  readAs,
}) => {
  const [writer, first, second] = [await readAs('longhung'), await readAs('editor'), await readAs('province')];
  const address = await write(writer, 'Câu chuyện', 'Một chị biết.');
  await writer.getByRole('button', { name: 'Gửi duyệt', exact: true }).click();
  await expect(writer).toHaveURL(/said=submitted/);
  await Promise.all([first.goto(address), second.goto(address)]);
  await unfold(second, 'Trả lại để sửa');
  await field(second, 'remark').fill('Chị viết rõ ngày giúp em.');
  await first.getByRole('button', { name: 'Duyệt bài' }).click();
  await expect(first).toHaveURL(/said=published/);
  await second.getByRole('button', { name: 'Trả lại người viết' }).click();
  await expect(second.getByRole('alert')).toBeVisible();
  await expect(field(second, 'remark')).toHaveCount(0);
  await expect(second.locator('blockquote').filter({ hasText: 'Chị viết rõ ngày giúp em.' })).toBeVisible();

  // what is withdrawn by one while another says why
  await Promise.all([first.goto(address), second.goto(address)]);
  for (const [by, reason] of [
    [first, 'Sai tên.'],
    [second, 'Chị ấy không muốn nữa.'],
  ] as const) {
    await unfold(by, 'Gỡ bài');
    await field(by, 'reason').fill(reason);
  }
  for (const by of [first, second]) await by.getByRole('button', { name: 'Gỡ bài' }).click();
  await expect(first).toHaveURL(/said=withdrawn/);
  await expect(second.locator('blockquote').filter({ hasText: 'Chị ấy không muốn nữa.' })).toBeVisible();
});

test('a story that names a second woman goes out once who approves it has answered for her name; nothing of what she answered is lost', async ({
  readAs,
}) => {
  const [head, official] = [await readAs('khupho5'), await readAs('longhung')];
  const name = 'Đỗ Thị Kế Bên';
  const address = await write(head, 'Câu chuyện', `Chị ${name} ngồi cạnh cũng làm theo.`);
  await head.getByRole('button', { name: 'Gửi duyệt', exact: true }).click();
  await expect(head).toHaveURL(/said=submitted/);
  await official.goto(address);
  const approve = () => official.getByRole('button', { name: 'Duyệt bài' }).click();
  const [why, how] = [official.getByLabel(name), official.getByLabel('Nếu đồng ý: bằng cách nào')];
  await approve();
  await expect(official.getByText('mà chị chưa cho biết vì sao được nêu')).toBeVisible();
  await why.selectOption('agreed');
  await how.selectOption('phone');
  await approve();
  await expect(official.getByText('chưa ghi đồng ý bằng cách nào, ngày nào')).toBeVisible();
  await expect(why).toHaveValue('agreed');
  await expect(how).toHaveValue('phone');
  await official.getByLabel('Nếu đồng ý: ngày nào').fill('01/10/2026');
  await approve();
  await expect(official).toHaveURL(/said=published/);
  await expect(official.getByText(`${name}: đồng ý nêu tên ngày`)).toBeVisible();
  await expect(why).toHaveCount(0);
});

test('a no on record leads whoever lets a piece out to it, and is put away once she has looked that it is another woman', async ({
  quiet,
}) => {
  const { database, places, come, read } = quiet;
  const head = await read(await come('sub_association_head', places.subAssociation));
  const official = await read(await come('commune_official', places.commune));
  const name = 'Đỗ Thị Trùng Tên';
  const woman = await createMember(database, places.subAssociation, { name });
  const address = await write(head, 'Tin tức', `Chị ${name} mở lớp.`);
  await head.getByRole('button', { name: 'Gửi duyệt', exact: true }).click();
  await official.goto(address);
  await official.getByLabel(name).selectOption('agreed');
  await official.getByLabel('Nếu đồng ý: bằng cách nào').selectOption('phone');
  await official.getByLabel('Nếu đồng ý: ngày nào').fill('01/10/2026');
  await official.getByRole('button', { name: 'Duyệt bài' }).click();
  await expect(official).toHaveURL(/said=published/);

  await official.goto(`/admin/people/${woman.id}/consents`);
  const asked = official.locator('#name_in_story');
  await asked.locator('summary').filter({ hasText: 'Ghi câu trả lời' }).click();
  await asked.getByLabel('Không đồng ý', { exact: true }).check();
  await asked.getByRole('button', { name: 'Lưu câu trả lời' }).click();
  const task = official.getByText('đang nêu tên một người vừa ghi là không cho nêu tên');
  await official.goto('/admin');
  await expect(task).toBeVisible();

  const second = await read(await come('commune_official', places.commune));
  const another = `Đã xem: ${name} trong bài là người khác`;
  for (const each of [official, second]) await each.goto(address);
  await official.getByRole('button', { name: another }).click();
  await expect(official).toHaveURL(/said=nameLookedAt/);
  await expect(official.getByText('tên trong bài là của người khác').first()).toBeVisible();
  await second.getByRole('button', { name: another }).click();
  await expect(second.getByText('có người đã xem trước')).toBeVisible();
  await expect(second.getByRole('button', { name: another })).toHaveCount(0);
  await official.goto('/admin');
  await expect(task).toHaveCount(0);
});

test('a draft that says neither where nor about what leads to where that is written, not into a refusal', async ({
  readAs,
}) => {
  const editor = await readAs('editor');
  await write(editor, 'Tin tức', 'Ở đâu, về gì?');
  await expect(editor.getByRole('button', { name: 'Gửi duyệt', exact: true })).toHaveCount(0);
  await editor.getByRole('link', { name: 'Ghi bài nói về đâu, về gì' }).click();
  await expect(editor.getByRole('heading', { name: 'Bài nói về đâu, về gì' })).toBeVisible();
});
