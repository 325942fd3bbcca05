import { useLocale, useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Table } from '@/components/ui/tables/table';
import { dayOf, today } from '@/domain/days/day';
import type { MergeRow } from '@/domain/merging/merge';
import { formatDay, formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { useCrossingDays } from './crossing-days';

/** Mergers into a record, the newest first; the newest that stands can be undone while it is not too late. */
export function MergeList({ merges, undo }: { merges: MergeRow[]; undo: FormAction }) {
  const t = useTranslations('merging.merge');
  const locale = useLocale() as Locale;
  return (
    <section className="mt-10">
      <h2 className="mb-3">{t('done')}</h2>
      <Table
        caption={t('done')}
        rows={merges}
        keyOf={({ id }) => id}
        columns={[
          { label: t('doneAt'), kind: 'title', cell: ({ mergedAt }) => formatInstant(locale, mergedAt) },
          { label: t('doneBy'), cell: ({ mergedBy }) => mergedBy },
          { label: t('doneState'), cell: (row) => <State row={row} /> },
          {
            label: t('undo'),
            cell: ({ id, mayUndo }) =>
              mayUndo && (
                <Form action={undo} concept="merging">
                  <HiddenField name="mergeId" value={id} />
                  <SubmitButton variant="secondary" compact icon="history">
                    {t('undo')}
                  </SubmitButton>
                </Form>
              ),
          },
        ]}
      />
    </section>
  );
}

/** Whether it can be undone, until when, or why not; and what was lost with it as long as it stands. */
function State({ row }: { row: MergeRow }) {
  const t = useTranslations('merging.merge');
  const locale = useLocale() as Locale;
  const days = useCrossingDays();
  const words = () => {
    if (row.undoneAt) return t('undone', { day: formatDay(locale, dayOf(row.undoneAt)) });
    if (today() > row.lastUndoDay) return t('undoneNot');
    return row.mayUndo ? t('undoable', { day: formatDay(locale, row.lastUndoDay) }) : t('newerFirst');
  };
  return (
    <span>
      {words()}
      {(row.undoneAt ? [] : row.lost).map(({ thirdId, third, stands, from, to }) => (
        <small key={thirdId} className="block text-ink-2">
          {t(`crossing.done.${stands}`, { days: days({ from, to }), name: third ?? t('crossing.somebody') })}
        </small>
      ))}
    </span>
  );
}
