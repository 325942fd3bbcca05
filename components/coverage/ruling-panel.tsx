import { useTranslations } from 'next-intl';
import { RadioGroup } from '@/components/ui/forms/choice-fields';
import { DateField, Form, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import { Table } from '@/components/ui/tables/table';
import { FIRST_DAY } from '@/domain/coverage/coverage';
import { type Ruling, signableReadings } from '@/domain/coverage/rulings/ruling';
import { addDays, type Day } from '@/domain/days/day';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type PanelProps = {
  locale: Locale;
  rulings: readonly Ruling[];
  today: Day;
  last: Day;
  /** for whoever may decide */
  action?: FormAction | undefined;
};

/** What the province has decided to count as covered, on record, and the form for another decision. */
export function RulingPanel({ locale, rulings, today, last, action }: PanelProps) {
  const t = useTranslations('coverage.rulings');
  return (
    <Panel id="rulings" title={t('title')}>
      <p className="mb-4 text-ink-2">{t('lead')}</p>
      {rulings.length === 0 ? <p className="mb-4">{t('none')}</p> : <Rulings locale={locale} rulings={rulings} />}
      {action && (
        <Form action={action} concept="coverage" className="mt-5">
          <RadioGroup
            name="reading"
            label={t('reading')}
            options={[...signableReadings].reverse().map((value) => ({ value, label: t(`readings.${value}`) }))}
          />
          <DateField
            name="from"
            label={t('from')}
            hint={t('fromHint')}
            defaultValue={today}
            min={FIRST_DAY}
            max={last}
          />
          <TextField name="decision" label={t('decision')} hint={t('decisionHint')} maxLength={300} />
          <SubmitButton variant="secondary">{t('send')}</SubmitButton>
        </Form>
      )}
    </Panel>
  );
}

function Rulings({ locale, rulings }: Pick<PanelProps, 'locale' | 'rulings'>) {
  const t = useTranslations('coverage.rulings');
  return (
    <Table
      caption={t('caption')}
      rows={rulings}
      keyOf={({ id }) => id}
      columns={[
        { label: t('when'), kind: 'title', cell: (ruling) => daysOf(t, locale, ruling) },
        { label: t('reading'), cell: ({ reading }) => t(`readings.${reading}`) },
        { label: t('decision'), cell: ({ decision }) => decision },
        { label: t('who'), cell: ({ decidedBy }) => decidedBy ?? '–' },
      ]}
    />
  );
}

type Words = (key: 'since' | 'until', values: Record<string, string>) => string;

const daysOf = (t: Words, locale: Locale, { from, to }: Ruling) =>
  to
    ? t('until', { day: formatDay(locale, from), last: formatDay(locale, addDays(to, -1)) })
    : t('since', { day: formatDay(locale, from) });
