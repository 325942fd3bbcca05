import type pg from 'pg';
import { createArticle } from '../../test/factories/articles';
import { type Made, newId, read, unique, write } from '../../test/factories/write';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { send } from '../support/stage/articles';
import { test } from '../support/test';

/** A public piece of news of Long Hưng. */
async function publicNews(database: pg.Client, title: string, markdown = 'Nội dung.') {
  const [unit = { id: '' }, ...accounts] = [
    ...(await read<Made>(database, `SELECT id FROM unit WHERE slug = 'long-hung'`)),
    ...(await read<Made>(
      database,
      `SELECT id FROM account WHERE email IN ('editor@demo.invalid', 'province@demo.invalid') ORDER BY email`,
    )),
  ];
  const [author = { id: '' }, approver = { id: '' }] = accounts;
  const made = {
    unit,
    author,
    approver,
    title,
    titleEn: `${title} in English`,
    markdown,
    summary: `${title}: một bài để thử, với lời tả riêng.`,
  };
  return createArticle(database, made);
}

/** As if the server behind an address that the piece names had not been found last night. */
async function notReached(database: pg.Client, articleId: string, address: string) {
  const [publication] = await read<Made>(
    database,
    `SELECT id FROM publication WHERE article_id = '${articleId}' AND locale = 'vi'`,
  );
  const link = { id: newId(), address, host: new URL(address).host, state: 'unreached', cause: 'no-name', misses: 1 };
  await write(database, [
    ['link', link],
    ['link_use', { publication_id: publication?.id, link_id: link.id }],
  ]);
}

const listed = (reader: Reader, title: string) => reader.getByRole('row').filter({ hasText: title });

test('a text whose day has come stands in the list of its publisher, not of her neighbour, and leaves it once she has looked at it again', async ({
  readAs,
  database,
}) => {
  const title = `Đến ngày rà soát ${unique()}`;
  const { id } = await publicNews(database, title);
  await database.query('UPDATE article SET review_on = app.today() - 1 WHERE id = $1', [id]);
  const list = '/admin/articles/ageing?reason=review-due';
  const [official, neighbour] = [await readAs('longhung'), await readAs('trangdai')];
  await neighbour.goto(list);
  await expect(listed(neighbour, title)).toHaveCount(0);
  expect((await neighbour.goto(`/admin/articles/${id}`)).status()).toBe(404);
  for (const account of ['khupho5', 'viewer'] as const)
    expect((await (await readAs(account)).goto(list)).status(), account).toBe(404);

  await official.goto(list);
  await expect(listed(official, title)).toContainText('Đến hạn rà soát từ ngày');
  await official.getByRole('link', { name: title }).click();
  await official.getByLabel('Hôm nay tôi đã xem lại, mọi điều vẫn đúng').check();
  await send(official, 'Ghi ngày rà soát');
  await expect(official).toHaveURL(/said=reviewed/);
  await expect(official.getByText('Xem lại lần gần nhất ngày').first()).toBeVisible();
  await official.goto(list);
  await expect(listed(official, title)).toHaveCount(0);
});

test('a link that leads nowhere is told with its text and why, to who publishes there; what nobody reached and what nobody asks stands apart', async ({
  readAs,
  database,
}) => {
  const [title, mark] = [`Bài có đường dẫn ${unique()}`, unique()];
  const [own, outside, away] = [
    `/tin-tuc/khong-co-${mark}`,
    `https://khong-hoi-${mark}.example.com/`,
    `https://khong-toi-${mark}.gov.vn/`,
  ];
  const { id } = await publicNews(database, title, `[đọc](${own}) và [xem](${outside})`);
  const [province, official, neighbour] = [
    await readAs('province'),
    await readAs('longhung'),
    await readAs('trangdai'),
  ];
  await province.goto('/admin/articles/links');
  await send(province, 'Kiểm tra ngay');
  await expect(province).toHaveURL(/said=looking/);
  await expect(async () => {
    await official.goto('/admin/articles/links');
    expect(await listed(official, own).count()).toBe(1);
  }).toPass();
  for (const words of ['Trang không còn', 'Cổng không có trang này', title])
    await expect(listed(official, own)).toContainText(words);
  await official.goto('/admin/articles/ageing?reason=link-broken');
  await expect(listed(official, title)).toContainText('Có đường dẫn không còn dẫn tới trang nào');
  await official.goto('/admin/articles/links?list=unasked');
  await expect(listed(official, outside)).toContainText(title);

  await notReached(database, id, away);
  await official.goto('/admin/articles/links?list=missed');
  for (const words of ['Không gọi được', 'Không tìm ra tên máy chủ', '1 ngày liền', title])
    await expect(listed(official, away)).toContainText(words);
  for (const each of ['broken', 'missed', 'unasked']) {
    await neighbour.goto(`/admin/articles/links?list=${each}`);
    await expect(listed(neighbour, mark)).toHaveCount(0);
  }
});
