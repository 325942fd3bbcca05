import { inflateSync } from 'node:zlib';

/** The streams of a PDF, unpacked. */
const streamsOf = (pdf: Buffer) =>
  pdf
    .toString('latin1')
    .split('stream\n')
    .slice(1)
    .flatMap((part) => {
      const raw = Buffer.from(part.slice(0, part.indexOf('endstream')), 'latin1');
      try {
        return [inflateSync(raw).toString('latin1')];
      } catch {
        return [];
      }
    });

/** Every text that the fonts of a PDF can say: what its ToUnicode maps give for the glyphs on its pages. */
export function textOf(pdf: Buffer): string[] {
  const streams = streamsOf(pdf);
  const maps = streams
    .filter((stream) => stream.includes('beginbfrange'))
    .map((stream) => {
      const letters = [...(/\[([^\]]*)\]/.exec(stream)?.[1] ?? '').matchAll(/<([0-9a-f ]*)>/g)];
      return letters.map(([, hex = '']) => Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
    });
  return streams
    .filter((stream) => stream.includes(' TJ'))
    .flatMap((stream) => [...stream.matchAll(/\[([^\]]*)\] TJ/g)])
    .flatMap(([, shown = '']) => {
      const glyphs = [...shown.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
      return maps.map((letters) => glyphs.map((glyph) => letters[Number.parseInt(glyph, 16)] ?? '').join(''));
    });
}

/** How many sheets it has. */
export const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
