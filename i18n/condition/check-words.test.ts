import { expect, test } from 'vitest';
import { check, checkNames, sayings } from '@/domain/condition/check';
import { mailTroubles } from '@/domain/messages/mail-trouble';
import { locales } from '../locales';
import { checkWords } from './check-words';

/** One of every figure that a check may have. */
const figures = {
  count: 2,
  wrong: 2,
  entries: 1_200,
  days: 9,
  free: 1.5,
  total: 20,
  available: 3.2,
  gigabytes: 4,
  p95: 1_200,
  sent: 3,
  devices: 4,
  refused: 5,
  all: 9,
  without: 2,
  others: 1,
  system_administrator: 1,
  province_official: 1,
  commune_official: 1,
  sub_association_head: 0,
  at: new Date(0),
  oldestAt: new Date(0),
  endsAt: new Date(0),
  failedAt: new Date(0),
  brokenAt: new Date(0),
  since: new Date(0),
  missing: 2,
  minutes: 60,
  end: '2028-04-30',
  version: '24.1.0',
  release: '0.3.0',
  first: '1_first',
  kind: 'admin/people',
  port: '3000',
  path: '/srv/.data',
  name: 'Tài khoản Đồng Nai',
  problem: 'It is PostgreSQL 13.',
  trouble: 'unreachable',
  code: 'ETIMEDOUT CONN',
};

test('whatever a check can say has words in both languages, and what is not fine says what to do next', () => {
  let said = 0;
  for (const locale of locales)
    for (const name of checkNames)
      for (const says of Object.keys(sayings[name])) {
        const words = checkWords(locale, check(name, says as never, figures));
        for (const text of [words.name, words.says, words.next ?? 'nothing'])
          expect(text, `${locale} ${name} ${says}`).not.toMatch(/[{}]|undefined|checks\.|NaN/);
        expect(words.next === null, `${locale} ${name} ${says}`).toBe(sayings[name][says as never] === 'fine');
        said++;
      }
  expect(said).toBeGreaterThan(120);
});

test('instants are told in Viet Nam, days as days, and kinds of pages in words', () => {
  expect(checkWords('vi', check('backups', 'made', { at: new Date('2026-11-29T18:30:00Z') })).says).toContain(
    '01:30, 30/11/2026',
  );
  expect(checkWords('en', check('node', 'ended', { version: '20.19.4', end: '2026-04-30' })).says).toBe(
    '20.19.4, not mended since 30/04/2026.',
  );
  expect(checkWords('en', check('pages', 'quick', { kind: 'admin/people', p95: 80, count: 0 })).says).toContain(
    'pages of people at work',
  );
});

test('what became of mail is said in words for each trouble, and the code stands beside them', () => {
  for (const locale of locales)
    for (const trouble of mailTroubles)
      for (const says of ['waiting', 'failed'] as const) {
        const words = checkWords(locale, check('mail', says, { ...figures, trouble }));
        expect(`${words.says} ${words.next}`, `${locale} ${trouble}`).not.toMatch(/ETIMEDOUT|[{}]/);
        expect(words.says.split('. ').length, `${locale} ${trouble}`).toBeGreaterThan(1);
        expect(words.code).toContain('ETIMEDOUT CONN');
      }
  expect(checkWords('vi', check('mail', 'failed', { count: 1, trouble: 'none' })).code).toBeNull();
});
