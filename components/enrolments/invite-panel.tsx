import { useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';

/** Women of the commune wait for what this session teaches: they are offered its seats. */
export function InvitePanel({ action, sessionId, count }: { action: FormAction; sessionId: string; count: number }) {
  const t = useTranslations('enrolments.waits');
  return (
    <div className="mb-6">
      <Panel>
        <Form action={action} concept="enrolments" className="flex flex-wrap items-center justify-between gap-4">
          <HiddenField name="sessionId" value={sessionId} />
          <p className="max-w-[40em]">{t('invite', { count })}</p>
          <SubmitButton>{t('inviteDo')}</SubmitButton>
        </Form>
      </Panel>
    </div>
  );
}
