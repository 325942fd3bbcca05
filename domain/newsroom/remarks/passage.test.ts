import { describe, expect, test } from 'vitest';
import { documentOf } from '@/domain/articles/documents/written';
import { chosenIn, firstEasyOf, firstLineOf, leadAt, passagesOf, placedIn, quoteOf } from './passage';

const textOf = (markdown: string, easyRead: string | null = null) => ({
  title: 'Tựa',
  summary: 'Tóm tắt',
  body: documentOf(markdown),
  easyRead,
});
const picture = '[[/admin/pictures/0197c348-8ef4-7aa0-861c-2082b8e5cf94]]';
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
    expect(passagesOf(text, { guide: parts })).toEqual([
      'Tựa Tóm tắt',
      'Một hai',
      'ba bốn',
      'Điện thoại',
      'Không vào được Thử lại',
    ]);
    expect(firstLineOf(text)).toBe(3);
  });

  test('are also a picture, by its number alone, the lines of an alert, and the paragraphs of the easy version behind them', () => {
    const text = textOf(`Một\n\n${picture}\n\n> ${picture}`, 'Câu ngắn.\n\nCâu nữa.');
    const alert = { signs: ['Người lạ gọi'], steps: [], hotlines: [{ name: 'Công an', number: '113' }] };
    expect(passagesOf(text, { alert })).toEqual([
      'Tựa Tóm tắt',
      'Một',
      picture,
      picture,
      'Người lạ gọi',
      'Công an 113',
      'Câu ngắn.',
      'Câu nữa.',
    ]);
    expect([firstLineOf(text), firstEasyOf(text, { alert })]).toEqual([4, 6]);
  });

  test('are last of all the picture at the head, behind what changed, and earlier ones keep their numbers', () => {
    const text = { ...textOf('Một', 'Câu ngắn.'), whatChanged: 'Giờ chị dạy cả tổ.' };
    const lead = '0197c348-8ef4-7aa0-861c-2082b8e5cf94';
    expect(passagesOf({ ...text, lead })).toEqual([...passagesOf({ ...text, lead: null }), picture]);
    for (const each of [text, { ...text, whatChanged: null }])
      expect(passagesOf({ ...each, lead })[leadAt(each, {})]).toBe(picture);
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

  test('a picture by its number, wherever it went, and nowhere once another stands in its place', () => {
    const remark = { passage: 1, quote: picture };
    expect(placeIn(`Câu mới.\n\n${picture}`, remark)).toBe(2);
    expect(placeIn(picture.replace('0197', '0198'), remark)).toBeNull();
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
