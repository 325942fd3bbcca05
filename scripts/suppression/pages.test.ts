import { describe, expect, test } from 'vitest';
import { guidedCited, pageWordsOf, someOfEach, strangersOn } from './pages';

const words = { vi: pageWordsOf('vi'), en: pageWordsOf('en') };
const page = (inside: string) => `<!DOCTYPE html><html><body>${inside}</body></html>`;

describe('a count of persons that nothing judges', () => {
  test('is found wherever somebody reads it: in a sentence, a head of a table, a definition', () => {
    expect(strangersOn(page('<p>Đã có <b>7</b> phụ nữ được hướng dẫn.</p>'), words.vi)).toEqual(['7 phụ nữ']);
    expect(strangersOn(page('<table><tr><th>12 chị em</th></tr></table>'), words.vi)).toEqual(['12 chị em']);
    expect(strangersOn(page('<dl><dt>3 women</dt></dl>'), words.en)).toEqual(['3 women']);
  });

  test('in a drawing, a sheet and a calendar too, whose lines are broken where they are long', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><title>Bản đồ</title><text>4 hội viên</text></svg>';
    expect(strangersOn(svg, words.vi)).toEqual(['4 hội viên']);
    expect(strangersOn('Mã,Đơn vị\n26368,Trảng Dài: 6 người', words.vi)).toEqual(['6 người']);
    expect(strangersOn('DESCRIPTION:Còn chỗ cho 5 ph\r\n ụ nữ', words.vi)).toEqual(['5 phụ nữ']);
  });

  test('in what a card says of a page that is sent on, in what a picture shows and in what a mark is called', () => {
    const card = '<meta property="og:image:alt" content="8 phụ nữ được hướng dẫn, Phường An Lộc">';
    expect(strangersOn(page(card), words.vi)).toEqual(['8 phụ nữ']);
    expect(strangersOn(page('<img alt="3 hội viên"><b aria-label="4 women">x</b>'), words.en)).toEqual([
      '3 hội viên',
      '4 women',
    ]);
  });

  test('is not what counts no person, is written by hand, or tells the step itself', () => {
    const text =
      '<p>902 trong 1.562 chi hội</p><p>Dưới 10 phụ nữ</p><article><p>Hôm nay 30 phụ nữ đến lớp.</p></article>';
    expect(strangersOn(page(text), words.vi)).toEqual([]);
  });
});

describe('women guided at the address of their number', () => {
  const cited = (told: string, more = '') =>
    guidedCited(
      page(`<header><b>Phụ nữ số</b></header><p><b>${told}</b> <span>Phường An Lộc</span></p>${more}`),
      'an-loc',
      '2026-10-31',
      words.vi,
    );
  const id = 'women guided in an-loc by 2026-10-31';

  test('are read below the name of the portal: in tens, or fewer than twenty', () => {
    expect(cited('Từ 320')).toEqual([{ id, least: 320, most: 329, keeps: 10 }]);
    expect(cited('Dưới 20')).toEqual([{ id, least: 0, most: 19, keeps: 10 }]);
  });

  test('and exactly where data for machines tell them; nothing at all is no answer', () => {
    const machine = '<script>{"@type":"PropertyValue","name":"x","value":7}</script>';
    expect(cited('Dưới 20', machine)).toContainEqual({ id, least: 7, most: 7, keeps: 10 });
    expect(() => cited('7')).toThrow('nothing is told');
  });
});

test('of pages of one kind some are looked at, first and later ones, in each language; a page that is alone always is', () => {
  const sessions = Array.from({ length: 100 }, (_, at) => `/tap-huan/buoi-${at}`);
  const found = someOfEach(['/gioi-thieu', ...sessions, '/en/trainings/buoi-1', '/a-kind-of-its-own']);
  expect(found).toEqual(expect.arrayContaining(['/gioi-thieu', '/en/trainings/buoi-1', '/a-kind-of-its-own']));
  const some = found.filter((path) => path.startsWith('/tap-huan/'));
  expect(some).toHaveLength(8);
  expect(some[0]).toBe('/tap-huan/buoi-0');
  expect(Number(some.at(-1)?.split('-').at(-1))).toBeGreaterThan(80);
});
