import { useTranslations } from 'next-intl';
import { Checkbox, RadioGroup } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import { Table } from '@/components/ui/tables/table';
import { FIRST_DAY } from '@/domain/coverage/coverage';
import { isToCome, type Ruling, signableReadings } from '@/domain/coverage/rulings/ruling';
import { addDays, type Day } from '@/domain/days/day';
import { formatDay, formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type PanelProps = {
  locale: Locale;
  rulings: readonly Ruling[];
  today: Day;
  last: Day;
  /** for whoever may decide */
  actions?: { rule: FormAction; withdraw: FormAction } | undefined;
};

/** What the province has decided to count as covered, on record, and the form for another decision. */
export function RulingPanel({ locale, rulings, today, last, actions }: PanelProps) {
  const t = useTranslations('coverage.rulings');
  return (
    <Panel id="rulings" title={t('title')}>
      <p className="mb-4 text-ink-2">{t('lead')}</p>
      {rulings.length === 0 ? <p className="mb-4">{t('none')}</p> : <Rulings locale={locale} rulings={rulings} />}
      {actions &&
        rulings
          .filter((ruling) => isToCome(ruling, today))
          .map((ruling) => <Withdrawal key={ruling.id} locale={locale} ruling={ruling} action={actions.withdraw} />)}
      {actions && (
        <Form action={actions.rule} concept="coverage" className="mt-5">
          <RadioGroup
            name="reading"
            label={t('reading')}
            options={[...signableReadings].reverse().map((value) => ({ value, label: t(`readings.${value}`) }))}
          />
          <Checkbox name="households" label={t('households')} hint={t('householdsHint')} />
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

type WithdrawalProps = { locale: Locale; ruling: Ruling; action: FormAction };

/** The form that takes a ruling back whose day has not come. */
function Withdrawal({ locale, ruling: { id, from }, action }: WithdrawalProps) {
  const t = useTranslations('coverage.rulings');
  return (
    <Form
      action={action}
      concept="coverage"
      fold={{
        summary: t('withdraw', { day: formatDay(locale, from) }),
        part: true,
        className: 'mt-4',
        above: <p className="mb-3 max-w-[44em] text-ink-2">{t('withdrawLead')}</p>,
      }}
    >
      <HiddenField name="rulingId" value={id} />
      <TextField name="reason" label={t('withdrawReason')} hint={t('withdrawReasonHint')} maxLength={300} />
      <SubmitButton variant="secondary">{t('sendWithdraw')}</SubmitButton>
    </Form>
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
        {
          label: t('reading'),
          cell: ({ reading, households }) => (
            <>
              {t(`readings.${reading}`)}
              {households && <span className="block text-sm">{t('households')}</span>}
            </>
          ),
        },
        { label: t('decision'), cell: (ruling) => <Decision locale={locale} ruling={ruling} /> },
        { label: t('who'), cell: ({ decidedBy }) => decidedBy ?? '–' },
      ]}
    />
  );
}

/** The paper, and beneath it why it counts on no day, where it was withdrawn. */
function Decision({ locale, ruling: { decision, withdrawn } }: { locale: Locale; ruling: Ruling }) {
  const t = useTranslations('coverage.rulings');
  if (!withdrawn) return decision;
  return (
    <>
      {decision}
      <span className="block text-ink-2 text-sm">
        {t('withdrawn', { at: formatInstant(locale, withdrawn.at), reason: withdrawn.reason })}
        {withdrawn.by && ` (${withdrawn.by})`}
      </span>
    </>
  );
}

type Words = (key: 'since' | 'until', values: Record<string, string>) => string;

const daysOf = (t: Words, locale: Locale, { from, to, withdrawn }: Ruling) =>
  to && !withdrawn
    ? t('until', { day: formatDay(locale, from), last: formatDay(locale, addDays(to, -1)) })
    : t('since', { day: formatDay(locale, from) });
