import {
  AlignmentType,
  Document,
  Footer,
  type IParagraphOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { ToldTable } from '../tables/told-table';
import { dated } from './dated';
import type { Paper, PaperSection } from './paper';
import { centred, demoFoot, demoHead, line, numberHead, ruled, SIZE, sideBySide, TEXT_WIDTH } from './word-parts';

/** The letters of administrative texts. */
const LETTERS = 'Times New Roman';
/** Twentieths of a point: 20 mm above and below, 30 mm left, 15 mm right, as the decree has them. */
const EDGES = { top: 1134, bottom: 1134, left: 1701, right: 850, header: 567, footer: 567 };
const INDENT = 567;
/** More columns than this stand in smaller letters. */
const COLUMNS_USUAL = 6;

type Part = Paragraph | Table;
/** Puts what belongs to a field of a template between its beginning and its end; a letter has neither. */
type Between = (field: string, parts: Part[]) => Part[];

/** A report as a Word file: what its paper says, to be worked on and signed. Made again it is the same, byte for byte. */
export async function wordPaper(paper: Paper, named?: Between): Promise<Buffer> {
  const between: Between = named ?? ((_, parts) => parts);
  // a template is filled row after row: what one of its rows is told would be told to each
  const last = named ? undefined : paper.sections.at(-1);
  const document = new Document({
    title: `${paper.title} ${paper.about}`,
    creator: paper.body,
    styles: { default: { document: { run: { font: LETTERS, size: SIZE.usual } } } },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: EDGES }, titlePage: true },
        headers: { default: numberHead() },
        footers: paper.demo ? footers(between('thu_nghiem', [demoFoot(paper.demo)])) : {},
        children: [
          ...(paper.demo ? between('thu_nghiem', [demoHead(paper.demo)]) : []),
          sideBySide(leftHead(paper), rightHead(paper)),
          line(''),
          centred(paper.title, { bold: true, size: SIZE.heading }),
          ...ruled(paper.about, { bold: true }, 2800),
          ...paper.sections.flatMap((section) =>
            between(section.field, sectionOf(section, paper, between, section === last)),
          ),
          justified(paper.closing, { keepNext: true, spacing: { before: 200, after: 100 } }),
          line('', {}, KEPT),
          sideBySide(recipientsOf(paper), signatureOf(paper), [
            line('', {}, KEPT),
            line(paper.source, { size: SIZE.small, italics: true }),
          ]),
        ],
      },
    ],
  });
  return dated(await Packer.toBuffer(document), paper.madeOn);
}

const footers = (children: Part[]) => ({ default: new Footer({ children }), first: new Footer({ children }) });

const leftHead = ({ above, body, number }: Paper) => [
  centred(above, { size: SIZE.table }),
  ...ruled(body, { bold: true, size: SIZE.body }, 1500),
  centred(number),
];
const rightHead = ({ motto: [country, motto], placeAndDate }: Paper) => [
  centred(country, { bold: true, size: SIZE.country }),
  ...ruled(motto, { bold: true }, 950),
  centred(placeAndDate, { italics: true }),
];

/** Who signed, what it stands on and the sentence before lie on one page. Not every program keeps a table with what follows it, but each keeps its rows together. */
const KEPT = { keepNext: true };

const recipientsOf = ({ recipients }: Paper) => [
  line(recipients.heading, { bold: true, italics: true, size: SIZE.body }, KEPT),
  ...recipients.lines.map((text) => line(text, { size: SIZE.table }, KEPT)),
];

const signatureOf = ({ signature }: Paper) => [
  centred(signature.heading, { bold: true }, KEPT),
  centred(signature.office, { bold: true }, KEPT),
  ...(signature.name
    ? [...['', '', ''].map((text) => line(text, {}, KEPT)), centred(signature.name, { bold: true }, KEPT)]
    : [centred(signature.unsigned, { italics: true }, KEPT)]),
];

const justified = (text: string, place: IParagraphOptions) =>
  new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: INDENT },
    children: [new TextRun(text)],
    ...place,
  });

const sectionOf = (
  { heading, paragraphs, table }: PaperSection,
  { written }: Paper,
  between: Between,
  ends: boolean,
) => [
  new Paragraph({
    keepNext: true,
    spacing: { before: 200, after: 100 },
    children: [new TextRun({ text: heading, bold: true })],
  }),
  ...paragraphs.map((text, at) =>
    justified(text, { keepNext: ends && !table && at === paragraphs.length - 1, spacing: { after: 100 } }),
  ),
  ...(table ? between('bang', [tableOf(table, written, ends ? LAST_ROWS : 0)]) : []),
];
/** So many rows go on to the page of who signed, so that it never holds that alone. */
const LAST_ROWS = 2;

/** `kept`: so many of its last rows lie on the page of what follows it. */
function tableOf({ columns, rows }: ToldTable, written: Paper['written'], kept: number) {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((TEXT_WIDTH * share) / whole));
  const size = columns.length > COLUMNS_USUAL ? SIZE.narrow : SIZE.table;
  const rowOf = (cells: readonly string[], isHead: boolean, keepNext = false) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text, at) => {
        const { measure } = columns[at] ?? { measure: 'words' };
        const side = measure === 'words' ? AlignmentType.LEFT : AlignmentType.RIGHT;
        return new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          margins: { left: 70, right: 70, top: 30, bottom: 30 },
          verticalAlign: isHead ? 'center' : 'top',
          children: [
            line(text, { bold: isHead, size }, { alignment: isHead ? AlignmentType.CENTER : side, after: 0, keepNext }),
          ],
        });
      }),
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      rowOf(
        columns.map(({ heading }) => heading),
        true,
      ),
      ...rows.map(({ cells }, at) => rowOf(cells.map(written), false, at >= rows.length - kept)),
    ],
  });
}
