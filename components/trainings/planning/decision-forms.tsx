import { useTranslations } from 'next-intl';
import { Words } from '@/components/layout/words';
import { Form, HiddenField, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import type { SessionRecord } from '@/domain/trainings/session-view';
import { SessionSuggestions } from './session-suggestions';

const REASON_MAX = 500;

type DecideProps = { session: SessionRecord; action: FormAction };

type AnswerProps = DecideProps & {
  /** the proposal as its form holds it, for whoever moves it to a time that is free */
  values: Record<string, string>;
  /** the page of that form */
  path: string;
};

/** The official's answer to a proposal: yes with one button, no with the reason. */
export function DecideForms({ session, action, values, path }: AnswerProps) {
  const t = useTranslations('trainings.decide');
  return (
    <Panel grid title={t('title')}>
      <p className="mb-4">{t(session.rights.approve ? 'lead' : 'begun')}</p>
      {session.rights.approve && (
        <Form action={action} concept="trainings">
          <Seen session={session} />
          <HiddenField name="decision" value="approve" />
          <Words of={['trainings.suggest']}>
            <SessionSuggestions path={path} values={values} />
          </Words>
          <SubmitButton icon="check">{t('approve')}</SubmitButton>
        </Form>
      )}
      <Form action={action} concept="trainings" className="mt-6 border-rule border-t pt-5">
        <Seen session={session} />
        <HiddenField name="decision" value="refuse" />
        <h3 className="mb-3">{t('refuseTitle')}</h3>
        <TextArea name="reason" label={t('reason')} hint={t('refuseHint')} rows={3} maxLength={REASON_MAX} />
        <SubmitButton variant="danger" compact>
          {t('refuse')}
        </SubmitButton>
      </Form>
    </Panel>
  );
}

/** Ends a session that was not held yet; a trainer takes back what she proposed. */
export function CancelForm({ session, action }: DecideProps) {
  const t = useTranslations('trainings.cancel');
  const isProposal = session.state === 'proposed';
  return (
    <Form
      action={action}
      concept="trainings"
      fold={{
        summary: t(isProposal ? 'takeBackTitle' : 'title'),
        part: true,
        above: <p className="mt-1 mb-4">{t(isProposal ? 'takeBackLead' : 'lead')}</p>,
      }}
    >
      <Seen session={session} />
      <TextArea name="reason" label={t('reason')} rows={3} maxLength={REASON_MAX} />
      <SubmitButton variant="danger" compact>
        {t(isProposal ? 'takeBack' : 'do')}
      </SubmitButton>
    </Form>
  );
}

/** Which session, as she sees it now. */
const Seen = ({ session: { id, version } }: { session: SessionRecord }) => (
  <>
    <HiddenField name="sessionId" value={id} />
    <HiddenField name="version" value={version} />
  </>
);
