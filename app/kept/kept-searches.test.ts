import { expect, test } from 'vitest';
import { oneOf } from '@/app/address';
import { askedFor } from '@/domain/search/search';
import { questionOf } from '@/server/front/question';

const PARTS = [
  'a',
  'Ắ',
  'o\u031b\u0323',
  'é'.normalize('NFD'),
  ' ',
  '  ',
  '\t',
  '\r\n',
  '+',
  '&',
  '%',
  '\u00a0',
  '\u2003',
  '\u200e',
].concat(['\u2028', '\ufeff', '\u00ad', '\u0001', '\u1100\u1161', '\ud83d\ude00', '\ud83d', '"', '<', 'đ']);

test('whatever is typed, the page reads the same in the text under which it is kept', () => {
  let kept = 0;
  for (let time = 0; time < 20_000; time++) {
    const length = 1 + (time % 12);
    const text = Array.from({ length }, () => PARTS[Math.floor(Math.random() * PARTS.length)]).join('');
    const query = `?${new URLSearchParams({ q: text, utm: 'zalo' })}`;
    const question = questionOf('q', '/tim-kiem', '/vi/search/asked', query);
    if (!question) continue;
    kept++;
    const [asked, handedOn] = [query, question.internal.slice('/vi/search/asked'.length)].map((of) =>
      askedFor(oneOf(new URLSearchParams(of).get('q') ?? '')),
    );
    expect(handedOn, JSON.stringify(text)).toBe(asked);
  }
  expect(kept).toBeGreaterThan(1_000);
});
