import { useTranslations } from 'next-intl';
import { Words } from '@/components/layout/words';
import { Button, ButtonLink } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import type { Day } from '@/domain/days/day';
import type { SessionValues } from '@/domain/trainings/plan';
import type { SessionChoices } from './session-choices';
import { CourseAndUnit, Notes, People, TimeAndPlace } from './session-fields';
import { SessionSuggestions } from './session-suggestions';

type SessionFormProps = {
  action: FormAction;
  choices: SessionChoices;
  values: Partial<SessionValues>;
  /** the session that is edited; without it a new one is proposed */
  edited?: { id: string; version: number; courseFixed: boolean };
  today: Day;
  /** the call for trainers that it answers */
  callId?: string | undefined;
  /** the page of this form, to which suggestions lead back */
  path: string;
  leave: string;
};

const REASON_MAX = 500;

/** The form itself: what chooses the commune above it sends all that was typed along. */
export const SESSION_FORM = 'session-form';

/** Proposes a session or changes one: what, for whom, when and where, by whom. */
export function SessionForm({ action, choices, values, edited, callId, today, path, leave }: SessionFormProps) {
  const t = useTranslations('trainings.form');
  const suggest = useTranslations('trainings.suggest');
  return (
    <Form id={SESSION_FORM} action={action} concept="trainings" className="max-w-[46rem]">
      {edited && <HiddenField name="sessionId" value={edited.id} />}
      {edited && <HiddenField name="version" value={edited.version} />}
      {callId && <HiddenField name="callId" value={callId} />}
      <Words of={['trainings.suggest']}>
        <SessionSuggestions path={path} />
      </Words>
      <CourseAndUnit choices={choices} values={values} courseFixed={edited?.courseFixed ?? false} />
      <TimeAndPlace choices={choices} values={values} today={today} />
      <People choices={choices} values={values} />
      <Notes values={values} />
      {edited && (
        <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={REASON_MAX} rows={2} optional />
      )}
      {!edited && choices.mayApprove && (
        <Checkbox name="approve" value="yes" label={t('approve')} hint={t('approveHint')} />
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t(edited ? 'save' : 'send')}</SubmitButton>
        <Button type="submit" icon="clock" formMethod="get" formAction={path} name="suggest" value="yes">
          {suggest('ask')}
        </Button>
        <ButtonLink as={Link} href={leave}>
          {t('leave')}
        </ButtonLink>
      </div>
    </Form>
  );
}
