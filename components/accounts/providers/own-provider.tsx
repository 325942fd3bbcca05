import { useTranslations } from 'next-intl';
import { Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import type { ProviderTie } from '@/domain/accounts/providers/provider-tie';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type OwnProviderProps = {
  /** of the provider */
  name: string;
  email: string | null;
  tie: ProviderTie | null;
  locale: Locale;
  end: FormAction;
  reopen: FormAction;
};

/** On her own page: whether the provider opens her account, how she ends that, and how she lets it open the account again. */
export function OwnProvider({ name, email, tie, locale, end, reopen }: OwnProviderProps) {
  const t = useTranslations('accounts.provider');
  return (
    <Panel id="provider" title={t('title', { name })} className="mb-7 max-w-[44em]">
      {!tie && <p>{email ? t('none', { name, email }) : t('noneWithoutMail')}</p>}
      {tie && !tie.ended && (
        <>
          <p className="mb-3">{t('since', { name, day: formatDay(locale, tie.since) })}</p>
          <p className="mb-4 text-ink-2">{t('endLead', { name })}</p>
          <Form action={end} concept="accounts">
            <HiddenField name="tieId" value={tie.id} />
            <SubmitButton variant="secondary">{t('end')}</SubmitButton>
          </Form>
        </>
      )}
      {tie?.ended && <p className="mb-4">{t('ended', { name, day: formatDay(locale, tie.ended) })}</p>}
      {tie?.ended && tie.reopened && <p>{t('reopened', { name, email: email ?? '' })}</p>}
      {tie?.ended && !tie.reopened && email && (
        <Form action={reopen} concept="accounts">
          <HiddenField name="tieId" value={tie.id} />
          <TextField name="password" type="password" label={t('password')} autoComplete="current-password" />
          <SubmitButton variant="secondary">{t('reopen', { name })}</SubmitButton>
        </Form>
      )}
    </Panel>
  );
}
