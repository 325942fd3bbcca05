import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { EndingFields } from '@/components/ui/days/last-day-field';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import type { Day } from '@/domain/days/day';
import { lastDayOffered } from '@/domain/days/ending';

type EndFormProps = {
  action: FormAction;
  modelId: string;
  rowId: string;
  title: string;
  from: Day;
  today: Day;
  back: string;
};

/** Ends an office, a membership or a household's part after its last day. */
export function EndForm({ action, modelId, rowId, title, from, today, back }: EndFormProps) {
  const t = useTranslations('digital-models.people');
  return (
    <Panel id="end" title={title} grid className="mb-8 max-w-2xl">
      <Form key={rowId} action={action} concept="digital-models">
        <HiddenField name="modelId" value={modelId} />
        <HiddenField name="rowId" value={rowId} />
        <EndingFields
          label={t('lastDay')}
          never={t('never')}
          defaultValue={lastDayOffered(from, today)}
          min={from}
          max={today}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton variant="danger">{t('endSend')}</SubmitButton>
          <ButtonLink as={Link} href={back}>
            {t('cancel')}
          </ButtonLink>
        </div>
      </Form>
    </Panel>
  );
}
