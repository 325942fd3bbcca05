import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stretchesOf, wholeAddress } from './address';

const linksIn = (words: string) => stretchesOf(words).flatMap(({ text, href }) => (href ? [[text, href]] : []));

test('an address that says so itself leads there, without what ends its sentence', () => {
  expect(stretchesOf('Mở https://vneid.gov.vn/hoi-dap, rồi xem (www.dongnai.gov.vn).')).toEqual([
    { text: 'Mở ' },
    { text: 'https://vneid.gov.vn/hoi-dap', href: 'https://vneid.gov.vn/hoi-dap' },
    { text: ', rồi xem (' },
    { text: 'www.dongnai.gov.vn', href: 'https://www.dongnai.gov.vn' },
    { text: ').' },
  ]);
  expect(linksIn('HTTP://A.vn/x?u=https://b.vn/y!')).toEqual([
    ['HTTP://A.vn/x?u=https://b.vn/y', 'HTTP://A.vn/x?u=https://b.vn/y'],
  ]);
  expect(linksIn('https://vi.wikipedia.org/wiki/Chữ_(tiếng)')).toEqual([
    ['https://vi.wikipedia.org/wiki/Chữ_(tiếng)', 'https://vi.wikipedia.org/wiki/Ch%E1%BB%AF_(ti%E1%BA%BFng)'],
  ]);
});

test.each([
  'dichvucong.gov.vn',
  'chi.a@www.hoi.vn',
  'xhttps://a.vn',
  'javascript://www.a.vn/%0aalert(1)',
  'https://',
  'https://…',
  'www.',
  'www. dongnai',
  'ftp://a.vn',
  'https://vcb.com.vn@thief.example/',
  'https://<script>',
  '`https://a.vn`',
])('%s is words', (words) => {
  expect(linksIn(words)).toEqual([]);
});

test('whatever is typed: together the stretches are it, and none of them leads elsewhere than the web', () => {
  const piece = fc.constantFrom(
    ' ',
    '(',
    ').',
    '"',
    '<',
    'https://a.vn/é',
    'www.b.gov.vn',
    'javascript:',
    '@',
    ',',
    'ạ',
  );
  const words = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 }), fc.constant('\ud800')), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(words, (pieces) => {
      const typed = pieces.join('');
      const stretches = stretchesOf(typed);
      expect(stretches.map(({ text }) => text).join('')).toBe(typed);
      for (const { text, href } of stretches) {
        expect(text).not.toBe('');
        if (href) expect(href).toMatch(/^https?:\/\/[!#-;=?-~]+$/i);
      }
    }),
  );
});

test('a closing bracket belongs to an address that opened it, and not to the sentence around it', () => {
  expect(wholeAddress('https://vi.wikipedia.org/wiki/A_(b)).')).toBe('https://vi.wikipedia.org/wiki/A_(b)');
  expect(wholeAddress('https://a.vn/x).')).toBe('https://a.vn/x');
  expect(wholeAddress('https://a.vn/(x)/(y)')).toBe('https://a.vn/(x)/(y)');
});

test('a run without an end is read in no time', () => {
  const before = process.cpuUsage();
  for (const run of [')', '(', 'www.', 'https://', 'a', '.'])
    expect(stretchesOf(`https://a${run.repeat(40_000)}`).length).toBeGreaterThan(0);
  expect(wholeAddress(')'.repeat(40_000))).toBe('');
  expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
});
