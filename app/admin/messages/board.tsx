import 'server-only';
import { getTranslations } from 'next-intl/server';
import { known } from '@/app/address';
import { byText } from '@/components/messages/group';
import { MailTable } from '@/components/messages/mail-table';
import { ToldGroup } from '@/components/messages/told-group';
import { ToldTable } from '@/components/messages/told-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Segmented } from '@/components/ui/forms/segmented';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Pager } from '@/components/ui/tables/pager';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { countMessages, listMails, listMessages } from '@/domain/messages/queries';
import { formatNumber } from '@/i18n/format';
import { markTold, seeNumbers, sendAgain, takeBackTold } from './actions';
import { type AskedMessages, addressOf } from './asked';

const SAID = ['told', 'taken-back', 'sent-again'] as const;
const actions = { markTold, seeNumbers, sendAgain, takeBackTold };

type BoardProps = { viewer: Viewer; sessionId?: string; asked: AskedMessages };

/** Women to tell, women who were told, and e-mails: of one session or of all in reach. */
export async function Board({ viewer, sessionId, asked }: BoardProps) {
  const { communeId } = asked;
  const filter = known({ sessionId, communeId });
  const [t, counts] = await Promise.all([getTranslations('messages'), countMessages(viewer, filter)]);
  const said = SAID.find((each) => each === asked.said);
  const lists = mayAnywhere(viewer, 'messages.send-again')
    ? (['waiting', 'told', 'mail'] as const)
    : (['waiting', 'told'] as const);
  const list = lists.find((each) => each === asked.list) ?? 'waiting';
  const count = { waiting: counts.toTell, told: 0, mail: counts.failed };
  const segments = lists.map((each) => ({
    href: addressOf(sessionId, { list: each, communeId }),
    label:
      count[each] > 0
        ? t(`lists.${each}Count`, { count: formatNumber(viewer.locale, count[each]) })
        : t(`lists.${each}`),
    current: each === list,
  }));
  return (
    <>
      {said && <Notice title={t(`said.${said}`)} />}
      <div className="mb-6">
        <Segmented as={Link} label={t('lists.label')} segments={segments} />
      </div>
      <List viewer={viewer} sessionId={sessionId} asked={{ ...asked, list }} />
    </>
  );
}

async function List({
  viewer,
  sessionId,
  asked,
}: {
  viewer: Viewer;
  sessionId: string | undefined;
  asked: AskedMessages;
}) {
  const { list, communeId, after } = asked;
  const filter = known({ sessionId, communeId, after });
  const from = sessionId ? 'session' : (communeId ?? 'all');
  const ofSession = sessionId !== undefined;
  const t = await getTranslations('messages.empty');
  const [phones, mails] = await Promise.all([
    list === 'mail' ? null : listMessages(viewer, { ...filter, told: list === 'told' }),
    list === 'mail' ? listMails(viewer, filter) : null,
  ]);
  const next = phones?.next ?? mails?.next ?? null;
  const pager = <Pager as={Link} next={next && addressOf(sessionId, { list, communeId, after: next })} />;
  if (!(phones?.messages.length || mails?.messages.length))
    return (
      <EmptyState icon={list === 'waiting' ? 'check' : 'mail'} title={t(`${list}.title`)}>
        {t(`${list}.text`)}
      </EmptyState>
    );
  return (
    <>
      {mails && <MailTable messages={mails.messages} sendAgain={sendAgain} from={from} ofSession={ofSession} />}
      {phones && list === 'told' && (
        <ToldTable messages={phones.messages} takeBack={takeBackTold} from={from} ofSession={ofSession} />
      )}
      {phones && list === 'waiting' && (
        <div className="grid max-w-5xl gap-6">
          {byText(phones.messages).map((group) => (
            <ToldGroup key={group.key} group={group} actions={actions} from={from} ofSession={ofSession} />
          ))}
        </div>
      )}
      {pager}
    </>
  );
}
