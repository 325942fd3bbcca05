import { describe, expect, test } from 'vitest';
import { EXCERPT_MAX, excerptOf, type Piece, piecesOf } from './excerpt';
import { wordsOf } from './search-words';

const shown = (pieces: Piece[]) => pieces.map(({ text, found }) => (found ? `[${text}]` : text)).join('');
const plain = (pieces: Piece[]) => pieces.map(({ text }) => text).join('');

describe('what was looked for, in a text', () => {
  test('is marked with its own marks, however it was typed', () => {
    const text = 'Chị em phường Hòa Bình học VNeID ở Đồng Nai';
    for (const question of ['hoà bình', 'HOA BINH', 'hoa binh'.normalize('NFD')])
      expect(shown(piecesOf(text, wordsOf(question)))).toBe('Chị em phường [Hòa] [Bình] học VNeID ở Đồng Nai');
    expect(shown(piecesOf(text.normalize('NFD'), wordsOf('dong nai')))).toBe(
      'Chị em phường Hòa Bình học VNeID ở [Đồng] [Nai]',
    );
  });

  test('is a word from its beginning on, and the whole of it is marked', () => {
    expect(shown(piecesOf('VNeID, thanh toán; an toàn', wordsOf('vnei to')))).toBe('[VNeID], thanh [toán]; an [toàn]');
    expect(shown(piecesOf('(1+1) và 11', wordsOf('1+1')))).toBe('([1]+[1]) và [11]');
  });

  test('no letter of a text is lost or added', () => {
    const text = 'İstanbul Straße 😀 ĐÀ NẴNG ﬁn <b>đậm</b> &amp; “ngoặc” \u0301x';
    for (const question of ['dam', 'da nang', 'istanbul', 'b', 'x', '😀'])
      expect(plain(piecesOf(text, wordsOf(question)))).toBe(text.normalize('NFC'));
  });
});

describe('an excerpt', () => {
  const long = `${'Mở đầu dài dòng. '.repeat(60)}Lớp học VNeID mở tại nhà văn hóa khu phố 5. ${'Rồi nói thêm nữa. '.repeat(60)}`;

  test('stands around what was looked for, in whole words, and is no longer than it may be', () => {
    const excerpt = excerptOf(['Tóm tắt ngắn.', long], wordsOf('lop vneid khu pho'));
    expect(shown(excerpt)).toContain('[Lớp] học [VNeID] mở tại nhà văn hóa [khu] [phố] 5.');
    expect(plain(excerpt).length).toBeLessThanOrEqual(EXCERPT_MAX);
    expect(plain(excerpt)).toMatch(/^…\S.*\S…$/);
    expect(long).toContain(plain(excerpt).slice(1, -1));
  });

  test('is of the first text where that holds as many of the words, and its beginning where none does', () => {
    expect(shown(excerptOf(['Học VNeID.', 'VNeID nữa.'], wordsOf('vneid')))).toBe('Học [VNeID].');
    expect(plain(excerptOf([long], ['nothing']))).toMatch(/^Mở đầu/);
    expect(plain(excerptOf([long], ['nothing'])).length).toBeLessThanOrEqual(EXCERPT_MAX);
    expect(excerptOf([], ['a'])).toEqual([]);
  });

  test('ends whole where what was looked for stands last', () => {
    const excerpt = plain(
      excerptOf([`${'Mở đầu dài dòng. '.repeat(30)}Cuối cùng là ví điện tử`], wordsOf('vi dien tu')),
    );
    expect(excerpt).toMatch(/^….*Cuối cùng là ví điện tử$/);
    expect(excerpt.length).toBeLessThanOrEqual(EXCERPT_MAX);
  });

  test('tells lines apart that end without a sign: a heading, a step, what stands in a list', () => {
    const lines = ['Mở VNeID', 'Bấm vào “Ví giấy tờ”', 'Có thấy không?', '', 'Rồi chọn:', 'thẻ\tcăn cước'].join('\n');
    expect(shown(excerptOf([lines], wordsOf('the can cuoc')))).toBe(
      'Mở VNeID. Bấm vào “Ví giấy tờ”. Có thấy không? Rồi chọn: [thẻ] [căn] [cước]',
    );
  });

  test('of more than is read ends after a whole word, with dots', () => {
    const text = `${'x'.repeat(70)} ${'Mở đầu dài dòng. '.repeat(111)}ví điện tử ${'nối tiếp nhau '.repeat(60)}`;
    const excerpt = plain(excerptOf([text], wordsOf('vi dien tu')));
    expect(excerpt).toMatch(/^….*ví điện tử.*…$/);
    const words = new Set(text.split(' '));
    expect(
      excerpt
        .slice(1, -1)
        .split(' ')
        .filter((word) => !words.has(word)),
    ).toEqual([]);
  });

  test('of a text made to keep the machine busy is cut all the same, and never in the middle of a sign', () => {
    for (const run of ['a', 'a ', 'a\n', '😀', 'ắ', '\u0301', 'a_'])
      for (const words of [['a'], wordsOf('a b c d e f g h'), []]) {
        const text = plain(excerptOf([run.repeat(40_000)], words));
        expect(text.length).toBeLessThanOrEqual(EXCERPT_MAX);
        expect(() => encodeURIComponent(text)).not.toThrow();
      }
  });
});
