import { expect, test } from 'vitest';
import { meantBy, namedThing, type Slip, type Suggestion, waysOn } from './meant';

const things = [
  { what: 'topic', name: 'Phòng lừa đảo, an toàn mạng' },
  { what: 'topic', name: 'Dịch vụ công trực tuyến' },
  { what: 'topic', name: 'VNeID và định danh điện tử' },
  { what: 'model', kind: 'digital_womens_club', name: 'Câu lạc bộ Phụ nữ số' },
  { what: 'article', kind: 'guide', slug: 'chuyen-tien', name: 'Chuyển tiền trên điện thoại, an toàn' },
  { what: 'indicator', code: 'unit_coverage', name: 'Chi hội đạt chỉ tiêu bao phủ' },
  { what: 'commune', slug: 'long-hung', name: 'Long Hưng' },
  { what: 'commune', slug: 'long-hung', name: 'An Hòa' },
].map((one) => namedThing(one as Suggestion));
const meant = (question: string, slip: Slip = 'slight') => meantBy(question, things, slip).map(({ name }) => name);
const ways = (question: string, known: readonly string[] = []) =>
  waysOn(question, things, ({ name }) => known.includes(name)).map(({ name }) => name);

test('two letters turned round are a slip, whether or not something was found, with marks and without', () => {
  for (const question of ['lua doa', 'lừa đoả', 'lau dao'])
    expect(meant(question)).toEqual(['Phòng lừa đảo, an toàn mạng']);
  expect(meant('lớp ở logn hung')).toEqual(['Long Hưng']);
  expect(meant('logn hungg', 'any')).toEqual(['Long Hưng']);
});

test('another letter in a short word is a slip only where nothing was found', () => {
  expect(meant('vneit')).toEqual([]);
  expect(meant('vneit', 'any')).toEqual(['VNeID và định danh điện tử']);
  expect(meant('mang', 'any')).toEqual([]);
  expect(meant('truyen', 'any')).toEqual(['Dịch vụ công trực tuyến']);
});

test('what a name holds as it was typed is no slip, and neither is a word of two letters, a far one or none', () => {
  for (const question of ['lừa đảo', 'lua dao', 'dai', 'on', 'zzzzzz qqqq', '', '!!', '😀', 'lớp học ở xã'])
    expect(meant(question, 'any'), question).toEqual([]);
  expect(meant('a'.repeat(300), 'any')).toEqual([]);
});

test('near to what was found are names with all its words, or with two and half of them as whole words', () => {
  expect(ways('an toan')).toEqual(['Phòng lừa đảo, an toàn mạng', 'Chuyển tiền trên điện thoại, an toàn']);
  expect(ways('bán hàng trực tuyến')).toEqual(['Dịch vụ công trực tuyến']);
  for (const question of ['bán điện', 'cong an', 'toan mang luoi xe dien', ''])
    expect(ways(question), question).toEqual([]);
});

test('a place is near only where its whole name stands in the question, and what is shown already is not repeated', () => {
  expect(ways('lớp vneid an hoà')).toEqual(['An Hòa']);
  expect(ways('long')).toEqual([]);
  expect(ways('an toan', ['Phòng lừa đảo, an toàn mạng'])).toEqual(['Chuyển tiền trên điện thoại, an toàn']);
});

test('no kind of name takes all the room', () => {
  const many = Array.from({ length: 30 }, (_, at) =>
    namedThing({ what: 'article', kind: 'guide', slug: `an-toan-${at}`, name: `An toàn ${at}` }),
  );
  expect(waysOn('an toan', [...many, ...things], () => false).map(({ what }) => what)).toEqual([
    'article',
    'article',
    'article',
    'topic',
  ]);
});
