import { useLocale, useTranslations } from 'next-intl';
import { withCommune } from '@/components/trainings/place-words';
import { SessionStateBadge } from '@/components/trainings/session-state-badge';
import { timesWords } from '@/components/trainings/time-words';
import { Badge } from '@/components/ui/badge';
import { MoreLink } from '@/components/ui/button';
import { DateLeaf } from '@/components/ui/days/date-leaf';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import { dayOf, today } from '@/domain/days/day';
import type { ComingSession } from '@/domain/overview/coming';
import { keepTogether } from '@/i18n/compounds';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type ComingProps = {
  sessions: readonly ComingSession[] /** the communes are told apart where there are several */;
  wide: boolean;
};

/** The next sessions, each with its leaf, its seats, where it stands, and the one step that comes next. */
export function ComingList({ sessions, wide }: ComingProps) {
  const t = useTranslations('overview.week');
  return (
    <Panel title={t('title')}>
      {sessions.length > 0 ? (
        <ol>
          {sessions.map((session) => (
            <Coming key={session.id} session={session} wide={wide} />
          ))}
        </ol>
      ) : (
        <p>{t('none')}</p>
      )}
      <MoreLink as={Link} href="/admin/trainings">
        {t('all')}
      </MoreLink>
    </Panel>
  );
}

function Coming({ session, wide }: { session: ComingSession; wide: boolean }) {
  const t = useTranslations('overview.week');
  const words = useTranslations('trainings');
  const locale = useLocale() as Locale;
  const { id, title, place, commune, seated, seats, clash } = session;
  const count = { seated: formatNumber(locale, seated), seats: formatNumber(locale, seats) };
  return (
    <li className="flex flex-wrap gap-x-4 gap-y-2 border-rule border-t py-4">
      <DateLeaf day={dayOf(session.startsAt)} />
      <div className="min-w-0 flex-[1_1_10rem] [overflow-wrap:anywhere]">
        <Link href={`/admin/trainings/${id}`} className="inline-flex min-h-11 items-center font-semibold">
          {title}
        </Link>
        <p className="mb-2 text-ink-2 text-sm">
          {timesWords(words, locale, session)}, {keepTogether(wide ? withCommune(words, place, commune) : place)}
          <br />
          {session.state === 'approved'
            ? t('seats', count)
            : clash && t(`why.${clash.problem}`, { time: clash.detail.time ?? '' })}
        </p>
        <p className="flex flex-wrap items-center gap-x-4">
          {clash ? (
            <Badge tone="problem">{t(`clash.${clash.problem}`)}</Badge>
          ) : (
            <SessionStateBadge state={session.state} />
          )}{' '}
          <Step session={session} />
        </p>
      </div>
    </li>
  );
}

/** A clash is moved, what waits is decided on, and of a class of today the list is opened. */
function Step({ session: { id, startsAt, clash, rights, marks } }: { session: ComingSession }) {
  const t = useTranslations('overview.week.steps');
  const look = 'inline-flex min-h-11 items-center font-semibold';
  if (clash && rights.edit)
    return (
      <Link href={`/admin/trainings/${id}/edit`} className={look}>
        {t('move')}
      </Link>
    );
  if (rights.approve)
    return (
      <Link href={`/admin/trainings/${id}`} className={look}>
        {t('decide')}
      </Link>
    );
  // the app in the hall is a page of its own, not a part of this one
  if (marks && dayOf(startsAt) === today())
    return (
      <a href="/admin/attendance" className={look}>
        {t('mark')}
      </a>
    );
  return null;
}
