import { readFileSync } from 'node:fs';
import { NextIntlClientProvider } from 'next-intl';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { erasureReasons } from '@/domain/consents/erasure/erasure';
import { endReasons as cardReasons } from '@/domain/member-cards/member-card';
import { endReasons as pairReasons } from '@/domain/pairs/pair';
import { type Locale, locales } from '@/i18n/locales';
import { ChangeWords } from './change-words';

const namespaces = ['audit', 'pairs', 'member-cards', 'consents', 'people', 'trainings', 'digital-models', 'access'];
const messagesIn = (locale: Locale) =>
  Object.fromEntries(
    namespaces.map((name) => [name, JSON.parse(readFileSync(`i18n/messages/${locale}/${name}.json`, 'utf8'))]),
  );

function toldIn(locale: Locale, action: string, change: Record<string, unknown>): string {
  const children = createElement(ChangeWords, { action, change });
  const provided = { locale, messages: messagesIn(locale), timeZone: 'Asia/Ho_Chi_Minh' };
  const drawn = renderToStaticMarkup(createElement(NextIntlClientProvider, { ...provided, children }));
  return drawn.replace(/<[^>]+>/g, '');
}

test('a reason that is chosen from a list is told in the words of that list, in both languages', () => {
  expect(toldIn('vi', 'endPair', { reason: 'mistake', never: true })).toBe('lý do: Ghi nhầm · ghi nhầm: có');
  expect(toldIn('en', 'endPair', { reason: 'mistake' })).toBe('reason: Entered by mistake');
  // the same code, of a pair and of a card
  expect(toldIn('vi', 'endPair', { reason: 'moved' })).toBe('lý do: Chuyển nơi ở');
  expect(toldIn('vi', 'endMemberCard', { reason: 'moved' })).toBe('lý do: chuyển nơi giữ hồ sơ');
  for (const locale of locales) {
    const { pairs, consents, audit, 'member-cards': cards } = messagesIn(locale);
    const lists = [
      ['endPair', pairReasons, pairs.end.reasons],
      ['endMemberCard', cardReasons, cards.reason],
      ['erasePerson', erasureReasons, consents.erase.reasons],
    ] as const;
    for (const [action, reasons, words] of lists)
      for (const reason of reasons)
        expect(toldIn(locale, action, { reason })).toBe(`${audit.changes.reason}: ${words[reason] ?? '?'}`);
  }
});

test('a reason that somebody wrote stays as she wrote it', () => {
  expect(toldIn('vi', 'revokeRole', { reason: 'thôi việc' })).toBe('lý do: thôi việc');
  expect(toldIn('vi', 'endPair', { reason: 'hai chị thôi học' })).toBe('lý do: hai chị thôi học');
});

test('two days are a stretch of them, in whatever order the trail keeps them; what changed from one value to another stays told so', () => {
  const month = { to: '2026-11-30', from: '2026-11-01', sha256: 'a1' };
  expect(toldIn('vi', 'signReport', month)).toBe('từ 01/11/2026 đến 30/11/2026 · và 1 chi tiết khác');
  expect(toldIn('en', 'signReport', { from: '2026-11-01', to: '2026-11-30' })).toBe('from 01/11/2026 to 30/11/2026');
  expect(toldIn('vi', 'pairUp', { from: '2026-11-01' })).toBe('từ: 01/11/2026');
  expect(toldIn('vi', 'setTarget', { from: 60, to: 75 })).toBe('từ: 60 · thành: 75');
});
