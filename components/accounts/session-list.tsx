import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { OpenSession } from '@/domain/accounts/sessions/open-session';
import type { SessionLimit } from '@/domain/accounts/sessions/session-limit';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type SessionListProps = {
  sessions: OpenSession[];
  limit: SessionLimit;
  locale: Locale;
  /** the session in which the page was asked for: on her own page */
  own?: string | null;
  /** whose they are, where they are somebody else's */
  accountId?: string;
  /** what the provider is called that the portal asks */
  provider?: string | undefined;
  endOne: FormAction;
  endAll: FormAction;
};

/** Sessions that stand open, each with its device, where it is from and since when, to be ended one by one or all at once. */
export function SessionList({ sessions, limit, locale, own, accountId, provider, endOne, endAll }: SessionListProps) {
  const t = useTranslations('accounts.sessions');
  const whose = accountId ? 'account' : 'own';
  const others = sessions.filter(({ id }) => id !== own);
  return (
    <section id="sessions" className="mt-12 max-w-3xl">
      <h2 className="mb-2">{t(`${whose}.title`)}</h2>
      <p className="mb-2 text-ink-2">{t(`${whose}.lead`)}</p>
      <p className="mb-4 text-ink-2">{limitWords(t, limit)}</p>
      {sessions.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <ul>
          {sessions.map((session) => (
            <li key={session.id} className="border-rule border-t py-4">
              <Told session={session} isOwn={session.id === own} locale={locale} provider={provider} />
              {session.id !== own && (
                <Form action={endOne} concept="accounts" className="mt-2">
                  {accountId && <HiddenField name="accountId" value={accountId} />}
                  <HiddenField name="sessionId" value={session.id} />
                  <SubmitButton variant="secondary" compact>
                    {t('end')}
                    <span className="sr-only"> {session.device || t('unknownDevice')}</span>
                  </SubmitButton>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {others.length > 1 && (
        <Form action={endAll} concept="accounts" className="border-rule border-t pt-4">
          {accountId && <HiddenField name="accountId" value={accountId} />}
          <SubmitButton variant="danger" compact>
            {t(`${whose}.endAll`)}
          </SubmitButton>
        </Form>
      )}
    </section>
  );
}

type ToldProps = { session: OpenSession; isOwn: boolean; locale: Locale; provider: string | undefined };

function Told({ session, isOwn, locale, provider }: ToldProps) {
  const t = useTranslations('accounts.sessions');
  const { device, network, createdAt, lastSeenAt, byProvider } = session;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <strong>{device || t('unknownDevice')}</strong>
        {isOwn && <Badge tone="done">{t('this')}</Badge>}
      </p>
      <p className="text-ink-2">
        {t('since', { at: formatInstant(locale, createdAt) })} · {t('used', { at: formatInstant(locale, lastSeenAt) })}
        {network && ` · ${t('network', { network })}`}
        {byProvider && ` · ${t('by', { name: provider ?? t('otherProvider') })}`}
      </p>
    </>
  );
}

type Words = ReturnType<typeof useTranslations<'accounts.sessions'>>;

/** How long a session lasts, in hours up to two days and in days from then on. */
function limitWords(t: Words, { idleHours, longestHours }: SessionLimit): string {
  const span = (hours: number) =>
    hours > 48 ? t('days', { count: Math.round(hours / 24) }) : t('hours', { count: hours });
  return t('limit', { idle: span(idleHours), longest: span(longestHours) });
}
