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

/** What is stroked on the pages of a PDF, as a drawing in points: for a decoder of codes to look at. */
export function strokesOf(pdf: Buffer, { width, height } = { width: 595, height: 842 }): string {
  const lines = streamsOf(pdf).flatMap((stream) => (/ (m|cm)\n/.test(stream) ? strokesIn(stream) : []));
  const drawn = lines.map(({ path, wide }) => `<path d="${path}" stroke="#000" stroke-width="${wide}" fill="none"/>`);
  // the paper's own axis goes upwards
  const upright = `<g transform="matrix(1 0 0 -1 0 ${height})">${drawn.join('')}</g>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${upright}</svg>`;
}

type Matrix = readonly [number, number, number, number, number, number];
const within = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  g * a + h * c,
  g * b + h * d,
  i * a + j * c,
  i * b + j * d,
  k * a + l * c + e,
  k * b + l * d + f,
];

function strokesIn(stream: string): { path: string; wide: number }[] {
  const found: { path: string; wide: number }[] = [];
  const kept: Matrix[] = [];
  let [at, path, wide, said]: [Matrix, string, number, number[]] = [[1, 0, 0, 1, 0, 0], '', 1, []];
  const placed = () => {
    const [x = 0, y = 0] = said.slice(-2);
    return `${at[0] * x + at[2] * y + at[4]} ${at[1] * x + at[3] * y + at[5]}`;
  };
  for (const word of stream.split(/\s+/)) {
    if (/^[-+.\d]+$/.test(word)) {
      said.push(Number(word));
      continue;
    }
    if (word === 'q') kept.push(at);
    else if (word === 'Q') at = kept.pop() ?? at;
    else if (word === 'cm') at = within(at, said.slice(-6) as unknown as Matrix);
    else if (word === 'w') wide = said.at(-1) ?? wide;
    else if (word === 'm') path += `M${placed()}`;
    else if (word === 'l') path += `L${placed()}`;
    else if (word === 'S') found.push({ path, wide: wide * Math.hypot(at[0], at[1]) });
    if (/^[SfBnW]\*?$/.test(word)) path = '';
    said = [];
  }
  return found;
}
