import { useTranslations } from 'next-intl';
import { LastDayField } from '@/components/ui/days/last-day-field';
import { DateField, Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import { FIRST_DAY } from '@/domain/coverage/coverage';
import type { RecordKeeping } from '@/domain/coverage/record-keeping/record-keeping';
import type { Day } from '@/domain/days/day';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type PanelProps = {
  locale: Locale;
  unitId: string;
  keeping: RecordKeeping;
  opened: Day;
  today: Day;
  declare: FormAction;
  cease: FormAction;
};

/**
 * Since when a commune keeps its records here, or until when it did. Whoever answers for it says from which day it does, and after
 * which it does no more.
 */
export function RecordKeepingPanel({ locale, unitId, keeping, opened, today, declare, cease }: PanelProps) {
  const t = useTranslations('coverage.records');
  const { since, ceased, mayDeclare } = keeping;
  return (
    <Panel id="records" title={t('title')}>
      <p className="mb-4 text-ink-2 text-sm last:mb-0">
        {since ? t('since', { day: formatDay(locale, since) }) : t('silent')}
      </p>
      {ceased && (
        <p className="mb-4 text-ink-2 text-sm last:mb-0">
          {ceased.reason
            ? t('ceased', { day: formatDay(locale, ceased.lastDay), reason: ceased.reason })
            : t('ceasedBare', { day: formatDay(locale, ceased.lastDay) })}
        </p>
      )}
      {!since && mayDeclare && (
        <Form action={declare} concept="coverage">
          <HiddenField name="unitId" value={unitId} />
          <DateField
            name="from"
            label={t('from')}
            hint={t('hint')}
            defaultValue={today}
            min={opened > FIRST_DAY ? opened : FIRST_DAY}
            max={today}
          />
          <SubmitButton variant="secondary">{t('send')}</SubmitButton>
        </Form>
      )}
      {since && mayDeclare && <CeaseForm unitId={unitId} since={since} today={today} action={cease} />}
    </Panel>
  );
}

type CeaseProps = Pick<PanelProps, 'unitId' | 'today'> & { since: Day; action: FormAction };

function CeaseForm({ unitId, since, today, action }: CeaseProps) {
  const t = useTranslations('coverage.records');
  return (
    <Form
      action={action}
      concept="coverage"
      fold={{ summary: t('cease'), above: <p className="mb-4 text-ink-2 text-sm">{t('ceaseLead')}</p> }}
    >
      <HiddenField name="unitId" value={unitId} />
      <LastDayField label={t('lastDay')} defaultValue={today} example={today} min={since} max={today} />
      <TextField name="reason" label={t('reason')} maxLength={200} />
      <SubmitButton variant="secondary">{t('ceaseSend')}</SubmitButton>
    </Form>
  );
}
