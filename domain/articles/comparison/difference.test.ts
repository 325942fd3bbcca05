import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Changed, differenceOf } from './difference';

const words = (plain: string, title = 'Tựa', summary = 'Tóm tắt') => ({ title, summary, plain });
/** "- word" went, "+ word" came, "= 3" paragraphs stayed. */
const shown = (changes: Changed[] | null) =>
  changes?.map((change) =>
    'unchanged' in change
      ? `= ${change.unchanged}`
      : change.pieces.map(({ kind, text }) => `${{ same: '', removed: '- ', added: '+ ' }[kind]}${text}`.trim()),
  );

describe('what changed in a text', () => {
  test('one word within one paragraph, what stands around stays', () => {
    const [then, now] = [words('Một.\nChị Mai dạy bốn chị.\nBa.'), words('Một.\nChị Mai dạy năm chị.\nBa.')];
    expect(shown(differenceOf(then, now))).toEqual(['= 3', ['Chị Mai dạy', '- bốn', '+ năm', 'chị.'], '= 1']);
  });

  test('title and summary are compared too', () => {
    expect(shown(differenceOf(words('Một.'), words('Một.', 'Tựa mới')))).toEqual([['Tựa', '+ mới'], '= 2']);
  });

  test('a paragraph that came or went is shown whole', () => {
    expect(shown(differenceOf(words('Một.\nBa.'), words('Một.\nHai.\nBa.')))).toEqual(['= 3', ['+ Hai.'], '= 1']);
    expect(shown(differenceOf(words('Một.\nHai.\nBa.'), words('Một.\nBa.')))).toEqual(['= 3', ['- Hai.'], '= 1']);
  });

  test('what shares no word with what stood there goes and comes as a whole', () => {
    expect(shown(differenceOf(words('Sáng nay.'), words('Hôm qua.')))).toEqual(['= 2', ['- Sáng nay.', '+ Hôm qua.']]);
  });

  test('nothing changed: all stays', () => {
    expect(shown(differenceOf(words('Một.'), words('Một.')))).toEqual(['= 3']);
  });

  test('whatever changed, what stayed and went is the text before, what stayed and came the text after', () => {
    const paragraph = fc.array(fc.constantFrom('chị', 'em', 'học', 'dạy', 'nay'), { minLength: 1, maxLength: 8 });
    const plain = fc.array(paragraph, { maxLength: 6 }).map((lines) => lines.map((line) => line.join(' ')).join('\n'));
    fc.assert(
      fc.property(plain, plain, (then, now) => {
        const changes = differenceOf(words(then), words(now)) ?? [];
        const letters = (kind: string) =>
          changes
            .flatMap((change) => ('pieces' in change ? change.pieces : []))
            .filter((piece) => piece.kind === kind)
            .reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0);
        const length = (text: string) => text.replace(/\s/g, '').length;
        expect(letters('added') - letters('removed')).toBe(length(now) - length(then));
      }),
    );
  });
});

describe('texts as long as may be', () => {
  const numbered = (from: number) =>
    Array.from({ length: 6_600 }, (_, at) => (at * 7 + from).toString(36))
      .join(' ')
      .slice(0, 40_000);

  test('of two that share nothing it is said that it is too much, in no time', () => {
    const began = performance.now();
    expect(differenceOf(words(numbered(0)), words(numbered(3)))).toBeNull();
    const [lines, others] = [numbered(0).replaceAll(' ', '\n'), numbered(3).replaceAll(' ', '\n')];
    expect(differenceOf(words(lines), words(others))).toBeNull();
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test('one word among forty thousand letters is found', () => {
    const long = Array.from(
      { length: 400 },
      (_, at) => `Buổi ${at}, các chị học với nhau một giờ, ở nhà văn hóa ấp.`,
    ).join('\n');
    const changes = differenceOf(words(long), words(long.replace('một giờ', 'hai giờ')));
    expect(changes?.filter((change) => 'pieces' in change)).toHaveLength(1);
  });
});
