import { useLocale, useTranslations } from 'next-intl';
import type { FormAction } from '@/components/ui/forms/form-state';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import type { PhoneMessage } from '@/domain/messages/outbox';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { SessionWords } from './session-words';
import { TakeBackForm } from './told-forms';

type ToldTableProps = { messages: PhoneMessage[]; takeBack: FormAction; from: string; ofSession: boolean };

/** Messages that were told, by whom and when. */
export function ToldTable({ messages, takeBack, from, ofSession }: ToldTableProps) {
  const t = useTranslations('messages');
  const locale = useLocale() as Locale;
  const columns: Column<PhoneMessage>[] = [
    { label: t('told.name'), kind: 'title', cell: ({ name }) => name },
    {
      label: t('told.what'),
      cell: ({ about, session, title }) => (
        <span>
          {t(`topics.${about}`)}
          {!ofSession && (
            <Link className="block text-sm" href={`/admin/trainings/${session.id}`}>
              <SessionWords session={session} title={title} />
            </Link>
          )}
        </span>
      ),
    },
    {
      label: t('told.by'),
      cell: ({ toldBy, toldAt }) => (
        <span>
          {toldBy}
          <small className="block text-ink-2 text-sm">{toldAt && formatInstant(locale, toldAt)}</small>
        </span>
      ),
    },
    { label: t('told.do'), cell: (message) => <TakeBackForm action={takeBack} from={from} message={message} /> },
  ];
  return <Table caption={t('told.caption')} columns={columns} rows={messages} keyOf={({ id }) => id} />;
}
