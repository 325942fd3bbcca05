import { useTranslations } from 'next-intl';
import { Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import type { FactorState, ResetRequest } from '@/domain/accounts/second-factors/second-factor';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type ResetPanelProps = { accountId: string; state: FactorState; locale: Locale; ask: FormAction };

/** On an account's page: whether a second factor is set up, and how two people reset one that was lost. */
export function ResetPanel({ accountId, state, locale, ask }: ResetPanelProps) {
  const t = useTranslations('second-factors.reset');
  const isOn = state.totp || state.passkeys > 0;
  return (
    <section className="mt-12 max-w-xl">
      <h2 className="mb-2">{t('title')}</h2>
      <p className="mb-4">
        {isOn
          ? t('on', {
              totp: state.totp ? 'yes' : 'no',
              both: state.totp && state.passkeys > 0 ? 'yes' : 'no',
              passkeys: state.passkeys,
            })
          : t('off')}
      </p>
      {state.request ? (
        <Waiting request={state.request} locale={locale} />
      ) : (
        isOn && (
          <>
            <p className="mb-4">{t('lead')}</p>
            <Form action={ask} concept="second-factors">
              <HiddenField name="accountId" value={accountId} />
              <TextField name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={200} />
              <SubmitButton variant="secondary">{t('ask')}</SubmitButton>
            </Form>
            <p className="mt-3 text-ink-2 text-sm">{t('alone')}</p>
          </>
        )
      )}
    </section>
  );
}

function Waiting({ request, locale }: { request: ResetRequest; locale: Locale }) {
  const t = useTranslations('second-factors.reset');
  return (
    <>
      <p className="mb-3">
        {t('waiting', {
          name: request.by,
          day: formatInstant(locale, request.at),
          until: formatInstant(locale, request.until),
        })}
      </p>
      <p className="mb-4">
        {request.mine ? t('own') : t('agreeLead')} <Link href="/admin/second-pairs">{t('answer')}</Link>
      </p>
    </>
  );
}
