import { expect, test } from 'vitest';
import type { ShareCard } from '@/components/layout/share-cards/share-card';
import { sharedImages } from './shared-images';

const card: ShareCard = {
  title: 'Nhận ra cuộc gọi giả danh',
  words: null,
  line: 'Phường Long Hưng',
  picture: { kind: 'scene', scene: 'women', piece: 'a' },
  place: null,
  subject: null,
  demo: null,
};
const at = { route: 'shareCard', params: { of: 'tin-tuc', slug: 'a' } } as const;
const versionsOf = (over: Partial<ShareCard>) =>
  sharedImages('vi', { ...card, ...over }, at).map(({ url }) => new URL(url).searchParams.get('v'));

test('a card that says something else is asked for at another address, one that says the same at the same', () => {
  expect(versionsOf({})).toEqual(versionsOf({}));
  for (const over of [{ title: 'Khác' }, { line: 'Phường Trảng Dài' }, { demo: 'Dữ liệu minh họa' }])
    expect(versionsOf(over)).not.toEqual(versionsOf({}));
});

test('a card that shows another scene, or another phone, is asked for at another address', () => {
  const phone = { kind: 'phone', drawing: { screen: 'scan', beside: 'payment' }, topic: null } as const;
  const pictures: ShareCard['picture'][] = [
    { kind: 'scene', scene: 'women', piece: 'a' },
    { kind: 'scene', scene: 'boat', piece: 'a' },
    phone,
    { ...phone, drawing: { screen: 'list', beside: 'book' } },
  ];
  expect(new Set(pictures.map((picture) => versionsOf({ picture }).join())).size).toBe(pictures.length);
});

test('a card with a picture that was taken lies at an address of its own, and at another once it shows something else', () => {
  const taken = {
    kind: 'taken' as const,
    id: 'a',
    words: 'Trong ảnh: x',
    width: 9,
    height: 6,
    widths: [9],
    focal: { x: 50, y: 50 },
  };
  const urls = sharedImages('vi', { ...card, picture: taken }, at).map(({ url }) => new URL(url).pathname);
  expect(urls).toEqual(['/the/ngang/tin-tuc/a.jpg', '/the/vuong/tin-tuc/a.jpg']);
  expect(versionsOf({ picture: taken })).not.toEqual(versionsOf({}));
  for (const over of [{ id: 'b' }, { words: 'y' }, { focal: { x: 10, y: 50 } }])
    expect(versionsOf({ picture: { ...taken, ...over } })).not.toEqual(versionsOf({ picture: taken }));
});

test('the wide card stands first, each with its size and its words, at an address in the language of the page', () => {
  const told = (['vi', 'en'] as const).map((locale) => sharedImages(locale, card, at));
  expect(told.map((images) => images.map(({ width, height }) => [width, height]))).toEqual(
    Array(2).fill([
      [1200, 630],
      [1080, 1080],
    ]),
  );
  expect(told.flat().map(({ url }) => new URL(url).pathname)).toEqual([
    '/the/ngang/tin-tuc/a.png',
    '/the/vuong/tin-tuc/a.png',
    '/en/cards/wide/tin-tuc/a.png',
    '/en/cards/square/tin-tuc/a.png',
  ]);
  for (const { alt } of told.flat()) expect(alt).toBe('Nhận ra cuộc gọi giả danh. Phường Long Hưng.');
});
