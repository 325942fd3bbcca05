import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { EndingFields } from '@/components/ui/days/last-day-field';
import { DateField, Form, HiddenField, TextArea, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import type { Day } from '@/domain/days/day';
import { lastDayOffered } from '@/domain/days/ending';
import type { CriterionState } from '@/domain/digital-models/criteria/criteria';
import type { Locale } from '@/i18n/locales';
import { PictureFields } from '../picture-fields';

type JudgeFormsProps = {
  meet: FormAction;
  unmeet: FormAction;
  model: { id: string; foundedOn: Day };
  criterion: CriterionState;
  today: Day;
};

/** Says that a criterion is met, by what evidence; or that one which was met no longer is. */
export function JudgeForms({ meet, unmeet, model, criterion, today }: JudgeFormsProps) {
  const t = useTranslations('digital-models');
  const locale = useLocale() as Locale;
  const { met } = criterion;
  const of = (
    <>
      <HiddenField name="modelId" value={model.id} />
      <HiddenField name="criterionId" value={criterion.id} />
    </>
  );
  const first = met?.since ?? model.foundedOn;
  return (
    <Panel id="judge" title={criterion.label[locale]} grid className="mb-8 max-w-2xl">
      <h3 className="mb-3">{t(met ? 'judge.again' : 'judge.met')}</h3>
      <Form key={criterion.id} action={meet} concept="digital-models">
        {of}
        <DateField name="day" label={t('judge.day')} defaultValue={today} min={first} max={today} />
        <TextArea
          name="evidence"
          label={t('judge.evidence')}
          hint={t('judge.evidenceHint')}
          rows={3}
          maxLength={1000}
          optional
        />
        <PictureFields />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t(met ? 'judge.sendAgain' : 'judge.send')}</SubmitButton>
          <ButtonLink as={Link} href={`/admin/digital-models/${model.id}/criteria`}>
            {t('people.cancel')}
          </ButtonLink>
        </div>
      </Form>
      {met && (
        <LostForm key={`${criterion.id} lost`} action={unmeet} since={first} today={today}>
          {of}
        </LostForm>
      )}
    </Panel>
  );
}

type LostFormProps = { action: FormAction; since: Day; today: Day; children: ReactNode };

/** The last day on which a criterion was met, and why it no longer is. */
function LostForm({ action, since, today, children }: LostFormProps) {
  const t = useTranslations('digital-models.judge');
  return (
    <div className="mt-8 border-rule border-t pt-5">
      <h3 className="mb-3">{t('lost')}</h3>
      <Form action={action} concept="digital-models">
        {children}
        <EndingFields
          label={t('lastDay')}
          never={t('never')}
          defaultValue={lastDayOffered(since, today)}
          min={since}
          max={today}
        />
        <TextField name="reason" label={t('reason')} maxLength={300} autoComplete="off" />
        <SubmitButton variant="danger">{t('lostSend')}</SubmitButton>
      </Form>
    </div>
  );
}
