import { beforeAll, expect, test } from 'vitest';
import { makeUnion } from '@/test/union';
import { listNamesInPublishedWords } from './public-words-queries';

beforeAll(async () => {
  await makeUnion();
});

test('words beside the newsroom tell whom they name, in full or by a given name, and no commune', async () => {
  expect(await listNamesInPublishedWords(['Tối thứ ba, gặp chị Nguyễn Thị Lan hoặc cô Bảy ở Long Hưng', null])).toEqual(
    ['Nguyễn Thị Lan', 'cô Bảy'],
  );
  expect(await listNamesInPublishedWords(['Tối thứ ba hằng tuần tại nhà văn hóa Trảng Dài', null, ''])).toEqual([]);
});
