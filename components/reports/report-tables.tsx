import { useLocale, useTranslations } from 'next-intl';
import { placeName } from '@/components/coverage/coverage-table';
import { DemoMark } from '@/components/ui/demo-mark';
import { type Column, Table } from '@/components/ui/tables/table';
import { coverageLevels } from '@/domain/coverage/coverage';
import type { CommuneTold, CoverageTold, ModelsTold, ReportContent, TopicTold } from '@/domain/reports/report-content';
import { formatNumber, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type PartProps = { content: ReportContent };

/** Coverage of both levels with the weaker readings, each compared with the period before and a year ago. */
export function CoveragePart({ content: { coverage, targets, reading, households, demo } }: PartProps) {
  const t = useTranslations('reports.body');
  const locale = useLocale() as Locale;
  const share = (percent: number | null) => (percent === null ? t('unknown') : formatPercent(locale, percent));
  const number = (label: string, of: (row: CoverageTold) => number): Column<Row> => ({
    label,
    kind: 'number',
    cell: (row) => formatNumber(locale, of(row)),
  });
  type Row = CoverageTold & { level: (typeof coverageLevels)[number] };
  const rows: Row[] = coverageLevels.map((level) => ({ level, ...coverage[level] }));
  return (
    <section>
      <h2 className="mb-2 flex flex-wrap items-center gap-2">
        {t('coverage')} {demo && <DemoMark />}
      </h2>
      <Table
        caption={t('coverage')}
        rows={rows}
        keyOf={({ level }) => level}
        columns={[
          { label: t('coverage'), kind: 'title', cell: ({ level }) => t(`level.${level}`) },
          { label: t('percent'), kind: 'number', cell: ({ percent }) => share(percent) },
          number(t('covered'), ({ covered }) => covered),
          number(t('units'), ({ units }) => units),
          number(t('bothUntied'), ({ bothUntied }) => bothUntied),
          number(t('familyOnly'), ({ familyOnly }) => familyOnly),
          number(t('pairOnly'), ({ pairOnly }) => pairOnly),
          { label: t('before'), kind: 'number', cell: ({ before }) => share(before) },
          { label: t('yearBefore'), kind: 'number', cell: ({ yearBefore }) => share(yearBefore) },
          { label: t('target'), kind: 'number', cell: ({ level }) => formatPercent(locale, targets[level].target) },
        ]}
      />
      <p className="mt-2 text-ink-2 text-sm">{t('readings', { reading, households: String(households === true) })}</p>
    </section>
  );
}

/** Models by kind and status, and what began and ended. */
export function ModelsPart({ content: { models, unit } }: PartProps) {
  const t = useTranslations('reports.body');
  const kinds = useTranslations('digital-models.kind');
  const locale = useLocale() as Locale;
  const counts = ['active', 'planned', 'paused', 'began', 'ended'] as const;
  // of the whole city they are too many to be read
  const named = (unit.level === 'province' ? [] : models).flatMap(({ beganNamed, endedNamed }) => [
    ...(beganNamed.length > 0 ? [t('beganNamed', { names: beganNamed.map(({ name }) => name).join(', ') })] : []),
    ...(endedNamed.length > 0 ? [t('endedNamed', { names: endedNamed.map(({ name }) => name).join(', ') })] : []),
  ]);
  return (
    <section>
      <h2 className="mb-2">{t('models')}</h2>
      <Table
        caption={t('models')}
        rows={models}
        keyOf={({ kind }) => kind}
        columns={[
          { label: t('kind'), kind: 'title', cell: ({ kind }) => kinds(kind) },
          ...counts.map(
            (count): Column<ModelsTold> => ({
              label: t(count),
              kind: 'number',
              cell: (row) => formatNumber(locale, row[count]),
            }),
          ),
        ]}
      />
      {named.map((line) => (
        <p key={line} className="mt-2">
          {line}
        </p>
      ))}
    </section>
  );
}

/** Sessions held in the period, by course. */
export function TopicsPart({ content: { topics } }: PartProps) {
  const t = useTranslations('reports.body');
  const locale = useLocale() as Locale;
  const counts = ['sessions', 'hours', 'attendances', 'people'] as const;
  return (
    <section>
      <h2 className="mb-2">{t('trainings')}</h2>
      {topics.length === 0 ? (
        <p>{t('noTrainings')}</p>
      ) : (
        <Table
          caption={t('trainings')}
          rows={topics}
          keyOf={({ courseId }) => courseId}
          columns={[
            { label: t('topic'), kind: 'title', cell: ({ title }) => title[locale] },
            ...counts.map(
              (count): Column<TopicTold> => ({
                label: t(count),
                kind: 'number',
                cell: (row) => formatNumber(locale, row[count]),
              }),
            ),
          ]}
        />
      )}
    </section>
  );
}

/** Of the city: how far each commune is, and its report. */
export function CommunesPart({ content: { communes } }: PartProps) {
  const t = useTranslations('reports');
  const coverage = useTranslations('coverage');
  const locale = useLocale() as Locale;
  if (communes.length === 0) return null;
  const percent = (level: (typeof coverageLevels)[number]): Column<CommuneTold> => ({
    label: t(`body.level.${level}`),
    kind: 'number',
    cell: ({ percents }) => (percents[level] === null ? '–' : formatPercent(locale, percents[level])),
  });
  return (
    <section>
      <h2 className="mb-2">{t('body.communes')}</h2>
      <Table
        caption={t('body.communes')}
        rows={communes}
        keyOf={({ id }) => id}
        lines
        columns={[
          { label: t('body.commune'), kind: 'title', cell: (row) => placeName(coverage, row) },
          percent('sub_association'),
          percent('group'),
          {
            label: t('body.report'),
            cell: ({ report }) => t(`states.${report === null ? 'not-owed' : report === 'draft' ? 'open' : report}`),
          },
        ]}
      />
    </section>
  );
}
