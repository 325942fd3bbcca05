import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalPhone } from '@/domain/people/phones/phone';
import { nameBag, nameKey } from '../name';
import { type Facts, likenessOf } from './duplicate';

const SURNAMES = ['Nguyễn', 'Đỗ', 'Trần', 'Hồ', 'Phạm', 'Đặng', 'Hoàng', 'Võ'];
const MIDDLES = ['Thị', 'Thị Ngọc', 'Thị Thanh', 'Kim', 'Thị Thúy'];
const GIVEN = [
  'Lan',
  'Loan',
  'Hoa',
  'Hòa',
  'Hà',
  'Hạ',
  'Hạnh',
  'Khánh',
  'Hương',
  'Phương',
  'Phượng',
  'Mai',
  'Thủy',
  'Út',
];

const surname = fc.constantFrom(...SURNAMES);
const middle = fc.constantFrom(...MIDDLES);
const given = fc.constantFrom(...GIVEN);
const year = fc.integer({ min: 1930, max: 2008 });
const mobile = fc
  .tuple(fc.constantFrom('3', '5', '7', '8', '9'), fc.integer({ min: 0, max: 99_999_999 }))
  .map(([first, rest]) => first + String(rest).padStart(8, '0'));

const lan: Facts = { name: 'Nguyễn Thị Lan', birthYear: 1980, phone: '+84912345678' };

/** The same name as another keyboard, another hand or another list writes it. */
const spellings: ((name: string) => string)[] = [
  (name) => name.normalize('NFD'),
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name) => `  ${name.replaceAll(' ', '   ')} `,
  (name) => name.replaceAll('Đ', 'Ð'),
  (name) => name.replace(/òa/g, 'oà').replace(/úy/g, 'uý').replace(/ủy/g, 'uỷ'),
];
const turns: ((words: string[]) => string[])[] = [
  (words) => [...words.slice(-1), ...words.slice(0, -1)],
  (words) => [...words.slice(1), ...words.slice(0, 1)],
  (words) => [...words].reverse(),
];

describe('the same woman, written otherwise', () => {
  test('is likely the same however her name is typed, with her year or her phone', () => {
    fc.assert(
      fc.property(
        surname,
        middle,
        given,
        year,
        mobile,
        fc.constantFrom(...spellings),
        fc.boolean(),
        (s, m, g, birthYear, phone, spell, byYear) => {
          const name = `${s} ${m} ${g}`;
          const facts = byYear ? { birthYear, phone: null } : { birthYear: null, phone };
          const likeness = likenessOf({ name, ...facts }, { name: spell(name), ...facts });
          expect(likeness?.strength).toBe('likely');
          expect(likeness?.reasons).toEqual(
            byYear ? ['same-name', 'same-year'] : ['same-phone', 'same-name', 'no-year'],
          );
        },
      ),
    );
  });

  test('is likely the same when the words of her name are turned, and that is said', () => {
    fc.assert(
      fc.property(surname, given, year, fc.constantFrom(...turns), (s, g, birthYear, turn) => {
        const words = [s, 'Thị', g];
        const one = { name: words.join(' '), birthYear, phone: null };
        const other = { ...one, name: turn(words).join(' ') };
        expect(likenessOf(one, other)).toEqual({ strength: 'likely', reasons: ['turned-name', 'same-year'] });
        expect(likenessOf(other, one)).toEqual(likenessOf(one, other));
      }),
    );
  });

  test('her phone is one, in whichever way it is written', () => {
    fc.assert(
      fc.property(mobile, (digits) => {
        const [a, b, c] = [digits.slice(0, 2), digits.slice(2, 5), digits.slice(5)];
        const written = [
          `0${digits}`,
          `+84 ${digits}`,
          `84${digits}`,
          `0${a}.${b}.${c}`,
          `0${a} ${b} ${c}`,
          `0${a}-${b}-${c}`,
        ];
        for (const phone of [...written, `0084${digits}`, `+84.${a}.${b}.${c}`, `(0${a}) ${b} ${c}`])
          expect(normalPhone(phone), phone).toBe(`+84${digits}`);
      }),
    );
  });

  test('without a year she is offered, unless the phones speak against it', () => {
    const unknown = { ...lan, birthYear: null, phone: null };
    expect(likenessOf(lan, unknown)).toEqual({ strength: 'likely', reasons: ['same-name', 'no-year'] });
    expect(likenessOf(lan, { ...unknown, phone: '+84987654321' })).toBeNull();
    expect(likenessOf(lan, { ...unknown, birthYear: 1981 })).toBeNull();
    expect(likenessOf(lan, { ...lan, birthYear: 1981 })?.reasons).toEqual(['same-phone', 'same-name', 'year-differs']);
  });

  test('a slip in a longer name counts only with the same year and the same phone', () => {
    const slips = [
      ['Nguyễn Thị Lan', 'Nguyễn Lan'],
      ['Nguyễn Thị Thanh Lan', 'Nguyễn Thị Thnh Lan'],
      ['Đỗ Thị Hòa', 'Do Thi Hoa'],
    ] as const;
    for (const [one, other] of slips.flatMap(([a, b]) => [[a, b] as const, [b, a] as const])) {
      expect(likenessOf({ ...lan, name: one }, { ...lan, name: other })?.reasons, other).toContain('alike-name');
      expect(likenessOf({ ...lan, name: one, phone: null }, { ...lan, name: other })).toBeNull();
      expect(likenessOf({ ...lan, name: one }, { ...lan, name: other, birthYear: 1979 })?.strength).toBe(
        'shares-phone',
      );
    }
  });
});

