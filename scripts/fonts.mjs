/**
 * Cuts the fonts to the letters of Vietnamese and English, into public/fonts. Run by hand when they change, with the folder of
 * Fontsource's uncut files of Literata: `node scripts/fonts.mjs <folder>`.
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

/** Vietnamese needs these of the letters of Latin-1; names with others are shown in the font that stands in. */
const ofLatin1 = 'ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý';
const latin = `${characters(0x20, 0x7e)}\u00a0©«»°·×±²½–—‘’“”…•→←‹›″′≥≤−€™${ofLatin1}`;

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

/** A letter and its mark are one sign in these fonts, and shapers put them together: nothing has to be placed by rule. */
const keepFeatures = ['kern', 'lnum', 'tnum'];

const folder = process.argv[2];
if (!folder) {
  process.stderr.write('Usage: node scripts/fonts.mjs <folder with the uncut files of Literata>\n');
  process.exit(1);
}

const fonts = [
  // Fontsource cuts a font by script; nobody asks for the other weights.
  ...[
    { from: 'literata-latin-wght-normal.woff2', to: 'literata-latin.woff2', text: latin },
    { from: 'literata-vietnamese-wght-normal.woff2', to: 'literata-vietnamese.woff2', text: vietnamese },
  ].map(({ from, ...font }) => ({
    ...font,
    from: join(folder, from),
    variationAxes: { wght: { min: 400, max: 750 } },
  })),
  ...['400Regular', '600SemiBold'].map((weight) => ({
    from: `node_modules/@expo-google-fonts/be-vietnam-pro/${weight}/BeVietnamPro_${weight}.ttf`,
    to: `be-vietnam-pro-${weight.slice(0, 3)}.woff2`,
    text: latin + vietnamese,
  })),
];

/** For pictures that leave the page: one weight in one file, as `npm pack @expo-google-fonts/literata@0.4.3` brings it beside the others. */
const forPictures = {
  from: join(folder, 'Literata_700Bold.ttf'),
  to: 'literata-700.ttf',
  text: latin + vietnamese,
  targetFormat: 'truetype',
};

for (const { from, to, text, ...options } of [...fonts, forPictures]) {
  const cut = await subsetFont(await readFile(from), text, {
    targetFormat: 'woff2',
    ...options,
    keepFeatures,
    // phones ignore it, and it is half of each Sans file
    noHinting: true,
  });
  await writeFile(join('public/fonts', to), cut);
  process.stdout.write(`${to}: ${cut.length} bytes\n`);
}
