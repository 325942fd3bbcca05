import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { How } from '@/components/indicators/how-link';
import { DefinitionList } from '@/components/ui/definition-list';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import type { CoverageLevel } from '@/domain/coverage/coverage';
import { coverageIndicator, type IndicatorCode } from '@/domain/indicators/indicator';
import type { ReportContent } from '@/domain/reports/report-content';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { modelsNamed, noteText, textOf } from './report-words';
import { DrawnTable } from './tables/drawn-table';
import { figureTable, restatedTable } from './tables/figure-tables';
import { communeTable, coverageTable, modelTable, topicTable } from './tables/report-tables';
import type { TableWords, ToldRow, ToldTable } from './tables/told-table';

type BodyProps = {
  content: ReportContent;
  /** names of indicators by code */
  names: ReadonlyMap<IndicatorCode, string>;
  /** where an indicator is defined, of one course where it is named, with the rows behind it; null of one that is not hers to see */
  definitionOf: (code: string, topicId?: string) => string | null;
};

/** All that a report says, as it stands on the page and on paper: the short text first. */
export function ReportBody({ content, names, definitionOf }: BodyProps) {
  const t = useTranslations('reports');
  const locale = useLocale() as Locale;
  const [places, kinds] = [useTranslations('trainings'), useTranslations('digital-models.kind')];
  const words: TableWords = { locale, t, places, kinds, names };
  const { comment, reading } = content;
  return (
    <div className="grid gap-7">
      <section>
        <h2 className="mb-2">{t('text.title')}</h2>
        <p className="max-w-[44em] whitespace-pre-line font-serif text-read">{textOf(t, locale, content)}</p>
        {content.text[locale] && <p className="mt-1 text-ink-2 text-sm">{t('text.rewritten')}</p>}
        {comment[locale] && (
          <p className="mt-3 max-w-[44em] whitespace-pre-line">
            <b>{t('body.comment')}:</b> {comment[locale]}
          </p>
        )}
      </section>
      <TablePart
        table={coverageTable(words, content)}
        demo={content.demo}
        hrefOf={({ key }) => definitionOf(coverageIndicator(key as CoverageLevel))}
      >
        <p className="mt-2 text-ink-2 text-sm">
          {t('body.readings', { reading, households: String(content.households === true) })}
        </p>
      </TablePart>
      <GapsPart content={content} />
      <TablePart table={modelTable(words, content)} hrefOf={({ key }) => definitionOf(`models_${key}`)}>
        {modelsNamed(t, content).map((line) => (
          <p key={line} className="mt-2">
            {line}
          </p>
        ))}
      </TablePart>
      <TopicsPart table={topicTable(words, content)} hrefOf={({ key }) => definitionOf('people_trained', key)} />
      <TablePart table={figureTable(words, content)} hrefOf={({ key }) => definitionOf(key)} />
      <PriorityPart content={content} href={definitionOf('priority_groups_reached')} />
      <TablePart table={communeTable(words, content)} lines />
      <NotesPart content={content} />
      <TablePart table={restatedTable(words, content)} lead={t('body.restatedLead')} />
      <p className="text-ink-2 text-sm">{t('body.asOf', { day: formatDay(locale, content.day) })}</p>
    </div>
  );
}

/** What happened to the place in the period. */
function NotesPart({ content: { notes } }: { content: ReportContent }) {
  const t = useTranslations('reports');
  const locale = useLocale() as Locale;
  if (notes.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2">{t('body.notes')}</h2>
      <ul className="list-disc pl-5">
        {notes.map((note) => (
          <li key={`${note.note} ${note.day}`}>{noteText(t, locale, note)}</li>
        ))}
      </ul>
    </section>
  );
}

type TableProps = {
  table: ToldTable | null;
  demo?: boolean;
  lead?: string;
  lines?: boolean;
  hrefOf?: ((row: ToldRow) => string | null) | undefined;
  children?: ReactNode;
};

/** A table under its heading; nothing where the report has nothing to say in it. */
function TablePart({ table, demo, lead, lines = false, hrefOf, children }: TableProps) {
  const locale = useLocale() as Locale;
  if (!table) return null;
  return (
    <section>
      <h2 className="mb-2 flex flex-wrap items-center gap-2">
        {table.title} {demo && <DemoMark />}
      </h2>
      {lead && <p className="mb-2 text-ink-2">{lead}</p>}
      <DrawnTable table={table} locale={locale} lines={lines} hrefOf={hrefOf} />
      {children}
    </section>
  );
}

/** Sessions of the period by course; that there were none is said. */
function TopicsPart({ table, hrefOf }: Pick<TableProps, 'table' | 'hrefOf'>) {
  const t = useTranslations('reports.body');
  if (table) return <TablePart table={table} hrefOf={hrefOf} />;
  return (
    <section>
      <h2 className="mb-2">{t('trainings')}</h2>
      <p>{t('noTrainings')}</p>
    </section>
  );
}

/** What units of a commune lack, from what is mended soonest on. */
function GapsPart({ content: { gaps, unit } }: { content: ReportContent }) {
  const t = useTranslations('reports.body');
  if (unit.level === 'province') return null;
  return (
    <section>
      <h2 className="mb-2">{t('gaps')}</h2>
      {gaps.length === 0 && <p>{t('noGaps')}</p>}
      {gaps.map(({ part, count, names }) => (
        <p key={part} className="mb-2 max-w-[44em]">
          <b>
            {t(`gap.${part}`)}: {count}.
          </b>{' '}
          {t('gapNames', { names: names.join(', '), more: count - names.length })}
        </p>
      ))}
    </section>
  );
}

/** Women of priority groups, in tens: as they were counted when it was signed, how, and where that is defined for who may see it. */
function PriorityPart({ content: { priorityGroups }, href }: { content: ReportContent; href: string | null }) {
  const [t, indicators] = [useTranslations('reports.body'), useTranslations('indicators')];
  const groups = useTranslations('consents.sensitive.groups');
  const locale = useLocale() as Locale;
  const { state } = priorityGroups;
  return (
    <section>
      <h2 className="mb-2">{t('priority')}</h2>
      {state === 'counted' && (
        <DefinitionList
          entries={priorityGroups.counts.map(({ group, count }) => ({
            term: groups(group),
            value: count === null ? '<10' : formatNumber(locale, count),
          }))}
        />
      )}
      {state === 'nobody-reached' && <p>{t('priorityNobody')}</p>}
      <p className={state === 'counted' ? 'mt-2 text-ink-2 text-sm' : ''}>
        {t(state === 'not-counted' ? 'priorityNone' : state === 'when-signed' ? 'priorityWhen' : 'priorityHow')}{' '}
        {href && (
          <How href={href} of={t('priority')} as={Link}>
            {indicators('how')}
          </How>
        )}
      </p>
    </section>
  );
}
