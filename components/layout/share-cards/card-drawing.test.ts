import { describe, expect, test } from 'vitest';
import { scenes } from '@/domain/articles/scenes/scene';
import { cardSvg } from './card-drawing';
import { cardLayouts } from './card-layout';
import { type CardShape, cardShapes, cardWords, figureOr, type ShareCard } from './share-card';

const shapes = Object.keys(cardShapes) as CardShape[];
const places = [-2, -1, 0, 1, 2].flatMap((q) =>
  [-1, 0, 1].map((r) => ({ q, r, code: `${q}${r}`, name: `Xã ${q}${r}` })),
);
const card = (over: Partial<ShareCard> = {}): ShareCard => ({
  title: 'Giờ trưa ở lớp mầm non',
  words: null,
  line: 'Phường Trảng Dài',
  picture: { kind: 'scene', scene: 'women', piece: 'gio-trua' },
  place: '00',
  subject: 'vneid',
  demo: null,
  ...over,
});
const taken = {
  kind: 'taken' as const,
  id: 'a',
  words: 'Trong ảnh: Chị em học gọi video',
  width: 1600,
  height: 1000,
  widths: [480],
  focal: { x: 50, y: 50 },
};
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

describe.each(shapes)('a %s card', (shape) => {
  const draw = (over?: Partial<ShareCard>) => cardSvg(shape, card(over), places);

  test('says its title, its place and the name of the portal, and is as large as it says', () => {
    const svg = draw();
    const { width, height } = cardShapes[shape];
    expect(svg).toContain(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`);
    expect(textsOf(svg).join(' ')).toContain('Giờ trưa ở lớp mầm non');
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['Phụ nữ số', 'Đồng Nai', 'Phường Trảng Dài']));
  });

  test('marks what is made up, and nothing else', () => {
    expect(textsOf(draw({ demo: 'Dữ liệu minh họa' }))).toContain('Dữ liệu minh họa');
    expect(draw()).not.toContain('url(#made-up)');
  });

  test('holds no markup of its words, and shows no picture that was taken', () => {
    const svg = draw({ title: '</text><image href="x"/>&"', line: '<script>' });
    expect(svg).not.toMatch(/<image|<script|<[^>]* (href|style)=/);
    expect(svg).toContain('&lt;script&gt;');
  });

  test('shows a number, or the leaf of a day, in place of the women', () => {
    const skin = '#D9A07A';
    const figure = draw({ picture: { kind: 'figure', figure: '58,3%' } });
    expect(textsOf(figure)).toContain('58,3%');
    const leaf = draw({
      picture: { kind: 'leaf', weekday: 'Thứ Bảy', day: '05', month: 'tháng 12/2026', times: '14:00 – 16:00' },
    });
    expect(textsOf(leaf)).toEqual(expect.arrayContaining(['Thứ Bảy', '05', 'tháng 12/2026', '14:00 – 16:00']));
    for (const svg of [figure, leaf]) expect(svg).not.toContain(skin);
  });

  test('shows each scene in its own drawing, and of a guide its phone', () => {
    const phone = draw({ picture: { kind: 'phone', drawing: { screen: 'face', beside: 'identity' }, topic: 'vneid' } });
    const drawn = scenes.map((scene) => draw({ picture: { kind: 'scene', scene, piece: 'gio-trua' } }));
    expect(new Set([...drawn, phone]).size).toBe(scenes.length + 1);
    expect(drawn[0]).toBe(draw());
    // no style of a page says how a sign is drawn
    expect(phone).toMatch(/<g transform="translate\(10 14\)" color="#2B1230" fill="none" stroke="#2B1230"/);
  });

  test('leaves the place of a picture that was taken free, and draws no women beside it', () => {
    const drawn = draw({ picture: taken });
    const { x, y, width, height } = cardLayouts[shape].taken;
    expect(drawn).toContain(`M${x} ${y}v${height}h${width}v-${height}Z" fill-rule="evenodd"`);
    expect(drawn).not.toMatch(/<image|#D9A07A/);
    expect(textsOf(drawn).join(' ')).toContain('Giờ trưa ở lớp mầm non');
    expect(draw()).not.toContain(`M${x} ${y}v${height}`);
  });

  test('of a place that is silent says its name and nothing else', () => {
    const said = textsOf(draw({ title: 'Xã Tân An', line: null }));
    expect(said.filter((text) => !['Phụ nữ số', 'Đồng Nai'].includes(text ?? ''))).toEqual(['Xã Tân An']);
    expect(cardWords(card({ title: 'Xã Tân An', line: null }))).toBe('Xã Tân An.');
  });

  test('is drawn without any commune too', () => {
    expect(cardSvg(shape, card({ place: null }), [])).toContain('</svg>');
  });
});

test('a number that is long, or that nobody knows, stands in words alone', () => {
  expect(figureOr('58,3%', 'x')).toEqual({ kind: 'figure', figure: '58,3%' });
  const women = { kind: 'scene', scene: 'women', piece: 'x' };
  expect(figureOr('Từ 12.340 chị', 'x')).toEqual(women);
  expect(figureOr(null, 'x')).toEqual(women);
});

test('who hears a card hears what it says, each part as a sentence', () => {
  expect(cardWords(card({ picture: taken }))).toBe(
    'Giờ trưa ở lớp mầm non. Phường Trảng Dài. Trong ảnh: Chị em học gọi video.',
  );
  expect(cardWords(card({ words: 'Đã phủ.', demo: 'Dữ liệu minh họa' }))).toBe(
    'Giờ trưa ở lớp mầm non. Đã phủ. Phường Trảng Dài. Dữ liệu minh họa.',
  );
});
