import { readFileSync } from 'node:fs';
import { renderToBuffer } from '@react-pdf/renderer';
import sharp from 'sharp';
import { getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { pagesOf, strokesOf, textOf } from '@/components/ui/print/test-pdf';
import { CARDS_A_SHEET } from '@/domain/member-cards/member-card';
import en from '@/i18n/messages/en/member-cards.json';
import vi from '@/i18n/messages/vi/member-cards.json';
import { CardDocument } from './card-document';

type Paper = typeof vi.paper;
const wordsOf = ({ title, open, found, demo, number }: Paper) => ({
  title,
  open,
  found,
  demo,
  number: (of: string) => number.replace('{number}', of),
});
const cardOf = (at: number, calledBy = 'Thắm') => ({
  number: `TH-${1000 + at}`,
  calledBy,
  demo: true,
  address: `https://phunuso.vn/hv/${String(at).padStart(2, '0')}${'kq7_-Zx'.repeat(6)}`.slice(0, 66),
});
const print = (cards: ReturnType<typeof cardOf>[]) =>
  renderToBuffer(CardDocument({ cards, vi: wordsOf(vi.paper), en: wordsOf(en.paper) }));

/** What a decoder reads in the codes of a paper that was printed at 200 dots to an inch. */
async function scanned(pdf: Buffer): Promise<string[]> {
  const wasmBinary = new Uint8Array(readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm')).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  const picture = sharp(Buffer.from(strokesOf(pdf)), { density: 200 })
    .ensureAlpha()
    .raw();
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  const image = { data: new Uint8ClampedArray(data), width: info.width, height: info.height, colorSpace: 'srgb' };
  const read = await readBarcodes(image as ImageData, { formats: ['QRCode'], maxNumberOfSymbols: 20, tryHarder: true });
  return read.map(({ text }) => text).sort();
}

test('each code on the paper is read back as the address of its card', async () => {
  const cards = Array.from({ length: CARDS_A_SHEET }, (_, at) => cardOf(at));
  expect(await scanned(await print(cards))).toEqual(cards.map(({ address }) => address).sort());
});

test('a card tells the name she is called by, its number and what it is, in both languages, and one more begins a sheet', async () => {
  const pdf = await print([cardOf(1, 'Nguyễn Thị Phương Thảo Nguyên')]);
  const said = textOf(pdf).join('\n').replace(/\s+/g, ' ');
  for (const words of ['TH-1001', 'Phương', vi.paper.title, en.paper.title]) expect(said).toContain(words);
  expect(pagesOf(pdf)).toBe(1);
  expect(pagesOf(await print(Array.from({ length: CARDS_A_SHEET + 1 }, (_, at) => cardOf(at))))).toBe(2);
});

/** Where words stand on the first sheet, and what is drawn with lines as wide as those of a code. */
async function placesOf(pdf: Buffer) {
  const page = await (await getDocumentProxy(new Uint8Array(pdf))).getPage(1);
  const { items } = await page.getTextContent();
  const words = items.flatMap((item) => {
    if (!('str' in item) || !item.str.trim()) return [];
    const [size = 0, , , , x = 0, y = 0] = item.transform as number[];
    return [{ said: item.str, left: x, right: x + item.width, bottom: y - size * 0.15, top: y + size * 0.7 }];
  });
  const paths = [...strokesOf(pdf).matchAll(/d="([^"]*)" stroke="#000" stroke-width="([\d.]+)"/g)];
  const drawn = paths
    .filter(([, , wide]) => Number(wide) > 1)
    .flatMap(([, path = '']) => path.match(/-?[\d.]+ -?[\d.]+/g) ?? []);
  const points = drawn.map((point) => point.split(' ').map(Number) as [number, number]);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return {
    words,
    code: { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) },
  };
}

test('no words stand on the code, however they wrap, and none beyond the card', async () => {
  const { words, code } = await placesOf(await print([cardOf(1, 'Nguyễn Thị Phương Thảo Nguyên')]));
  expect(code.right - code.left).toBeGreaterThan(70);
  expect(words.length).toBeGreaterThan(5);
  const over = words.filter(
    ({ left, right, bottom, top }) => left < code.right && right > code.left && bottom < code.top && top > code.bottom,
  );
  expect(over.map(({ said }) => said)).toEqual([]);
  expect(Math.min(...words.map(({ bottom }) => bottom))).toBeGreaterThan(842 - 34 - 153);
});
