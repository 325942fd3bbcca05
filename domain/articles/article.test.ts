import { expect, test } from 'vitest';
import { draftInput } from './article';

const wrong = (over: object) =>
  draftInput
    .safeParse({
      kind: 'news',
      unitId: '01890000-0000-7000-8000-000000000001',
      viTitle: 'Tựa',
      viSummary: 'Tóm tắt',
      viBody: 'Nội dung',
      ...over,
    })
    .error?.issues.map(({ path, message }) => [path[0], message]);

test('a run of more than a hundred letters without a blank is refused in every text that is searched', () => {
  const [long, longest] = ['_a'.repeat(51), 'a'.repeat(100)];
  for (const field of ['viTitle', 'viSummary', 'viBody', 'enTitle', 'enSummary', 'enBody']) {
    expect(wrong({ [field]: `Xem ${long} nhé` })).toEqual([[field, 'run-too-long']]);
    expect(wrong({ [field]: `Xem ${longest} nhé\n` })).toBeUndefined();
  }
  expect(wrong({ viBody: `a\u00a0${long}` })).toEqual([['viBody', 'run-too-long']]);
});

test('where a link leads may be as long as addresses are', () => {
  expect(wrong({ viBody: `Xem [trang này](https://vi-du.vn/${'a'.repeat(150)}) nhé` })).toBeUndefined();
  expect(wrong({ viBody: `Xem ${'[a](/x)'.repeat(60)} nhé` })).toEqual([['viBody', 'run-too-long']]);
});
