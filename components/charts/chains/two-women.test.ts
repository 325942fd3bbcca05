import { expect, test } from 'vitest';
import { pairOf } from './two-women';

const grounds = ['plum', 'lotus', 'rubber', 'lake', 'basalt'];
const pieces = ['biet-roi-van-hoc', 'gio-ngu-trua', 'gia-dinh-so', 'long-hung', 'hung-phuoc', 'cho-phien', 'ma-qr'];

test('a story is always led by the same two women, and not every story of a ground by the same ones', () => {
  for (const ground of grounds) {
    const led = pieces.map((piece) => pairOf(ground, piece));
    expect(pieces.map((piece) => pairOf(ground, piece))).toEqual(led);
    expect(new Set(led).size, ground).toBeGreaterThan(1);
  }
});

test('no woman wears the colour that she stands on', () => {
  const near = { plum: '#6B4A86', lotus: '#B0265F', rubber: '#2F7A4E', lake: '#124C74' };
  for (const [ground, blouse] of Object.entries(near))
    for (const piece of pieces) expect(pairOf(ground, piece).map((look) => look.blouse)).not.toContain(blouse);
});
