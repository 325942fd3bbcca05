/** How wide letters are, in sizes of the letter, rounded up: nothing tells it where a picture is drawn. */
type Widths = { of: Record<string, string>; other: number };

/** Literata, bold. */
const serif: Widths = {
  of: {
    '.2': ' ',
    '.28': "'’",
    '.36': 'j.,:;!-()',
    '.4': 'il',
    '.44': 'ftI1"',
    '.52': 's–/',
    '.56': 'crz2357?“”',
    '.6': 'aeJ689+',
    '.64': 'govxyFS04',
    '.68': 'bdkpquđELP',
    '.72': 'hnBCZ',
    '.76': 'ARTVXY',
    '.8': 'DGKOQUĐ',
    '.84': 'N&',
    '.92': 'w%H',
  },
  other: 1.1,
};

/** Be Vietnam Pro, half bold. */
const sans: Widths = {
  of: {
    '.24': " '’",
    '.32': 'lijI.:!,;',
    '.44': 'frt1"“”',
    '.52': 'zJ()',
    '.56': 's/',
    '.6': 'hknuvxy7',
    '.64': 'ceEFL?-+',
    '.68': 'abdgopqđPSTZ2358',
    '.72': 'BKRY0469–',
    '.8': 'ADHNUVX&CGĐ',
    '.88': 'wM—%OQ',
  },
  other: 0.96,
};

const tabled = ({ of, other }: Widths) => {
  const each = new Map(Object.entries(of).flatMap(([width, letters]) => [...letters].map((one) => [one, +width])));
  return (letter: string) => each.get(letter) ?? other;
};
const families = { serif: tabled(serif), sans: tabled(sans) };
export type Family = keyof typeof families;

/** What the horn of ơ and ư adds. */
const HORN = 0.06;

/** The width of a text in sizes of the letter; a letter is as wide as the one without its marks. */
export function widthOf(text: string, family: Family): number {
  let width = 0;
  for (const sign of text.normalize('NFD')) {
    if (sign === '\u031b') width += HORN;
    else if (!/\p{M}/u.test(sign)) width += families[family](sign === '\u00a0' ? ' ' : sign);
  }
  return width;
}

/** A text in lines of at most so many sizes of the letter; a word that is longer has a line of its own. */
export function linesOf(text: string, most: number, family: Family): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const before = lines.at(-1);
    const longer = before === undefined ? word : `${before} ${word}`;
    if (before === undefined || widthOf(longer, family) > most) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

export type Fitted = { lines: string[]; size: number };
type Room = { width: number; height: number; sizes: readonly number[]; family: Family; leading: number };

/** A text as large as there is room for; what still finds none in the smallest letters ends in dots. */
export function fitted(text: string, { width, height, sizes, family, leading }: Room): Fitted {
  const words = text.normalize('NFC');
  let last: Fitted = { lines: [], size: 0 };
  for (const size of sizes) {
    last = { lines: linesOf(words, width / size, family), size };
    const isIn = last.lines.every((line) => widthOf(line, family) * size <= width);
    if (isIn && last.lines.length * size * leading <= height) return last;
  }
  const most = Math.max(1, Math.floor(height / (last.size * leading)));
  const kept = last.lines.slice(0, most).map((line) => cutTo(line, width / last.size, family));
  const [end = ''] = kept.splice(-1);
  const isCut = last.lines.length > most;
  return { lines: [...kept, isCut ? `${end.replace(/[\s,.;:]*[^\s]*$/, '')}…` : end], size: last.size };
}

function cutTo(line: string, most: number, family: Family): string {
  let shown = line;
  while (widthOf(shown, family) > most) shown = shown.slice(0, -1);
  return shown;
}
