import { describe, expect, test } from 'vitest';
import { readPaper, readPaperLine } from './paper';

const register = new Map([1, 2, 3, 5, 12].map((no) => [no, { no, name: `Chị số ${no}` }]));
const said = (typed: string) => {
  const reading = readPaperLine(typed, register);
  return reading.ok ? [reading.mark, ...(reading.lines ?? []).map(({ no }) => no)] : reading.problem;
};

describe('a line typed from the paper register', () => {
  test.each([
    ['12 m', ['late', 12]],
    ['12m', ['late', 12]],
    [' 5  C ', ['present', 5]],
    ['1-3 c', ['present', 1, 2, 3]],
    ['1 – 5 v', ['absent', 1, 2, 3, 5]],
    ['1, 3 5 t', ['late', 1, 3, 5]],
    ['2 p', ['present', 2]],
    ['2 l', ['late', 2]],
    ['2 a', ['absent', 2]],
    ['2 x', ['taken_back', 2]],
  ])('"%s" is understood', (typed, expected) => {
    expect(said(typed)).toEqual(expected);
  });

  test.each(['', 'c', '12', '12 q', 'abc c', '5-1 c', '1--3 c', '99999999 c'])('"%s" says nothing', (typed) => {
    expect(said(typed)).toBe('unreadable');
  });

  test('a number that nobody has is said, alone and at either end of a range', () => {
    for (const [typed, no] of [
      ['4 c', 4],
      ['4-5 c', 4],
      ['3-9 v', 9],
      ['1, 8 c', 8],
    ] as const)
      expect(readPaperLine(typed, register)).toEqual({ ok: false, problem: 'unknown-line', no });
  });

  test('of two words on one line the later counts, and one wrong line stops the page and is named', () => {
    expect(readPaper('1-5 c\n\n3 v\n', register)).toEqual({
      ok: true,
      marks: new Map([
        [1, 'present'],
        [2, 'present'],
        [3, 'absent'],
        [5, 'present'],
      ]),
      walkIns: [],
    });
    expect(readPaper('1 c\n77 c', register)).toEqual({ ok: false, wrong: '77 c' });
  });
});

describe('a woman written on the paper register by hand', () => {
  const came = (typed: string) => {
    const reading = readPaperLine(typed, register);
    return reading.ok ? [reading.mark, reading.walkIn] : reading.problem;
  };

  test.each([
    ['+ Lê Thị Ghé', ['present', { name: 'Lê Thị Ghé' }]],
    ['+Lê Thị Ghé, 0912 345 678', ['present', { name: 'Lê Thị Ghé', phone: '+84912345678' }]],
    ['+ Lê Thị Ghé 0912.345.678 m', ['late', { name: 'Lê Thị Ghé', phone: '+84912345678' }]],
    ['+ Lê Thị Ghé; +84912345678; L', ['late', { name: 'Lê Thị Ghé', phone: '+84912345678' }]],
    ['+ Lê Thị Ghé, m', ['late', { name: 'Lê Thị Ghé' }]],
    ['+ Trần Thị A', ['present', { name: 'Trần Thị A' }]],
  ])('"%s" is understood', (typed, expected) => {
    expect(came(typed)).toEqual(expected);
  });

  test.each([
    ['+', 'unreadable-woman'],
    ['+ 0912345678', 'unreadable-woman'],
    ['+ Lê Thị Ghé, v', 'unreadable-woman'],
    ['+ Lê Thị Ghé, 12', 'not-a-phone'],
    ['+ Lê Thị Ghé, 0912345678, 3', 'unreadable-woman'],
  ])('"%s" says nothing: %s', (typed, problem) => {
    expect(came(typed)).toBe(problem);
  });

  test('one number is one woman, whose last word counts; two of one name without a number are two, in every reading', () => {
    const page = '+ Lê Thị Ghé, 0912345678\n+ Ghé, 0912 345 678, m\n+ Võ Thị Út\n1 c\n+ Võ Thị Út';
    const reading = readPaper(page, register);
    expect(reading.ok && reading.walkIns.map(({ walkIn, mark }) => [walkIn.name, mark])).toEqual([
      ['Ghé', 'late'],
      ['Võ Thị Út', 'present'],
      ['Võ Thị Út', 'present'],
    ]);
    expect(reading.ok && new Set(reading.walkIns.map(({ key }) => key)).size).toBe(3);
    expect(readPaper(page, register)).toEqual(reading);
  });
});
