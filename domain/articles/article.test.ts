import { expect, test } from 'vitest';
import { draftInput } from './article';

const wrong = (over: object) =>
  draftInput
    .safeParse({
      kind: 'news',
      unitId: '01890000-0000-7000-8000-000000000001',
      titleVi: 'Tựa',
      summaryVi: 'Tóm tắt',
      bodyVi: 'Nội dung',
      ...over,
    })
    .error?.issues.map(({ path, message }) => [path[0], message]);

test('a run of more than a hundred letters without a blank is refused in every text that is searched', () => {
  const [long, longest] = ['_a'.repeat(51), 'a'.repeat(100)];
  for (const field of ['titleVi', 'summaryVi', 'bodyVi', 'titleEn', 'summaryEn', 'bodyEn']) {
    expect(wrong({ [field]: `Xem ${long} nhé` })).toEqual([[field, 'run-too-long']]);
    expect(wrong({ [field]: `Xem ${longest} nhé\n` })).toBeUndefined();
  }
  expect(wrong({ bodyVi: `a\u00a0${long}` })).toEqual([['bodyVi', 'run-too-long']]);
});

test('where a link leads may be as long as addresses are', () => {
  expect(wrong({ bodyVi: `Xem [trang này](https://vi-du.vn/${'a'.repeat(150)}) nhé` })).toBeUndefined();
  expect(wrong({ bodyVi: `Xem ${'[a](/x)'.repeat(100)} nhé` })).toBeUndefined();
  expect(wrong({ bodyVi: `Xem ${'[a](/x)'.repeat(101)} nhé` })).toEqual([['bodyVi', 'run-too-long']]);
});
