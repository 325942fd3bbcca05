import { useLocale, useTranslations } from 'next-intl';
import { DefinitionList } from '@/components/ui/definition-list';
import type { IndicatorCode } from '@/domain/indicators/indicator';
import type { ReportContent } from '@/domain/reports/report-content';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { FiguresPart, RestatedPart } from './report-figures';
import { CommunesPart, CoveragePart, ModelsPart, TopicsPart } from './report-tables';
import { noteText, textOf } from './report-words';

type BodyProps = {
  content: ReportContent /** names of indicators by code */;
  names: ReadonlyMap<IndicatorCode, string>;
};

/** All that a report says, as it stands on the page and on paper: the short text first. */
export function ReportBody({ content, names }: BodyProps) {
  const t = useTranslations('reports');
  const locale = useLocale() as Locale;
  const { notes, comment } = content;
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
      <CoveragePart content={content} />
      <GapsPart content={content} />
      <ModelsPart content={content} />
      <TopicsPart content={content} />
      <FiguresPart content={content} names={names} />
      <PriorityPart content={content} />
      <CommunesPart content={content} />
      {notes.length > 0 && (
        <section>
          <h2 className="mb-2">{t('body.notes')}</h2>
          <ul className="list-disc pl-5">
            {notes.map((note) => (
              <li key={`${note.note} ${note.day}`}>{noteText(t, locale, note)}</li>
            ))}
          </ul>
        </section>
      )}
      <RestatedPart content={content} names={names} />
      <p className="text-ink-2 text-sm">{t('body.asOf', { day: formatDay(locale, content.day) })}</p>
    </div>
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

/** Women of priority groups, in tens: as they were counted when it was signed. */
function PriorityPart({ content: { priorityGroups } }: { content: ReportContent }) {
  const t = useTranslations('reports.body');
  const groups = useTranslations('consents.sensitive.groups');
  const locale = useLocale() as Locale;
  const { state } = priorityGroups;
  return (
    <section>
      <h2 className="mb-2">{t('priority')}</h2>
      {state === 'counted' ? (
        <DefinitionList
          entries={priorityGroups.counts.map(({ group, count }) => ({
            term: groups(group),
            value: count === null ? '<10' : formatNumber(locale, count),
          }))}
        />
      ) : (
        <p>
          {t(state === 'when-signed' ? 'priorityWhen' : state === 'nobody-reached' ? 'priorityNobody' : 'priorityNone')}
        </p>
      )}
    </section>
  );
}
