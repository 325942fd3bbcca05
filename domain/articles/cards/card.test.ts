import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftInput } from '../article';
import { type ArticleNode, plainOf } from '../document';
import { markdownOf } from '../documents/markdown';
import { documentOf } from '../documents/written';
import { CARDS_MAX, type CardRef, cardKinds, keptCardsOf } from './card';
import { readCard, writtenCard } from './written-card';

const card = (attrs: object): ArticleNode => ({ type: 'card', attrs: attrs as Record<string, unknown> });
const doc = (...content: ArticleNode[]) => JSON.stringify({ type: 'doc', content });
const lead: ArticleNode = { type: 'paragraph', content: [{ type: 'text', text: 'Lời đầu' }] };
const id = '018f6d2a-0000-7000-8000-000000000001';

const slugs = fc
  .array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('-'));
const cards: fc.Arbitrary<CardRef> = fc.oneof(
  slugs.map((ref) => ({ of: 'commune' as const, ref })),
  fc.constantFrom('digital_family', 'digital_womens_club', id).map((ref) => ({ of: 'model' as const, ref })),
  fc.integer({ min: 1, max: 999_999_999 }).map((number) => ({ of: 'session' as const, ref: String(number) })),
  fc
    .tuple(fc.constantFrom('coverage_group', 'sessions_held', 'women_guided'), slugs)
    .map(([code, place]) => ({ of: 'figure' as const, ref: `${code}/${place}/2026-11-24` })),
);

test('every card goes through Markdown and comes back the same, among other blocks and within them', () => {
  fc.assert(
    fc.property(fc.array(cards, { minLength: 1, maxLength: 4 }), (refs) => {
      const nodes = refs.map((ref) => card(ref));
      const list: ArticleNode = { type: 'blockquote', content: [lead, ...nodes] };
      const document = documentOf(doc(lead, ...nodes, list, lead));
      expect(keptCardsOf(document).map(({ of, ref }) => ({ of, ref }))).toEqual([...refs, ...refs]);
      expect(documentOf(markdownOf(document))).toEqual(document);
    }),
    { numRuns: 100 },
  );
});

describe('a card is written as the address of its page in double brackets', () => {
  test.each([
    ['[[/xa-phuong/long-hung]]', { of: 'commune', ref: 'long-hung' }],
    ['[[https://vi-du.vn/en/communes/long-hung]]', { of: 'commune', ref: 'long-hung' }],
    ['[[ /mo-hinh/gia-dinh-so/ ]]', { of: 'model', ref: 'digital_family' }],
    ['[[/th/7]]', { of: 'session', ref: '7' }],
    ['[[/en/trainings/using-vneid-7]]', { of: 'session', ref: 'using-vneid-7' }],
    [
      '[[/so-lieu/ty-le-bao-phu-chi-hoi/long-hung/2026-11-24]]',
      { of: 'figure', ref: 'coverage_sub_association/long-hung/2026-11-24' },
    ],
  ])('%s', (line, ref) => {
    expect(readCard(line)).toEqual(ref);
    expect(documentOf(`Lời đầu\n${line}\nLời sau`).content?.map(({ type }) => type)).toEqual([
      'paragraph',
      'card',
      'paragraph',
    ]);
  });

  test.each([
    '[[/tin-tuc/mot-bai]]',
    '[[/xa-phuong/Long Hưng]]',
    '[[/xa-phuong/../admin]]',
    '[[/th/7?x=1]]',
    '[[/so-lieu/khong-co/long-hung/2026-11-24]]',
    '[[/so-lieu/ty-le-bao-phu-chi-hoi/long-hung/hom-nay]]',
    'xem [[/th/7]]',
    '[[javascript:alert(1)]]',
  ])('%s stays the words that were typed', (line) => {
    const document = documentOf(line);
    expect(keptCardsOf(document)).toEqual([]);
    expect(plainOf(document)).toContain(line.slice(0, 12));
  });

  test('words that look like one in the editor stay words', () => {
    const typed = documentOf(doc({ type: 'paragraph', content: [{ type: 'text', text: '[[/th/7]]' }] }));
    expect(documentOf(markdownOf(typed))).toEqual(typed);
  });
});

describe('of a card that is sent', () => {
  test('nothing is taken over but what it leads to', () => {
    const sent = card({
      of: 'figure',
      ref: 'coverage_group/long-hung/2026-11-24',
      words: '100 %',
      figure: { percent: 100, state: 'known' },
      html: '<img src=x onerror=alert(1)>',
    });
    expect(documentOf(doc(lead, { ...sent, content: [lead] })).content?.[1]).toEqual(
      card({ of: 'figure', ref: 'coverage_group/long-hung/2026-11-24' }),
    );
  });

  test.each([
    { of: 'account', ref: 'x' },
    { of: 'session', ref: '7; DROP' },
    { of: 'session', ref: 7 },
    { of: '__proto__', ref: 'x' },
    { of: ['commune'], ref: 'long-hung' },
    { of: 'commune', ref: '../admin' },
    { of: 'commune', ref: 'a'.repeat(201) },
    { of: 'figure', ref: 'coverage_group/long-hung' },
    {},
  ])('%j falls away', (attrs) => {
    expect(documentOf(doc(lead, card(attrs))).content).toEqual([lead]);
  });
});

test('a text holds ten cards, not eleven', () => {
  const written = (count: number) =>
    draftInput.shape.bodyVi.safeParse(['Lời đầu', ...Array(count).fill('[[/th/7]]')].join('\n\n'));
  expect(written(CARDS_MAX).success).toBe(true);
  expect(written(CARDS_MAX + 1).error?.issues[0]?.message).toBe('too-many-cards');
});

test('each kind of card has a line of its own', () => {
  const lines = cardKinds.map((of) => writtenCard({ of, ref: of === 'figure' ? 'sessions_held/x/2026-11-24' : 'x' }));
  expect(new Set(lines).size).toBe(cardKinds.length);
});
