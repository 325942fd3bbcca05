import type { LetterField } from '@/domain/reports/templates/fields';
import type { Paper, PaperSection } from './paper';
import { wordPaper } from './word-paper';
import { line } from './word-parts';

/** The built-in letter with the names of its fields in the place of what they say: a template to begin with. */
export const startingTemplate = (sample: Paper): Promise<Buffer> =>
  wordPaper(named(sample), (field, parts) => [line(`{#${field}}`), ...parts, line(`{/${field}}`)]);

const letter = (field: LetterField) => `{${field}}`;

function named(sample: Paper): Paper {
  return {
    ...sample,
    above: letter('co_quan_tren'),
    body: letter('co_quan'),
    number: letter('so'),
    motto: [letter('quoc_hieu'), letter('tieu_ngu')],
    placeAndDate: letter('noi_ngay'),
    title: letter('ten_loai'),
    about: letter('trich_yeu'),
    sections: sample.sections.map(sectionOf),
    closing: letter('loi_ket'),
    recipients: { heading: sample.recipients.heading, lines: ['{#noi_nhan}', '{noi}', '{/noi_nhan}'] },
    signature: {
      heading: letter('thay_mat'),
      office: letter('chuc_vu'),
      name: letter('nguoi_ky'),
      unsigned: '',
    },
    source: sourceOf(sample),
    demo: '{dau}',
    written: (cell) => String(cell ?? ''),
  };
}

/** The sentence in its own words, to be worded otherwise: only what differs from report to report is a field. */
const sourceOf = ({ source, snapshot }: Paper) =>
  source.replace(snapshot?.id ?? '', letter('ban_chup')).replace(snapshot?.sha256 ?? '', letter('ma_so_lieu'));

/** One row stands for all of its table: its list begins in the first cell and ends in the last one. */
const sectionOf = ({ table, ...section }: PaperSection): PaperSection => ({
  ...section,
  heading: '{tieu_de}',
  paragraphs: ['{#doan}', '{van}', '{/doan}'],
  table: table && {
    ...table,
    rows: [
      {
        key: 'dong',
        cells: table.columns.map(
          ({ field }, at) =>
            `${at === 0 ? '{#dong}' : ''}{${field}}${at === table.columns.length - 1 ? '{/dong}' : ''}`,
        ),
      },
    ],
  },
});
