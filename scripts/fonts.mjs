/**
 * Cuts the fonts to what Vietnamese and English pages need, into public/fonts. Run by hand when a font or the set of
 * characters changes, with the folder of Fontsource's uncut WOFF2 files: `node scripts/fonts.mjs <folder>`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
// @ts-expect-error it brings no types
import subsetFont from 'subset-font';

/**
 * @param {number} from
 * @param {number} to
 */
const characters = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, at) => from + at));

const latin = `${characters(0x20, 0x7e)}${characters(0xa0, 0xff)}–—‘’“”„…•×→←‹›″′≥≤−€™`;

/** The letters of Vietnamese that Latin-1 lacks, its five tone marks standing alone, and the đồng. */
const vietnamese = [
  characters(0x102, 0x103),
  characters(0x110, 0x111),
  characters(0x128, 0x129),
  characters(0x168, 0x169),
  characters(0x1a0, 0x1a1),
  characters(0x1af, 0x1b0),
  characters(0x1ea0, 0x1ef9),
  '\u0300\u0301\u0303\u0309\u0323₫',
].join('');

/** @type {Record<string, string>} */
const text = { latin, vietnamese };
const keepFeatures = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'lnum', 'tnum'];

const fonts = [
  ...['latin', 'vietnamese'].map((part) => ({
    from: `literata-${part}-wght-normal.woff2`,
    to: `literata-${part}.woff2`,
    part,
    // nobody asks for the other weights
    variationAxes: { wght: { min: 400, max: 750 } },
  })),
  ...[400, 600, 700].flatMap((weight) =>
    ['latin', 'vietnamese'].map((part) => ({
      from: `be-vietnam-pro-${part}-${weight}-normal.woff2`,
      to: `be-vietnam-pro-${part}-${weight}.woff2`,
      part,
    })),
  ),
];

const folder = process.argv[2];
if (!folder) {
  process.stderr.write('Usage: node scripts/fonts.mjs <folder with the uncut fonts>\n');
  process.exit(1);
}

for (const { from, to, part, ...options } of fonts) {
  const cut = await subsetFont(await readFile(join(folder, from)), text[part], {
    ...options,
    targetFormat: 'woff2',
    keepFeatures,
    // phones ignore it, and it is half of each Sans file
    noHinting: true,
  });
  await writeFile(join('public/fonts', to), cut);
  process.stdout.write(`${to}: ${cut.length} bytes\n`);
}
