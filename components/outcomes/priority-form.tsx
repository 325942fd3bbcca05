'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Form, SelectField } from '@/components/ui/form';
import { useFormFacts } from '@/components/ui/form-context';
import type { FormAction } from '@/components/ui/form-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import type { PriorityTable } from '@/domain/outcomes/reach';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type PriorityFormProps = { years: readonly string[]; groups: readonly string[]; action: FormAction };

/** Counts priority groups when asked to, and only then: nothing sensitive is in the page before. */
export function PriorityForm({ years, groups, action }: PriorityFormProps) {
  const t = useTranslations('outcomes.reach.priority');
  return (
    <Form action={action} concept="outcomes">
      <p className="mb-4 max-w-[44em] text-ink-2">{t('lead')}</p>
      <div className="max-w-56">
        <SelectField
          name="year"
          label={t('year')}
          defaultValue={years[0] ?? ''}
          options={years.map((year) => ({ value: year, label: year }))}
        />
      </div>
      <SubmitButton variant="secondary" compact>
        {t('count')}
      </SubmitButton>
      <Counted groups={groups} />
    </Form>
  );
}

function Counted({ groups }: { groups: readonly string[] }) {
  const t = useTranslations('outcomes.reach.priority');
  const words = useTranslations('consents.sensitive.groups');
  const locale = useLocale() as Locale;
  const { state } = useFormFacts();
  const said = state.status === 'done' ? state.said : undefined;
  if (!said?.table) return null;
  const { rows, cells, atLeast, until } = JSON.parse(said.table) as PriorityTable;
  const number = (count: number | null | undefined) => (count == null ? t('hidden') : formatNumber(locale, count));
  const shown = rows.map((row, at) => ({ ...row, counts: (cells[at] ?? []).map(number), foot: false }));
  const foot = {
    ...{ communeId: 'all', commune: t('atLeast'), people: 0, consenting: 0, foot: true },
    counts: atLeast.map((count) => (count > 0 ? t('atLeastOf', { count: formatNumber(locale, count) }) : t('hidden'))),
  };
  return (
    <div className="mt-6" role="status">
      <h3 className="mb-2">{t('result', { year: said.year ?? '', day: formatDay(locale, until) })}</h3>
      <Table
        caption={t('title')}
        rows={rows.length > 1 ? [...shown, foot] : shown}
        keyOf={({ communeId }) => communeId}
        columns={[
          { label: t('commune'), kind: 'title', cell: ({ commune }) => commune },
          { label: t('reached'), kind: 'number', cell: ({ people, foot }) => (foot ? '' : number(people)) },
          { label: t('consenting'), kind: 'number', cell: ({ consenting, foot }) => (foot ? '' : number(consenting)) },
          ...groups.map((group, at) => ({
            label: words(group as 'elderly'),
            kind: 'number' as const,
            cell: ({ counts }: (typeof shown)[number]) => counts[at] ?? '',
          })),
        ]}
      />
      <p className="mt-3 text-ink-2 text-sm">{t('note')}</p>
    </div>
  );
}
