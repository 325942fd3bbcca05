import { parseCsv } from 'hucre/csv';
import { ok, problem, type Result } from '@/domain/result';
import { COLUMNS_MAX, ROWS_MAX } from '../import';
import { findHeadings } from './columns';
import { CELL_CHARACTERS_MAX, type SheetRow, textOf, textRow } from './sheet-text';

type TextProblem = 'file-unreadable' | 'file-too-many-rows' | 'file-too-wide';

const DELIMITERS = [';', ',', '\t'];
const LOOK_ROWS = 40;
/** Titles and headings stand within so many characters. */
const LOOK_CHARACTERS = 65_536;
/** Blank lines are often thousands, and a cell may have several. */
const LINES_MAX = ROWS_MAX * 4;
/** No row of a list of members is longer. */
const LINE_CHARACTERS_MAX = COLUMNS_MAX * CELL_CHARACTERS_MAX;
const DELIMITERS_MAX = ROWS_MAX * COLUMNS_MAX;

/** The rows of a text with commas, semicolons or tabs. It is measured before anything is built of it. */
export function readText(bytes: Buffer): Result<SheetRow[], TextProblem> {
  const text = textOf(bytes);
  if (text === null) return problem('file-unreadable');
  const refused = refusalOfText(text);
  if (refused) return problem(refused);
  try {
    return ok(parsed(text, delimiterOf(text), ROWS_MAX * 2));
  } catch {
    return problem('file-unreadable');
  }
}

/** One pass over the letters: too many lines, or one that no list has. */
function refusalOfText(text: string): TextProblem | null {
  let [lines, delimiters, start] = [0, 0, 0];
  for (let at = 0; at <= text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter === 0x2c || letter === 0x3b || letter === 0x09) delimiters++;
    // the end of the text ends its last line; a lone "\r" ends one too
    if (letter !== 0x0a && letter !== 0x0d && at < text.length) continue;
    if (at - start > LINE_CHARACTERS_MAX || delimiters > DELIMITERS_MAX) return 'file-too-wide';
    const halfWay = letter === 0x0d && text.charCodeAt(at + 1) === 0x0a;
    if (!halfWay && ++lines > LINES_MAX) return 'file-too-many-rows';
    start = at + 1;
  }
  return null;
}

/** The sign between the cells: the one with which most headings are understood, or else most columns are seen. */
function delimiterOf(text: string): string {
  const head = text.slice(0, LOOK_CHARACTERS);
  const tried = DELIMITERS.map((delimiter) => {
    const rows = parsed(head, delimiter, LOOK_ROWS);
    return { delimiter, known: findHeadings(rows).known, width: Math.max(0, ...rows.map(({ cells }) => cells.length)) };
  });
  const [best] = tried.sort((one, other) => other.known - one.known || other.width - one.width);
  return best?.delimiter ?? ',';
}

function parsed(text: string, delimiter: string, maxRows: number): SheetRow[] {
  const rows = parseCsv(text, { delimiter, maxRows, unescapeFormulae: true });
  return rows.flatMap((values, at) => {
    const cells = textRow(values);
    return cells.length > 0 && !(at === 0 && /^sep=.?$/i.test(cells.join(''))) ? [{ no: at + 1, cells }] : [];
  });
}
