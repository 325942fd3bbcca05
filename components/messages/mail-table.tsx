import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import type { MailMessage } from '@/domain/messages/outbox';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { SessionWords } from './session-words';

type MailTableProps = { messages: MailMessage[]; sendAgain: FormAction; from: string; ofSession: boolean };

/** E-mails and what became of them; what was given up can be sent again. */
export function MailTable({ messages, sendAgain, from, ofSession }: MailTableProps) {
  const t = useTranslations('messages');
  const columns: Column<MailMessage>[] = [
    { label: t('mails.to'), kind: 'title', cell: ({ to }) => to },
    {
      label: t('mails.what'),
      cell: ({ about, session }) => (
        <span>
          {t(`topics.${about}`)}
          {session && !ofSession && (
            <Link className="block text-sm" href={`/admin/trainings/${session.id}`}>
              <SessionWords session={session} title={session.title} />
            </Link>
          )}
        </span>
      ),
    },
    { label: t('mails.state'), cell: (message) => <State message={message} /> },
    ...(messages.some(({ state }) => state === 'failed')
      ? [
          {
            label: t('mails.do'),
            cell: (message: MailMessage) =>
              message.state === 'failed' && (
                <Form action={sendAgain} concept="messages">
                  <HiddenField name="messageId" value={message.id} />
                  <HiddenField name="from" value={from} />
                  <SubmitButton variant="secondary" compact icon="mail">
                    {t('mails.again')} <span className="sr-only">{message.to}</span>
                  </SubmitButton>
                </Form>
              ),
          },
        ]
      : []),
  ];
  return <Table caption={t('mails.caption')} columns={columns} rows={messages} keyOf={({ id }) => id} />;
}

const tones = { ready: 'waiting', sent: 'done', failed: 'problem' } as const;

function State({ message: { state, sentAt, notBefore, attempts, trouble, code } }: { message: MailMessage }) {
  const t = useTranslations('messages.mails');
  const locale = useLocale() as Locale;
  return (
    <span>
      <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
      <small className="block text-ink-2 text-sm">
        {sentAt && formatInstant(locale, sentAt)}
        {state === 'ready' && attempts > 0 && t('next', { count: attempts, when: formatInstant(locale, notBefore) })}
        {trouble && state !== 'sent' && (
          <span className="block">
            {t(`trouble.${trouble}`)} {state === 'failed' && t(`move.${trouble}`)}
          </span>
        )}
        {code && state !== 'sent' && <span className="block text-xs">{t('code', { code })}</span>}
      </small>
    </span>
  );
}
