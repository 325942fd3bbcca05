import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Paper, PaperSection, PaperTable } from './paper';

/** The letters of administrative texts; sizes in half points. */
const LETTERS = 'Times New Roman';
const SIZE = { small: 18, usual: 26, heading: 28, title: 30 };
/** Twentieths of a point: 20 mm above and below, 30 mm left, 15 mm right, as the decree has them. */
const EDGES = { top: 1134, bottom: 1134, left: 1701, right: 850 };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

/** A report as a Word file: what its paper says, to be worked on and signed. */
export const wordPaper = (paper: Paper): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      title: `${paper.title} ${paper.about}`,
      creator: paper.body,
      styles: { default: { document: { run: { font: LETTERS, size: SIZE.usual } } } },
      sections: [
        {
          properties: { page: { margin: EDGES } },
          footers: { default: footOfPages(paper) },
          children: [
            ...(paper.demo ? [line(paper.demo, { bold: true }, AlignmentType.CENTER)] : []),
            sideBySide(leftHead(paper), rightHead(paper)),
            line(''),
            line(paper.title, { bold: true, size: SIZE.title }, AlignmentType.CENTER),
            line(paper.about, { bold: true }, AlignmentType.CENTER),
            ...paper.sections.flatMap((section) => sectionOf(section, paper.written)),
            line(''),
            sideBySide(recipientsOf(paper), signatureOf(paper)),
            line(paper.source, { size: SIZE.small, italics: true }),
          ],
        },
      ],
    }),
  );

type Align = (typeof AlignmentType)[keyof typeof AlignmentType];

const line = (text: string, run: IRunOptions = {}, alignment: Align = AlignmentType.LEFT) =>
  new Paragraph({ alignment, spacing: { after: 80 }, children: [new TextRun({ text, ...run })] });
const centred = (text: string, run: IRunOptions = {}) => line(text, run, AlignmentType.CENTER);

const leftHead = ({ above, body, number }: Paper) => [centred(above), centred(body, { bold: true }), centred(number)];
const rightHead = ({ motto, placeAndDate }: Paper) => [
  ...motto.map((text) => centred(text, { bold: true })),
  centred(placeAndDate, { italics: true }),
];

const recipientsOf = ({ recipients }: Paper) => [
  line(recipients.heading, { bold: true, italics: true, size: 24 }),
  ...recipients.lines.map((text) => line(text, { size: 22 })),
];

const signatureOf = ({ signature }: Paper) => [
  centred(signature.heading, { bold: true }),
  centred(signature.office, { bold: true }),
  ...(signature.name
    ? [line(''), line(''), line(''), centred(signature.name, { bold: true })]
    : [centred(signature.unsigned, { italics: true })]),
];

/** Two columns without lines, as heads and feet of letters have them. */
const sideBySide = (left: Paragraph[], right: Paragraph[]) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [left, right].map(
          (children) => new TableCell({ width: { size: 50, type: WidthType.PERCENTAGE }, children }),
        ),
      }),
    ],
  });

const sectionOf = ({ heading, paragraphs, table }: PaperSection, written: Paper['written']) => [
  new Paragraph({
    keepNext: true,
    spacing: { before: 200, after: 100 },
    children: [new TextRun({ text: heading, bold: true, size: SIZE.heading })],
  }),
  ...paragraphs.map((text) => line(text, {}, AlignmentType.JUSTIFIED)),
  ...(table ? [line(table.title, { italics: true }), tableOf(table, written)] : []),
];

function tableOf({ columns, rows }: PaperTable, written: Paper['written']) {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const rowOf = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text, at) =>
          new TableCell({
            width: { size: (100 * (columns[at]?.share ?? 1)) / whole, type: WidthType.PERCENTAGE },
            margins: { left: 80, right: 80 },
            children: [line(text, { bold: isHead, size: 22 }, at === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT)],
          }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      rowOf(
        columns.map(({ heading }) => heading),
        true,
      ),
      ...rows.map((row) => rowOf(row.map(written), false)),
    ],
  });
}

const footOfPages = ({ demo }: Paper) =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: SIZE.small }),
          ...(demo ? [new TextRun({ text: ` · ${demo}`, size: SIZE.small })] : []),
        ],
      }),
    ],
  });
