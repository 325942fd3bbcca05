import type { APIRequestContext } from '@playwright/test';
import { read } from '../../test/factories/write';
import { expect } from '../support/reader/expect';
import { bringOut, correct, draft, send, unfold, wordsIn } from '../support/stage/articles';
import { test } from '../support/test';

const stamp = Date.now();
const named = (vi: string, en: string) =>
  wordsIn([`${vi} ${stamp}`, 'Một chị biết.'], [`${en} ${stamp}`, 'One knows.']);
const at = (vi: string, en: string) => [`/tin-tuc/${vi}-${stamp}`, `/en/news/${en}-${stamp}`];

/** Where an address leads in one step, or what stands there: within a second for everybody. */
const expectThere = (
  request: APIRequestContext,
  address: string,
  { to, words = '' }: { to?: string; words?: string },
) =>
  expect(async () => {
    const answer = await request.get(address, { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location], address).toEqual([to ? 308 : 200, to]);
    expect(await answer.text()).toContain(words);
  }).toPass();

test('a piece that is renamed keeps its address until somebody moves it, and every old one leads to the newest in one step', async ({
  readAs,
  request,
  database,
}) => {
  const [writer, province] = [await readAs('longhung'), await readAs('province')];
  const article = await draft(writer, 'news', named('Tên đầu', 'First name'));
  const [first, second, third] = [
    at('ten-dau', 'first-name'),
    at('ten-hai', 'second-name'),
    at('ten-ba', 'third-name'),
  ];
  await bringOut(writer, province, article);

  for (const [vi, en, before, now] of [
    ['Tên hai', 'Second name', first, second],
    ['Tên ba', 'Third name', second, third],
  ] as const) {
    await correct(writer, article, named(vi, en));
    await bringOut(writer, province, article);
    for (const [n, address] of before.entries()) {
      await expectThere(request, address, { words: `${n === 0 ? vi : en} ${stamp}` });
      expect((await request.get(now[n] ?? '')).status(), 'nobody asked for it yet').toBe(404);
    }
    await province.goto(article);
    await unfold(province, 'Đổi địa chỉ theo tiêu đề');
    await send(province, 'Đổi địa chỉ');
    await expect(province).toHaveURL(/said=moved/);
    await expect(province.locator('summary').filter({ hasText: 'Đổi địa chỉ theo tiêu đề' })).toHaveCount(0);
    for (const address of now) await expectThere(request, address, {});
  }
  for (const old of [first, second])
    for (const [n, address] of old.entries()) await expectThere(request, address, { to: third[n] ?? '' });
  // whoever holds the short address comes there too, and the list names the newest alone
  const [{ number } = { number: 0 }] = await read<{ number: number }>(
    database,
    `SELECT number FROM article WHERE id = '${article.split('/').at(-1)}'`,
  );
  expect(new URL((await request.get(`/b/${number}`)).url()).pathname).toBe(third[0]);
  await expectThere(request, '/tin-tuc', { words: third[0] ?? '' });
  expect(await (await request.get('/tin-tuc')).text()).not.toContain(first[0]);
});
