import { useLocale, useTranslations } from 'next-intl';
import { Words } from '@/components/layout/words';
import { Badge } from '@/components/ui/badge';
import type { FormAction } from '@/components/ui/forms/form-state';
import { Link } from '@/components/ui/link';
import { withoutMarks } from '@/domain/messages/sms';
import { byGivenName } from '@/domain/order';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { Copying } from './copying';
import type { TextGroup } from './group';
import { NumberBook } from './number-book';
import { NumberForm } from './number-form';
import { OwnText, ReadyText } from './ready-text';
import { SessionWords } from './session-words';
import { MarkAllForm, MarkToldForm } from './told-forms';

export type ToldActions = {
  seeNumbers: FormAction;
  markTold: FormAction;
  takeBackTold: FormAction;
  sendAgain: FormAction;
};
type ToldGroupProps = { group: TextGroup; actions: ToldActions; from: string; ofSession: boolean };

/** One cause and its words, and below them everybody who still waits to be told. */
export function ToldGroup({ group, actions, from, ofSession }: ToldGroupProps) {
  const t = useTranslations('messages');
  const { text, locale } = group;
  const messages = [...group.messages].sort(byGivenName);
  const reachable = messages.filter(({ phone }) => phone !== null).map(({ id }) => id);
  return (
    <Copying copied={t('copying.copied')} failed={t('copying.notCopied')}>
      <section className="school-grid min-w-0 p-[18px] xl:px-6 xl:py-[22px]">
        <Head group={group} ofSession={ofSession} />
        {messages.length > 1 && (
          <>
            <h3 className="mb-1">{t('text.forGroup')}</h3>
            <p className="mb-3 text-ink-2">{t('text.forGroupHint')}</p>
            <ReadyText text={text} language={locale} />
          </>
        )}
        <Words of={['messages.number']}>
          <NumberBook action={actions.seeNumbers} messageIds={reachable}>
            <ul className="@container mt-4 border-rule border-t">
              {messages.map((message) => (
                <WhoWaits
                  key={message.id}
                  message={message}
                  language={locale}
                  isOneOfMany={messages.length > 1}
                  actions={actions}
                  from={from}
                />
              ))}
            </ul>
          </NumberBook>
        </Words>
        {messages.length > 1 && (
          <div className="mt-4">
            <MarkAllForm action={actions.markTold} from={from} messages={messages} />
          </div>
        )}
      </section>
    </Copying>
  );
}

/** The cause, the session it is about, and until when they must be told. */
function Head({ group, ofSession }: Pick<ToldGroupProps, 'group' | 'ofSession'>) {
  const t = useTranslations('messages');
  const locale = useLocale() as Locale;
  const { about, session, title, deadline, messages } = group;
  return (
    <div className="mb-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <div>
        <h2>{t(`topics.${about}`)}</h2>
        {!ofSession && (
          <p>
            <Link href={`/admin/trainings/${session.id}`}>
              <SessionWords session={session} title={title} />
            </Link>
          </p>
        )}
        {deadline && <p className="font-semibold">{t('deadline', { until: formatInstant(locale, deadline) })}</p>}
      </div>
      <Badge tone="waiting">{t('waiting', { count: messages.length })}</Badge>
    </div>
  );
}

type WhoWaitsProps = Pick<ToldGroupProps, 'actions' | 'from'> & {
  message: TextGroup['messages'][number];
  language: Locale;
  /** the words of all stand above; here are hers, where they differ */
  isOneOfMany: boolean;
};

/** One woman who waits to be told: her number, her words, and that she was told. */
function WhoWaits({ message, language, isOneOfMany, actions, from }: WhoWaitsProps) {
  const t = useTranslations('messages.number');
  return (
    <li className="grid items-center gap-x-4 gap-y-1 border-rule border-b py-3 @min-[15rem]:grid-cols-[1fr_auto] md:grid-cols-[15rem_1fr_auto]">
      <strong>{message.name}</strong>
      <div className="col-span-full row-start-2 min-w-0 md:col-span-1 md:col-start-2 md:row-start-1">
        {message.phone ? (
          <NumberForm
            action={actions.seeNumbers}
            messageId={message.id}
            name={message.name}
            masked={message.phone}
            text={message.text}
            plain={withoutMarks(message.text)}
          />
        ) : (
          <span className="text-ink-2">{t('none')}</span>
        )}
      </div>
      <MarkToldForm action={actions.markTold} from={from} message={message} />
      <div className="col-span-full min-w-0">
        {isOneOfMany && message.called ? (
          <OwnText text={message.text} language={language} name={message.called} />
        ) : (
          <ReadyText text={message.text} language={language} />
        )}
      </div>
    </li>
  );
}
