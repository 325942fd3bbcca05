import { useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';

type SwitchProps = { action: FormAction; email: string | null; isOn: boolean; hasPlace: boolean };

/** Off until she presses it, ended by one tap. */
export function DigestSwitch({ action, email, isOn, hasPlace }: SwitchProps) {
  const t = useTranslations('digest.switch');
  return (
    <Panel id="digest" title={t('title')} className="max-w-[44em]">
      <p className="mb-3">{t('lead')}</p>
      {!hasPlace && <p>{t('noPlace')}</p>}
      {hasPlace && !email && <p>{t('noAddress')}</p>}
      {hasPlace && email && (
        <Form action={action} concept="digest">
          <p className="mb-3 font-semibold">{isOn ? t('on', { address: email }) : t('off')}</p>
          <HiddenField name="wanted" value={isOn ? 'no' : 'yes'} />
          <SubmitButton variant={isOn ? 'secondary' : 'primary'}>{t(isOn ? 'stop' : 'start')}</SubmitButton>
        </Form>
      )}
    </Panel>
  );
}
