'use client';

import { useLocale, useTranslations } from 'next-intl';
import { SelectField } from '@/components/ui/forms/choice-fields';
import { Form } from '@/components/ui/forms/form';
import { useFormFacts } from '@/components/ui/forms/form-context';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { PlainTable } from '@/components/ui/tables/plain-table';
import type { PriorityRow, PriorityTables } from '@/domain/outcomes/taught';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type PriorityFormProps = { years: readonly string[]; groups: readonly string[]; action: FormAction };

/** Counts priority groups when asked to, and only then: nothing sensitive is in the page before. */
export function PriorityForm({ years, groups, action }: PriorityFormProps) {
  const t = useTranslations('outcomes.taught.priority');
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
  const t = useTranslations('outcomes.taught.priority');
  const locale = useLocale() as Locale;
  const { state } = useFormFacts();
  const said = state.status === 'done' ? state.said : undefined;
  if (!said?.tables) return null;
  const { communes, topics, total, until } = JSON.parse(said.tables) as PriorityTables;
  const all: PriorityRow = { key: ALL, name: t('total'), people: 0, consenting: null, counts: total };
  return (
    <div className="mt-6 flex flex-col gap-3" role="status">
      <h3>{t('result', { year: said.year ?? '', day: formatDay(locale, until) })}</h3>
      <Note>{t('note')}</Note>
      {topics && (
        <>
          <h4 className="mt-3 font-semibold">{t('of.course')}</h4>
          <Counts by="course" rows={topics} groups={groups} />
          <Note>{t('courseNote')}</Note>
          <h4 className="mt-3 font-semibold">{t('of.commune')}</h4>
        </>
      )}
      <Counts by="commune" rows={communes.length > 1 ? [...communes, all] : communes} groups={groups} />
      {communes.length > 1 && <Note>{t('totalNote')}</Note>}
    </div>
  );
}

const Note = ({ children }: { children: string }) => <p className="max-w-[48em] text-ink-2 text-sm">{children}</p>;

/** The row of all communes together, which says "at least". */
const ALL = 'all';

type CountsProps = { by: 'commune' | 'course'; rows: readonly PriorityRow[]; groups: readonly string[] };

function Counts({ by, rows, groups }: CountsProps) {
  const t = useTranslations('outcomes.taught.priority');
  const words = useTranslations('consents.sensitive.groups');
  const locale = useLocale() as Locale;
  const untold = { commune: t('hidden'), course: t('notTold') }[by];
  const countOf = ({ key, counts }: PriorityRow, at: number) => {
    const count = counts[at] ?? null;
    if (count === null) return untold;
    const number = formatNumber(locale, count);
    return key === ALL ? t('atLeast', { count: number }) : number;
  };
  return (
    <PlainTable
      caption={t(`of.${by}`)}
      rows={rows}
      keyOf={({ key }) => key ?? ''}
      columns={[
        { label: t(by), kind: 'title', cell: ({ name }) => name || t('pooled') },
        {
          label: t('reached'),
          kind: 'number',
          cell: ({ key, people }) => (key === ALL ? '' : formatNumber(locale, people)),
        },
        {
          label: t('consenting'),
          kind: 'number',
          cell: ({ key, consenting }) =>
            key === ALL ? '' : consenting === null ? t('hidden') : formatNumber(locale, consenting),
        },
        ...groups.map((group, at) => ({
          label: words(group as 'elderly'),
          kind: 'number' as const,
          cell: (row: PriorityRow) => countOf(row, at),
        })),
      ]}
    />
  );
}
