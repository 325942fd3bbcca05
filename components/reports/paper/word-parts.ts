import {
  AlignmentType,
  BorderStyle,
  Header,
  type IRunOptions,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** Sizes of letters in half points. */
export const SIZE = { small: 18, narrow: 19, table: 22, country: 23, body: 24, usual: 26, heading: 28 };

/** Twentieths of a point between the edges of the page; the right half holds the name of the country in one line. */
export const TEXT_WIDTH = 9355;
const SIDES: [number, number] = [4300, TEXT_WIDTH - 4300];
const NO_MARGINS = { left: 0, right: 0 };

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
const thin = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 };

type Align = (typeof AlignmentType)[keyof typeof AlignmentType];

type Place = { alignment?: Align; after?: number; keepNext?: boolean };

/** One paragraph; `keepNext`: on the page of what follows. */
export const line = (text: string, run: IRunOptions = {}, place: Place = {}) => {
  const { alignment = AlignmentType.LEFT, after = 60, ...kept } = place;
  return new Paragraph({ alignment, spacing: { after }, ...kept, children: [new TextRun({ text, ...run })] });
};

export const centred = (text: string, run: IRunOptions = {}, place: Place = {}) =>
  line(text, run, { ...place, alignment: AlignmentType.CENTER });

/** Words in the middle with a short line beneath, so far from both edges. */
export const ruled = (text: string, run: IRunOptions, edge: number) => [
  new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: [new TextRun({ text, ...run })] }),
  new Paragraph({
    border: { top: thin },
    indent: { left: edge, right: edge },
    spacing: { before: 50, after: 0 },
    run: { size: 8 },
    children: [],
  }),
];

/** Two columns without lines, as heads and feet of letters have them; what stands `below` them goes over both. */
export const sideBySide = (left: Paragraph[], right: Paragraph[], below?: Paragraph[]) =>
  new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: SIDES,
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          new TableCell({
            width: { size: SIDES[0], type: WidthType.DXA },
            borders: NO_BORDERS,
            margins: NO_MARGINS,
            children: left,
          }),
          new TableCell({
            width: { size: SIDES[1], type: WidthType.DXA },
            borders: NO_BORDERS,
            margins: NO_MARGINS,
            children: right,
          }),
        ],
      }),
      ...(below ? [overBoth(below)] : []),
    ],
  });

const overBoth = (children: Paragraph[]) =>
  new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: 2,
        width: { size: TEXT_WIDTH, type: WidthType.DXA },
        borders: NO_BORDERS,
        margins: NO_MARGINS,
        children,
      }),
    ],
  });

/** The number of the page above its middle; the first one has none. */
export const numberHead = () =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: SIZE.body })],
      }),
    ],
  });

/** That the data are a demonstration, in a frame above the letter and at the foot of every page. */
export const demoHead = (demo: string) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    border: { top: thin, bottom: thin, left: thin, right: thin },
    spacing: { after: 160 },
    children: [new TextRun({ text: demo, bold: true, size: SIZE.body })],
  });
export const demoFoot = (demo: string) => centred(demo, { size: SIZE.small });
