import { capital, communeWords } from '@/components/trainings/place-words';
import { coverageLevels } from '@/domain/coverage/coverage';
import type { ReportContent } from '@/domain/reports/report-content';
import type { TableWords, Tell, ToldColumn } from './told-table';

const inWords = (field: string, heading: string, share = 1): ToldColumn => ({
  field,
  heading,
  measure: 'words',
  share,
});
const counted = (field: string, heading: string): ToldColumn => ({ field, heading, measure: 'count', share: 1 });
const inPercent = (field: string, heading: string, share = 1): ToldColumn => ({
  field,
  heading,
  measure: 'percent',
  share,
});

/** Coverage of both levels with the weaker readings, each compared with the period before and a year ago. */
export const coverageTable: Tell = ({ t }, { coverage, targets }) => ({
  title: t('body.coverage'),
  columns: [
    inWords('cap', t('paper.level'), 2),
    inPercent('ty_le', t('body.percent')),
    counted('da_phu', t('body.covered')),
    counted('tong_so', t('body.units')),
    counted('du_chua_gan', t('body.bothUntied')),
    counted('chi_gia_dinh', t('body.familyOnly')),
    counted('chi_cap', t('body.pairOnly')),
    inPercent('ky_truoc', t('body.before')),
    inPercent('cung_ky', t('body.yearBefore')),
    inPercent('chi_tieu', t('body.target')),
  ],
  rows: coverageLevels.map((level) => {
    const { percent, covered, units, bothUntied, familyOnly, pairOnly, before, yearBefore } = coverage[level];
    const counts = [covered, units, bothUntied, familyOnly, pairOnly];
    const shares = [before, yearBefore, targets[level].target];
    return { key: level, cells: [t(`body.level.${level}`), percent, ...counts, ...shares] };
  }),
});

/** Models by kind and status, and how many began and ended. */
export const modelTable: Tell = ({ t, kinds }, { models }) => ({
  title: t('body.models'),
  columns: [
    inWords('loai', t('body.kind'), 3),
    counted('hoat_dong', t('body.active')),
    counted('du_kien', t('body.planned')),
    counted('tam_ngung', t('body.paused')),
    counted('ra_mat', t('body.began')),
    counted('ket_thuc', t('body.ended')),
  ],
  rows: models.map(({ kind, active, planned, paused, began, ended }) => ({
    key: kind,
    cells: [kinds(kind), active, planned, paused, began, ended],
  })),
});

/** Sessions held in the period, by course. */
export const topicTable: Tell = ({ t, locale }, { topics }) =>
  topics.length === 0
    ? null
    : {
        title: t('body.trainings'),
        columns: [
          inWords('khoa_hoc', t('body.topic'), 3),
          counted('so_buoi', t('body.sessions')),
          counted('so_gio', t('body.hours')),
          counted('luot_nguoi', t('body.attendances')),
          counted('so_nguoi', t('body.people')),
        ],
        rows: topics.map(({ courseId, title, sessions, hours, attendances, people }) => ({
          key: courseId,
          cells: [title[locale], sessions, hours, attendances, people],
        })),
      };

/** Of the city: how far each commune is, and its report. */
export const communeTable: Tell = (words, { communes, day, period }) => {
  const { t } = words;
  const open = day < period.to ? 'running' : 'open';
  if (communes.length === 0) return null;
  return {
    title: t('body.communes'),
    columns: [
      inWords('xa_phuong', t('body.commune'), 3),
      // "Sub-associations (%)" is one line then
      inPercent('chi_hoi', t('body.level.sub_association'), 2),
      inPercent('to', t('body.level.group'), 2),
      inWords('bao_cao', t('body.report'), 2),
    ],
    rows: communes.map((commune) => ({ key: commune.id, cells: communeCells(words, commune, open) })),
  };
};

const communeCells = (
  { t, places }: TableWords,
  { name, kind, percents, report }: ReportContent['communes'][number],
  /** what is said of a report that nobody signed: of a period that is not over nothing is owed yet */
  open: 'running' | 'open',
) => [
  capital(communeWords(places, { kind, name })),
  percents.sub_association,
  percents.group,
  t(`states.${report === null ? 'not-owed' : report === 'draft' ? open : report}`),
];
