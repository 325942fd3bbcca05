import { useTranslations } from 'next-intl';
import { Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import { QrCode } from '@/components/ui/print/qr-code';
import type { OwnFactor } from '@/domain/accounts/second-factors/second-factor';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { ProofField } from './proof-field';

type TotpPanelProps = {
  totp: OwnFactor | null;
  /** the app that is being set up just now */
  waiting: { address: string; secret: string } | null;
  /** she typed her password a moment ago */
  isFresh: boolean;
  locale: Locale;
  actions: { start: FormAction; confirm: FormAction; remove: FormAction };
};

/** Her app of codes: set up in three steps, on another phone again, removed in one tap. */
export function TotpPanel({ totp, waiting, isFresh, locale, actions }: TotpPanelProps) {
  const t = useTranslations('second-factors');
  return (
    <Panel id="totp" title={t('totp.title')}>
      <p className="mb-3">{t('totp.lead')}</p>
      <p className="mb-4 font-semibold">
        {totp ? t('totp.since', { day: formatDay(locale, totp.since) }) : t('totp.none')}
      </p>
      {waiting && <SetUp {...waiting} confirm={actions.confirm} />}
      <div className="flex flex-wrap items-start gap-3">
        <Form action={actions.start} concept="second-factors">
          <ProofField isFresh={isFresh} />
          <SubmitButton variant={totp || waiting ? 'secondary' : 'primary'}>
            {t(totp ? 'totp.renew' : 'totp.start')}
          </SubmitButton>
        </Form>
        {totp && (
          <Form action={actions.remove} concept="second-factors">
            <HiddenField name="factorId" value={totp.id} />
            <ProofField isFresh={isFresh} />
            <SubmitButton variant="danger">{t('remove')}</SubmitButton>
          </Form>
        )}
      </div>
    </Panel>
  );
}

function SetUp({ address, secret, confirm }: { address: string; secret: string; confirm: FormAction }) {
  const t = useTranslations('second-factors.totp');
  return (
    <div className="mb-6 border-rule border-y py-5">
      <h3 className="mb-3">{t('scan')}</h3>
      <ol className="mb-4 grid list-decimal gap-2 pl-6">
        <li>{t('steps.install')}</li>
        <li>{t('steps.scan')}</li>
        <li>{t('steps.code')}</li>
      </ol>
      <QrCode text={address} label={t('qr')} className="mb-3 size-[220px]" />
      <p className="mb-3">
        <a href={address}>{t('openApp')}</a>
      </p>
      <p className="mb-1 font-semibold">{t('secret')}</p>
      <p className="mb-1 break-words font-mono text-lg">{secret}</p>
      <p className="mb-4 text-ink-2 text-sm">{t('secretHint')}</p>
      <Form action={confirm} concept="second-factors">
        <TextField name="code" label={t('code')} inputMode="numeric" autoComplete="one-time-code" maxLength={8} />
        <SubmitButton>{t('confirm')}</SubmitButton>
      </Form>
      <p className="mt-3 text-ink-2 text-sm">{t('expires')}</p>
    </div>
  );
}
