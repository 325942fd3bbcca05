import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentOf } from '../documents/written';
import { type Comparable, compareTexts } from './compare';
import { numberOf } from './numbers';

const text = (plain: string, title = 'a', body = 'x'): Comparable => ({
  title,
  summary: '',
  plain,
  body: documentOf(body),
});
/** What is told, in short: "en: 56.000". */
const told = (vi: string, en: string) =>
  compareTexts(text(vi), text(en)).map(({ missingIn, said }) => `${missingIn}: ${said}`);

test('what is said of pictures and of corrections is compared with the words', () => {
  const [vi, en] = [text('Một chị.'), text('One woman.')];
  const missing = compareTexts(
    { ...vi, beside: ['Lớp ngày 5/12 ở Trảng Dài', 'Sửa: 35 chị'] },
    { ...en, beside: ['The class', 'Corrected: 53 women'] },
  );
  expect(missing.map(({ missingIn, kind, said }) => `${missingIn} ${kind} ${said}`).sort()).toEqual([
    'en date 5/12',
    'en name Trảng Dài',
    'en number 35',
    'vi number 53',
  ]);
});

describe('numbers', () => {
  const digits = (tag: string, number: number) =>
    new Intl.NumberFormat(tag, { maximumFractionDigits: 4 }).format(number);

  test('any number written in the Vietnamese and in the English way is the same', () => {
    const number = fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e12, noNaN: true }), fc.integer({ min: 0, max: 9999 }));
    fc.assert(
      fc.property(number, (value) => {
        expect(numberOf(digits('vi-VN', value), 'vi')).toBe(numberOf(digits('en-GB', value), 'en'));
      }),
    );
  });

  test('a run that is no number is told once, however many parts it has', () => {
    expect(told('Bản 1.2.3', 'A release')).toEqual(['en: 1.2.3']);
  });

  test('two numbers that differ are told on both sides', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 1e9 }), fc.integer({ min: 100, max: 1e9 }), (one, other) => {
        fc.pre(one !== other);
        expect(told(`Có ${digits('vi-VN', one)} chị.`, `There are ${digits('en-GB', other)} women.`)).toHaveLength(2);
      }),
    );
  });

  test.each([
    ['1.234,5 tấn, 56.000 hội viên', '1,234.5 tonnes, 56,000 members'],
    ['1,2 triệu lượt, 56 nghìn chị', '1.2 million times, 56,000 women'],
    ['Có 3 chị và 21 em', 'Three women and twenty-one girls'],
    ['Hai mươi mốt chị', '21 women'],
    ['cặp 1+1, công nghiệp 4.0', '1+1 pairs, Industry 4.0'],
    ['57,9% số tổ, 12 phần trăm chi hội', '57.9 per cent of groups, 12% of sub-associations'],
    ['Bản A4, Covid-19', 'A4 sheets, Covid-19'],
  ])('%s is %s', (vi, en) => expect(told(vi, en)).toEqual([]));

  test('a number that is grouped in the way of the other language says another one', () => {
    expect(told('Có 56,000 chị', '56,000 women')).toEqual(['en: 56,000', 'vi: 56,000']);
  });

  test('a share is no number', () => {
    expect(told('Đạt 12%', 'It is 12')).toEqual(['en: 12%']);
  });
});

describe('days and times', () => {
  test.each([
    ['Ngày 26/5/2026', 'On 26 May 2026'],
    ['ngày 26 tháng 5 năm 2026', 'on May 26, 2026'],
    ['26-05-2026', '26/05/2026'],
    ['ngày 26/5', 'on 26th of May'],
    ['ngày 26/5, năm 2026', 'on May 26th, 2026'],
    ['từ ngày 5 đến ngày 7 tháng 5', '5–7 May'],
    ['tháng 5/2026, tháng 5', 'May 2026, in May'],
    ['tháng 5 năm 2026', 'in May 2026'],
    ['lúc 8 giờ 30', 'at 8:30'],
    ['lúc 8h30, 14g15', 'at 8.30 a.m. and 2:15 pm'],
    ['2 giờ chiều, 7 giờ tối', '2 pm, 19:00'],
    ['lúc 8 giờ rưỡi sáng', 'at 8:30 am'],
    ['học 2 giờ', 'for 2 hours'],
    ['học trong 6 tháng 5 buổi', '5 sessions in 6 months'],
  ])('%s is %s', (vi, en) => expect(told(vi, en)).toEqual([]));

  test.each([
    ['Ngày 26/5/2026', 'On 5 June 2026', ['en: 26/5/2026', 'vi: 5 June 2026']],
    ['Ngày 26/5/2026', 'On 26 May 2025', ['en: 26/5/2026', 'vi: 26 May 2025']],
    ['lúc 14 giờ 30', 'at 4:30 pm', ['en: 14 giờ 30', 'vi: 4:30 pm']],
    ['tháng 5', 'in June', ['en: tháng 5']],
  ])('%s is not %s', (vi, en, missing) => expect(told(vi, en)).toEqual(missing));
});

describe('names, telephone numbers and links', () => {
  test.each([
    ['Chị Nguyễn Thị Mai ở xã Long Hưng', 'Ms Nguyễn Thị Mai of Long Hưng Commune'],
    ['Bà Mai dạy cô Đào', 'Mrs Mai teaches Ms Đào'],
    ['Hội Liên hiệp Phụ nữ Đồng Nai', "Đồng Nai Women's Union"],
    ['Hôm nay Hà Nội và Việt Nam', 'Today Hanoi and Vietnam'],
    ['Gọi 0900 123 456 hoặc 1900.1234', 'Call +84 900 123 456 or 1900 1234'],
    ['Chủ Nhật, Thứ Hai', 'On a Sunday and a Monday'],
  ])('%s is %s', (vi, en) => expect(told(vi, en)).toEqual([]));

  test.each([
    ['Chị Nguyễn Thị Mai kể', 'Nguyen Thi Mai tells', ['en: Nguyễn Thị Mai']],
    ['Ở Trảng Dài', 'In Trản Dài', ['en: Trảng Dài', 'vi: Trản Dài']],
    ['Bà Mai dạy', 'She teaches', ['en: Mai']],
    ['Gọi 0900123456', 'Call 0900123457', ['en: 0900123456', 'vi: 0900123457']],
  ])('%s is not %s', (vi, en, missing) => expect(told(vi, en)).toEqual(missing));

  test('a link within the portal leads to its twin, one outside to the same, a call to the same number', () => {
    const keyOf = (href: string) => (href === '/mo-hinh' || href === '/en/models' ? 'models' : href);
    const vi = text('', 'a', '[a](/mo-hinh) [b](https://vneid.gov.vn) [c](tel:+84900123456) [d](/tin-tuc)');
    const en = text('', 'a', '[a](/en/models) [b](https://vneid.gov.vn) [c](tel:0900123456)');
    expect(compareTexts(vi, en, keyOf)).toEqual([{ kind: 'link', said: '/tin-tuc', missingIn: 'en' }]);
  });
});

test('texts as long as may be are compared in no time, whatever they hold', () => {
  const began = performance.now();
  for (const part of ['1.', '1 tháng ', '8 giờ ', 'Á ', 'Áa Áa', '0 ', 'chị ', 'xã hội '])
    compareTexts(text(part.repeat(40_000 / part.length)), text(part.repeat(40_000 / part.length)));
  expect(performance.now() - began).toBeLessThan(10_000);
});
