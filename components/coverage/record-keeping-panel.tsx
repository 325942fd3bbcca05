import { useTranslations } from 'next-intl';
import { DateField, Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import { FIRST_DAY } from '@/domain/coverage/coverage';
import type { RecordKeeping } from '@/domain/coverage/record-keeping';
import type { Day } from '@/domain/days/day';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type PanelProps = {
  locale: Locale;
  unitId: string;
  keeping: RecordKeeping;
  opened: Day;
  today: Day;
  action: FormAction;
};

/** Since when a commune keeps its records here; while it is silent, whoever answers for it says from which day it does. */
export function RecordKeepingPanel({
  locale,
  unitId,
  keeping: { since, mayDeclare },
  opened,
  today,
  action,
}: PanelProps) {
  const t = useTranslations('coverage.records');
  return (
    <Panel id="records" title={t('title')}>
      <p className="mb-4 text-ink-2 text-sm last:mb-0">
        {since ? t('since', { day: formatDay(locale, since) }) : t('silent')}
      </p>
      {!since && mayDeclare && (
        <Form action={action} concept="coverage">
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
    </Panel>
  );
}
