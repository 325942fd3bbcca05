import { communeWords } from '@/components/trainings/place-words';
import type { Day } from '@/domain/days/day';
import type { ReportContent } from '@/domain/reports/report-content';
import { bareName } from '@/domain/units/bare-name';
import { formatDay, formatNumber } from '@/i18n/format';
import { modelsNamed, noteText, periodWithin, textOf } from '../report-words';
import { figureTable, restatedTable } from '../tables/figure-tables';
import { communeTable, coverageTable, modelTable, topicTable } from '../tables/report-tables';
import { onPaper, type Paper, type PaperSection } from './paper';
import type { PaperOf, PaperWords } from './paper-words';

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** A report as it lies on paper: the parts of its page in the form of an administrative letter. */
export function reportPaper(words: PaperWords, report: PaperOf): Paper {
  const { t, locale, demo, address } = words;
  const { content, city, signed } = report;
  const isCity = content.unit.level === 'province';
  const place = placeOf(words, report);
  const cityName = bareName(city.name).toLocaleUpperCase('vi');
  return {
    locale,
    above: isCity ? t('paper.union') : t('paper.city', { kind: city.kind, name: cityName }),
    body: isCity
      ? t('paper.city', { kind: city.kind, name: cityName })
      : t('paper.commune', { place: place.toLocaleUpperCase('vi') }),
    number: t('paper.number', { year: content.period.to.slice(0, 4) }),
    motto: [t('paper.country'), t('paper.motto')],
    placeAndDate: signed
      ? t('paper.placeAndDate', { place: bareName(isCity ? city.name : content.unit.name), ...dateOf(signed.day) })
      : t('paper.placeWithoutDate', { place: bareName(isCity ? city.name : content.unit.name) }),
    title: t('paper.title'),
    about: t('paper.about', { period: periodWithin(t, content.period), place }),
    sections: sectionsOf(words, report),
    closing: t('paper.closing', {
      period: periodWithin(t, content.period),
      place,
      day: formatDay(locale, content.day),
    }),
    recipients: {
      heading: t('paper.recipients'),
      lines: [
        isCity ? t('paper.toUnion') : t('paper.toCity', { kind: city.kind }),
        t('paper.toCommittee'),
        t('paper.toFile'),
      ],
    },
    signature: {
      heading: t('paper.onBehalf'),
      office: t('paper.office'),
      name: signed?.name || null,
      unsigned: signed ? '' : t('paper.unsigned'),
    },
    source: signed ? t('paper.source', { snapshot: signed.snapshotId, sum: signed.sha256, address }) : t('paper.draft'),
    snapshot: signed && { id: signed.snapshotId, sha256: signed.sha256 },
    madeOn: signed?.day ?? content.day,
    demo: content.demo ? demo : null,
    pageOf: (page, pages) => t('paper.pageOf', { page: String(page), pages: String(pages) }),
    onSheet: (name) => t('paper.onSheet', { name }),
    written: (cell) => (typeof cell === 'number' ? formatNumber(locale, cell) : (cell ?? '–')),
  };
}

/** As the decree writes a day: a nought before days below ten, and before January and February. */
const dateOf = (day: Day) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { year, month: Number(month) < 3 ? month : String(Number(month)), date };
};

/** "phường Long Hưng", as on its last day; the whole city by the word for it. */
function placeOf({ t, places }: PaperWords, { content: { unit } }: PaperOf): string {
  if (unit.level === 'province') return t('city', { kind: unit.kind ?? 'city' }).toLocaleLowerCase('vi');
  return communeWords(places, { kind: unit.kind ?? 'commune', name: unit.name });
}

/** The sections in the order of the page; one that has nothing to say is left out, and the others are numbered through. */
function sectionsOf(words: PaperWords, { content }: PaperOf): PaperSection[] {
  const { t, locale } = words;
  const { comment, notes, topics } = content;
  const inWords = (field: PaperSection['field'], heading: string, paragraphs: readonly string[]): PaperSection => ({
    field,
    heading,
    paragraphs,
    table: null,
  });
  const all: PaperSection[] = [
    inWords('nhan_xet', t('text.title'), [...linesOf(textOf(t, locale, content)), ...linesOf(comment[locale] ?? '')]),
    {
      ...inWords('do_phu', t('body.coverage'), [
        t('body.readings', { reading: content.reading, households: String(content.households === true) }),
      ]),
      table: coverageTable(words, content),
    },
    inWords('con_thieu', t('body.gaps'), gapLines(words, content)),
    { ...inWords('mo_hinh', t('body.models'), modelsNamed(t, content)), table: modelTable(words, content) },
    {
      ...inWords('tap_huan', t('body.trainings'), topics.length > 0 ? [] : [t('body.noTrainings')]),
      table: topicTable(words, content),
    },
    { ...inWords('chi_so', t('body.figures'), []), table: figureTable(words, content) },
    inWords('nhom_uu_tien', t('body.priority'), priorityLines(words, content)),
    { ...inWords('xa_phuong', t('body.communes'), []), table: communeTable(words, content) },
    inWords(
      'luu_y',
      t('body.notes'),
      notes.map((note) => noteText(t, locale, note)),
    ),
    { ...inWords('so_da_doi', t('body.restated'), []), table: restatedTable(words, content) },
  ];
  return all
    .filter(({ paragraphs, table }) => paragraphs.length > 0 || table !== null)
    .map((section, at) => ({
      ...section,
      heading: `${ROMAN[at] ?? at + 1}. ${section.heading}`,
      table: section.table && onPaper(section.table),
    }));
}

const linesOf = (text: string) => text.split('\n').filter(Boolean);

function gapLines({ t }: PaperWords, { gaps, unit }: ReportContent): string[] {
  if (unit.level === 'province') return [];
  if (gaps.length === 0) return [t('body.noGaps')];
  return gaps.map(({ part, count, names }) => {
    const which = t('body.gapNames', { names: names.join(', '), more: count - names.length });
    return `${t(`body.gap.${part}`)}: ${count} (${which})`;
  });
}

/** In tens, fewer than ten as "<10", as on the page. */
function priorityLines({ t, groups, locale }: PaperWords, { priorityGroups }: ReportContent): string[] {
  if (priorityGroups.state === 'counted')
    return priorityGroups.counts.map(
      ({ group, count }) => `${groups(group)}: ${count === null ? '<10' : formatNumber(locale, count)}`,
    );
  const { state } = priorityGroups;
  return [
    t(
      `body.${state === 'when-signed' ? 'priorityWhen' : state === 'nobody-reached' ? 'priorityNobody' : 'priorityNone'}`,
    ),
  ];
}
