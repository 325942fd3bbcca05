import { LETTER } from '../letters/letters';

/** A drawing that leaves the page: what it holds, and the box that it is drawn in. */
export type Drawing = { inner: string; x: number; y: number; width: number; height: number; caption?: string };

export type SavedWords = {
  title: string;
  /** the day, the source, and the mark of what is made up: below the drawing, each beginning a line */
  lines: readonly string[];
};

const MARGIN = 24;
const TITLE = 30;
const CAPTION = 24;
const LINE = 22;
const GAP = 32;
const FONT = 'font-family="Be Vietnam Pro, Segoe UI, Roboto, Noto Sans, sans-serif"';

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** So many letters stand in a line of words below a drawing at most: a longer one goes on below. */
const LINE_MAX = 110;

/** The words of a line in as many as they need; an address is never broken. */
function inLines(words: string): string[] {
  const lines = [''];
  for (const word of words.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last && last.length + word.length >= LINE_MAX) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}

/** Drawings side by side as one picture that explains itself wherever it is put: title above, day, source and mark below. `letters`: rules that hold its letters. */
export function savedSvg(drawings: readonly Drawing[], { title, lines: told }: SavedWords, letters = '') {
  const lines = told.flatMap(inLines);
  const captions = drawings.some(({ caption }) => caption) ? CAPTION : 0;
  const top = MARGIN + TITLE + captions;
  const tallest = Math.max(0, ...drawings.map(({ height }) => height));
  const across = drawings.reduce((sum, drawing) => sum + drawing.width, 0) + GAP * Math.max(0, drawings.length - 1);
  const longest = Math.max(title.length * 22, ...lines.map((line) => line.length * 15)) * LETTER;
  const width = Math.ceil(Math.max(across, longest, 480) + 2 * MARGIN);
  const height = Math.ceil(top + tallest + LINE * (lines.length + 1) + MARGIN);
  let left = MARGIN;
  const parts = drawings.map((drawing) => {
    const at = left;
    left += drawing.width + GAP;
    const name = drawing.caption ? text(at, top - 8, 16, drawing.caption, true) : '';
    const view = `${drawing.x} ${drawing.y} ${drawing.width} ${drawing.height}`;
    return `${name}<svg x="${at}" y="${top}" width="${drawing.width}" height="${drawing.height}" viewBox="${view}" overflow="visible">${drawing.inner}</svg>`;
  });
  const below = lines.map((line, at) => text(MARGIN, top + tallest + LINE * (at + 1) + 10, 15, line));
  const markup =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ${FONT}>` +
    `<title>${escaped(title)}</title>${letters && `<style>${letters}</style>`}<rect width="${width}" height="${height}" fill="#fffdf7"/>` +
    `${text(MARGIN, MARGIN + 16, 22, title, true)}${parts.join('')}${below.join('')}</svg>`;
  return { markup, width, height };
}

const text = (x: number, y: number, size: number, words: string, bold = false) =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="#2b1230"${bold ? ' font-weight="700"' : ''}>${escaped(words)}</text>`;
