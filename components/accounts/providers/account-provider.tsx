import { useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { ProviderTie } from '@/domain/accounts/providers/provider-tie';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type AccountProviderProps = { accountId: string; name: string; tie: ProviderTie; locale: Locale; end: FormAction };

/** On an account's page: since when it is tied to the provider, ended by whoever may take what it holds. */
export function AccountProvider({ accountId, name, tie, locale, end }: AccountProviderProps) {
  const t = useTranslations('accounts.provider');
  return (
    <section id="provider" className="mt-12 max-w-xl">
      <h2 className="mb-2">{t('title', { name })}</h2>
      {tie.ended ? (
        <p>{t('account.ended', { day: formatDay(locale, tie.ended) })}</p>
      ) : (
        <>
          <p className="mb-3">{t('account.since', { name, day: formatDay(locale, tie.since) })}</p>
          <p className="mb-4 text-ink-2">{t('account.endLead', { name })}</p>
          <Form action={end} concept="accounts">
            <HiddenField name="accountId" value={accountId} />
            <HiddenField name="tieId" value={tie.id} />
            <SubmitButton variant="danger" compact>
              {t('end')}
            </SubmitButton>
          </Form>
        </>
      )}
    </section>
  );
}
