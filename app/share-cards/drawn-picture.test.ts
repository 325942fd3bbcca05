import { expect, test } from 'vitest';
import { drawnFor } from './drawn-picture';

const piece = {
  id: '0190a000-0000-7000-8000-000000000000',
  kind: 'news' as const,
  slug: 'cho-so',
  title: 'Chợ số',
  topics: [{ code: 'cashless-payment', name: 'Thanh toán không dùng tiền mặt' }],
  scene: null,
};

test('a card without a picture shows the scene of its piece: the chosen one, else what the piece is about', () => {
  expect(drawnFor(piece)).toEqual({ kind: 'scene', scene: 'market', piece: 'cho-so' });
  expect(drawnFor({ ...piece, scene: 'boat' })).toEqual({ kind: 'scene', scene: 'boat', piece: 'cho-so' });
});

test('the card of a guide shows its phone, or the scene that was chosen for it', () => {
  const phone = { kind: 'phone', drawing: { screen: 'scan', beside: 'payment' }, topic: 'cashless-payment' };
  expect(drawnFor({ ...piece, kind: 'guide' })).toEqual(phone);
  expect(drawnFor({ ...piece, kind: 'guide', scene: 'family' })).toMatchObject({ kind: 'scene', scene: 'family' });
});
