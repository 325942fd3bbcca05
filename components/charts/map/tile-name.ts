/**
 * Fits a commune's name into its tile: one or two lines, as large as both allow.
 * Widths are those of Be Vietnam Pro 600 in shares of the font size, by class of letter, marks left aside.
 */
const wide = /[mwMW]/;
const broad = /[A-HK-VX-ZĐ]/;
const narrow = /[iljI]/;
const slim = /[rtfJ]/;

function letterWidth(letter: string): number {
  if (letter === ' ') return 0.23;
  if (letter === '%') return 0.86;
  if (wide.test(letter)) return 0.89;
  if (narrow.test(letter)) return 0.29;
  if (slim.test(letter)) return 0.43;
  return broad.test(letter) ? 0.73 : 0.63;
}

/** The width of a text at a font size of 1. */
export function textWidth(text: string): number {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  return [...plain].reduce((sum, letter) => sum + letterWidth(letter), 0);
}

export type FittedName = { lines: readonly string[]; size: number };

/** All ways to set the words in one or two lines. */
function settings(name: string): string[][] {
  const words = name.split(' ');
  const breaks = words.slice(1).map((_, index) => [words.slice(0, index + 1), words.slice(index + 1)]);
  return [[name], ...breaks.map((halves) => halves.map((half) => half.join(' ')))];
}

/**
 * The setting that allows the largest letters up to `size`, where the upper line has `upper` and the lower line
 * `lower` to fill; of equals, the one whose lines are most alike. One line stands in the lower, broader place.
 */
export function fitName(name: string, upper: number, lower: number, size: number): FittedName {
  const fitted = settings(name).map((lines) => {
    const widths = lines.map(textWidth);
    const room = lines.length === 1 ? [lower] : [upper, lower];
    const largest = Math.min(size, ...widths.map((width, index) => (room[index] ?? lower) / width));
    return { lines, size: Math.floor(largest * 10) / 10, spread: Math.max(...widths) - Math.min(...widths) };
  });
  const [best] = fitted.sort(
    (one, other) => other.size - one.size || other.lines.length - one.lines.length || one.spread - other.spread,
  );
  return { lines: best?.lines ?? [name], size: best?.size ?? size };
}
