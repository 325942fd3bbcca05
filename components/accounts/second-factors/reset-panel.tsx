import { useTranslations } from 'next-intl';
import { Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { FactorState, ResetRequest } from '@/domain/accounts/second-factors/second-factor';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type ResetActions = { ask: FormAction; agree: FormAction; refuse: FormAction };
type ResetPanelProps = { accountId: string; state: FactorState; locale: Locale; actions: ResetActions };

/** On an account's page: whether a second factor is set up, and how two people reset one that was lost. */
export function ResetPanel({ accountId, state, locale, actions }: ResetPanelProps) {
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
        <Waiting request={state.request} locale={locale} actions={actions} />
      ) : (
        isOn && (
          <>
            <p className="mb-4">{t('lead')}</p>
            <Form action={actions.ask} concept="second-factors">
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

function Waiting({ request, locale, actions }: { request: ResetRequest; locale: Locale; actions: ResetActions }) {
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
      <p className="mb-4">{request.mine ? t('own') : t('agreeLead')}</p>
      <div className="flex flex-wrap gap-3">
        {!request.mine && (
          <Form action={actions.agree} concept="second-factors">
            <HiddenField name="requestId" value={request.id} />
            <SubmitButton variant="danger">{t('agree')}</SubmitButton>
          </Form>
        )}
        <Form action={actions.refuse} concept="second-factors">
          <HiddenField name="requestId" value={request.id} />
          <SubmitButton variant="secondary">{t('refuse')}</SubmitButton>
        </Form>
      </div>
    </>
  );
}
