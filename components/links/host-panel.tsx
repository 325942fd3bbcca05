import { useLocale, useTranslations } from 'next-intl';
import { Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import { dayOf } from '@/domain/days/day';
import type { AddedHost } from '@/domain/links/link';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type HostProps = { hosts: readonly AddedHost[]; address: string; add: FormAction; remove: FormAction };

/** Which hosts may be asked, beside those of the government. */
export function HostPanel({ hosts, address, add, remove }: HostProps) {
  const t = useTranslations('links.hosts');
  const locale = useLocale() as Locale;
  return (
    <Panel title={t('title')}>
      <p className="mb-4 text-ink-2">{t('lead')}</p>
      <Form key={hosts.length} action={add} concept="links" address={address}>
        <TextField name="host" label={t('host')} hint={t('hint')} maxLength={300} />
        <SubmitButton>{t('add')}</SubmitButton>
      </Form>
      {hosts.length > 0 && (
        <ul className="mt-5">
          {hosts.map(({ host, addedBy, addedAt }) => (
            <li key={host} className="flex flex-wrap items-center justify-between gap-x-4 border-rule border-t py-2">
              <span className="min-w-0 [overflow-wrap:anywhere]">
                <span className="font-semibold">{host}</span>
                <span className="block text-ink-2 text-sm">
                  {t('added', { name: addedBy, day: formatDay(locale, dayOf(addedAt)) })}
                </span>
              </span>
              <Form action={remove} concept="links">
                <HiddenField name="host" value={host} />
                <SubmitButton variant="text" compact icon="cross">
                  {t('remove')} <span className="sr-only">{host}</span>
                </SubmitButton>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