describe('two women', () => {
  test('whose given names differ are never likely the same: with one year and one phone they share the phone', () => {
    fc.assert(
      fc.property(
        surname,
        middle,
        given,
        given,
        year,
        mobile,
        fc.constantFrom(...turns, (w: string[]) => w),
        (s, m, g, h, birthYear, phone, turn) => {
          fc.pre(nameKey(g) !== nameKey(h));
          const facts = { birthYear, phone };
          const [one, other] = [g, h].map((last) => ({
            name: turn([...`${s} ${m}`.split(' '), last]).join(' '),
            ...facts,
          }));
          if (!one || !other) return;
          expect(likenessOf(one, other)).toEqual({ strength: 'shares-phone', reasons: ['shares-phone'] });
          expect(likenessOf({ ...one, phone: null }, other)).toBeNull();
          expect(likenessOf(one, { ...other, name: nameKey(other.name).normalize('NFD') })?.strength).toBe(
            'shares-phone',
          );
        },
      ),
    );
  });

  test('Hoa and Hòa are two names, and so are Lan Anh and Anh Lan', () => {
    const of = (name: string) => ({ ...lan, name });
    expect(likenessOf(of('Đỗ Thị Hoa'), of('Đỗ Thị Hòa'))?.strength).toBe('shares-phone');
    expect(likenessOf(of('Nguyễn Thị Hương'), of('Nguyễn Thị Hường'))?.strength).toBe('shares-phone');
    expect(likenessOf(of('Nguyễn Thị Lan Anh'), of('Nguyễn Thị Anh Lan'))?.strength).toBe('shares-phone');
    expect(likenessOf(of('Nguyễn Thị Hương Giang'), of('Nguyễn Thị Phương Giang'))?.strength).toBe('shares-phone');
    expect(likenessOf(of('Nguyễn Thị Lan Anh'), of('Nguyễn Thị Loan Anh'))?.strength).toBe('shares-phone');
  });

  test('of one name and different years are two, and nothing alike is nothing', () => {
    expect(likenessOf(lan, { ...lan, birthYear: 1990, phone: null })).toBeNull();
    expect(likenessOf(lan, { name: 'Trần Thị Mai', birthYear: 1980, phone: null })).toBeNull();
  });
});

test('keys fold what is one name and keep what is two', () => {
  for (const spell of spellings) expect(nameKey(spell('Đỗ Thị Hòa'))).toBe('đỗ thị hòa');
  expect(nameKey('Hoa')).not.toBe(nameKey('Hòa'));
  expect(nameBag('Hòa Đỗ Thị')).toBe(nameBag('ĐỖ THỊ HOÀ'));
});
