import type { FieldValues, LetterField, SectionField } from '@/domain/reports/templates/fields';
import type { Paper, PaperSection } from './paper';

/** What a report's paper says, by the names that a template has for it; numbers as the language writes them. */
export function paperFields(paper: Paper): FieldValues {
  const { motto, recipients, signature, snapshot, written } = paper;
  const letter: Record<LetterField, string> = {
    co_quan_tren: paper.above,
    co_quan: paper.body,
    so: paper.number,
    quoc_hieu: motto[0],
    tieu_ngu: motto[1],
    noi_ngay: paper.placeAndDate,
    ten_loai: paper.title,
    trich_yeu: paper.about,
    loi_ket: paper.closing,
    thay_mat: signature.heading,
    chuc_vu: signature.office,
    nguoi_ky: signature.name ?? signature.unsigned,
    nguon: paper.source,
    ban_chup: snapshot?.id ?? signature.unsigned,
    ma_so_lieu: snapshot?.sha256 ?? signature.unsigned,
  };
  const sections = Object.fromEntries(
    paper.sections.map((section): [SectionField, FieldValues[]] => [section.field, [sectionValues(section, written)]]),
  );
  return {
    ...letter,
    thu_nghiem: paper.demo ? [{ dau: paper.demo }] : [],
    noi_nhan: recipients.lines.map((noi) => ({ noi })),
    ...sections,
  };
}

const sectionValues = ({ heading, paragraphs, table }: PaperSection, written: Paper['written']): FieldValues => ({
  tieu_de: heading,
  doan: paragraphs.map((van) => ({ van })),
  bang: table
    ? [
        {
          dong: table.rows.map(({ cells }) =>
            Object.fromEntries(table.columns.map(({ field }, at) => [field, written(cells[at] ?? null)])),
          ),
        },
      ]
    : [],
});
