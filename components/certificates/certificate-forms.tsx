import { useTranslations } from 'next-intl';
import { Form, HiddenField, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';

const REASON_MAX = 500;

type CertificateFormProps = { certificateId: string; action: FormAction };

export function RevokeForm({ certificateId, action }: CertificateFormProps) {
  const t = useTranslations('certificates.record');
  return (
    <Panel title={t('revokeTitle')}>
      <p className="mb-4">{t('revokeLead')}</p>
      <Form action={action} concept="certificates">
        <HiddenField name="certificateId" value={certificateId} />
        <TextArea name="reason" label={t('revokeReason')} rows={3} maxLength={REASON_MAX} />
        <SubmitButton variant="danger" compact>
          {t('revoke')}
        </SubmitButton>
      </Form>
    </Panel>
  );
}

export function ReissueForm({ certificateId, action }: CertificateFormProps) {
  const t = useTranslations('certificates.record');
  return (
    <Panel title={t('reissueTitle')}>
      <p className="mb-4">{t('reissueLead')}</p>
      <Form action={action} concept="certificates">
        <HiddenField name="certificateId" value={certificateId} />
        <SubmitButton compact>{t('reissue')}</SubmitButton>
      </Form>
    </Panel>
  );
}

type IssueFormProps = { sessionId: string; ready: number; action: FormAction };

/** One button for all who have what it takes. */
export function IssueForm({ sessionId, ready, action }: IssueFormProps) {
  const t = useTranslations('certificates.session');
  return (
    <Form action={action} concept="certificates">
      <HiddenField name="sessionId" value={sessionId} />
      <SubmitButton icon="check">{t('issue', { count: ready })}</SubmitButton>
    </Form>
  );
}
