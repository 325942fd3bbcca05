import { describe, expect, test } from 'vitest';
import { documentOfMarkdown } from '@/domain/articles/documents/markdown';
import { chosenIn, firstPartOf, passagesOf, placedIn, quoteOf } from './passage';

const textOf = (markdown: string) => ({ title: 'Tựa', summary: 'Tóm tắt', body: documentOfMarkdown(markdown) });
const before = passagesOf(textOf('## Buổi đầu\n\nChị Hoa học VNeID ở chi hội vào tối thứ ba.\n\nCả xóm đến xem.'));
const on = (passage: number) => ({ passage, quote: quoteOf(before[passage] ?? '') });
const placeIn = (markdown: string, remark: { passage: number; quote: string }) => {
  const { at, gone } = placedIn([remark], passagesOf(textOf(markdown)));
  return gone.length > 0 ? null : [...at.keys()][0];
};

describe('the passages of a text', () => {
  test('are its head, then its blocks, then the parts of a guide, and each says its words in one line', () => {
    const text = textOf('Một\nhai\n\n- ba\n- bốn');
    const parts = { needs: ['Điện thoại'], steps: [], troubles: [{ title: 'Không vào được', body: 'Thử\nlại' }] };
    expect(passagesOf(text, parts)).toEqual([
      'Tựa Tóm tắt',
      'Một hai',
      'ba bốn',
      'Điện thoại',
      'Không vào được Thử lại',
    ]);
    expect(firstPartOf(text)).toBe(3);
  });

  test('are quoted by their first two hundred signs, and no sign is cut in two', () => {
    expect(quoteOf('á'.repeat(300))).toBe('á'.repeat(200));
    expect([...quoteOf('😀'.repeat(300))]).toHaveLength(200);
    expect(quoteOf(`${'a'.repeat(199)}😀b`)).toBe(`${'a'.repeat(199)}😀`);
  });

  test('are quoted by words that stand in them, and by no others', () => {
    expect(chosenIn(before[2], '  học\u00a0VNeID \n ở ')).toBe('học VNeID ở');
    expect(chosenIn(before[2], 'học Zalo')).toBeNull();
    expect(chosenIn(before[2], '')).toBeNull();
    expect(chosenIn(undefined, 'học')).toBeNull();
  });
});

describe('a remark is found again after an edit', () => {
  test('where it was, and where its passage moved to', () => {
    expect(placeIn('## Buổi đầu\n\nChị Hoa học VNeID ở chi hội vào tối thứ ba. Thêm một câu.', on(2))).toBe(2);
    expect(placeIn('Câu mới.\n\n## Buổi đầu\n\nChị Hoa học VNeID ở chi hội vào tối thứ ba.', on(2))).toBe(3);
  });

  test('the nearest of several that say the same', () => {
    expect(placeIn('Mở.\n\nCả xóm đến xem.\n\nGiữa.\n\nCả xóm đến xem.', { passage: 5, quote: 'Cả xóm' })).toBe(4);
  });

  test('by most of its words where the passage was mended, and nowhere once it is gone', () => {
    expect(placeIn('Câu mới.\n\nCô Hoa học VNeID ở chi hội vào tối thứ năm.', on(2))).toBe(2);
    expect(placeIn('Chị Lan bán hàng qua mạng.', on(2))).toBeNull();
    expect(placedIn([on(2)], []).gone).toHaveLength(1);
  });

  test('a hundred of them in the longest text take no time that anybody waits for', () => {
    const passages = Array.from({ length: 9_000 }, (_, at) => `từ ${at % 7}`);
    const remarks = Array.from({ length: 100 }, (_, at) => ({ passage: at, quote: 'một hai ba bốn năm '.repeat(10) }));
    const began = performance.now();
    expect(placedIn(remarks, passages).gone).toHaveLength(100);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
