import { communeWords } from '@/components/trainings/place-words';
import type { ReportContent } from '@/domain/reports/report-content';
import { bareName } from '@/domain/units/bare-name';
import { formatNumber } from '@/i18n/format';
import { noteText, periodName, textOf } from '../report-words';
import type { Paper, PaperSection } from './paper';
import type { PaperOf, PaperWords } from './paper-words';
import { communeTable, coverageTable, figureTable, modelTable, restatedTable, topicTable } from './report-tables';

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** A report as it lies on paper: the parts of its page in the form of an administrative letter. */
export function reportPaper(words: PaperWords, report: PaperOf): Paper {
  const { t, locale, demo } = words;
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
    about: t('paper.about', { period: periodName(t, content.period).toLocaleLowerCase('vi'), place }),
    sections: sectionsOf(words, report),
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
    source: signed ? t('paper.source', { snapshot: signed.snapshotId, sum: signed.sha256 }) : t('paper.draft'),
    demo: content.demo ? demo : null,
    pageOf: (page, pages) => t('paper.pageOf', { page: String(page), pages: String(pages) }),
    written: (cell) => (typeof cell === 'number' ? formatNumber(locale, cell) : (cell ?? '–')),
  };
}

const dateOf = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { year, month, date };
};

/** "phường Long Hưng", as on its last day; the whole city by the word for it. */
function placeOf({ t, places }: PaperWords, { content: { unit } }: PaperOf): string {
  if (unit.level === 'province') return t('city').toLocaleLowerCase('vi');
  return communeWords(places, { kind: unit.kind ?? 'commune', name: unit.name });
}

/** The sections in the order of the page; one that has nothing to say is left out, and the others are numbered through. */
function sectionsOf(words: PaperWords, report: PaperOf): PaperSection[] {
  const { t, locale } = words;
  const { content } = report;
  const { comment, notes } = content;
  const said = textOf(t, locale, content).split('\n').filter(Boolean);
  const all: PaperSection[] = [
    {
      heading: t('text.title'),
      paragraphs: [...said, ...(comment[locale]?.split('\n').filter(Boolean) ?? [])],
      table: null,
    },
    {
      heading: t('body.coverage'),
      paragraphs: [t('body.readings', { reading: content.reading, households: String(content.households === true) })],
      table: coverageTable(words, content),
    },
    { heading: t('body.gaps'), paragraphs: gapLines(words, content), table: null },
    { heading: t('body.models'), paragraphs: namedModels(words, content), table: modelTable(words, content) },
    {
      heading: t('body.trainings'),
      paragraphs: content.topics.length > 0 ? [] : [t('body.noTrainings')],
      table: topicTable(words, content),
    },
    { heading: t('body.figures'), paragraphs: [], table: figureTable(words, report) },
    { heading: t('body.priority'), paragraphs: priorityLines(words, content), table: null },
    { heading: t('body.communes'), paragraphs: [], table: communeTable(words, content) },
    { heading: t('body.notes'), paragraphs: notes.map((note) => noteText(t, locale, note)), table: null },
    { heading: t('body.restated'), paragraphs: [], table: restatedTable(words, report) },
  ];
  return all
    .filter(({ paragraphs, table }) => paragraphs.length > 0 || table !== null)
    .map((section, at) => ({ ...section, heading: `${ROMAN[at] ?? at + 1}. ${section.heading}` }));
}

function gapLines({ t }: PaperWords, { gaps, unit }: ReportContent): string[] {
  if (unit.level === 'province') return [];
  if (gaps.length === 0) return [t('body.noGaps')];
  return gaps.map(({ part, count, names }) => {
    const which = t('body.gapNames', { names: names.join(', '), more: count - names.length });
    return `${t(`body.gap.${part}`)}: ${count} (${which})`;
  });
}

const namedModels = ({ t }: PaperWords, { models }: ReportContent): string[] =>
  models.flatMap(({ beganNamed, endedNamed }) => [
    ...(beganNamed.length > 0 ? [t('body.beganNamed', { names: beganNamed.map(({ name }) => name).join(', ') })] : []),
    ...(endedNamed.length > 0 ? [t('body.endedNamed', { names: endedNamed.map(({ name }) => name).join(', ') })] : []),
  ]);

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
