import { useTranslations } from 'next-intl';
import { DateLeaf } from '@/components/ui/days/date-leaf';
import { Link } from '@/components/ui/link';
import { dayOf } from '@/domain/days/day';
import type { SessionSummary } from '@/domain/trainings/session-view';
import type { Locale } from '@/i18n/locales';
import { withCommune } from './place-words';
import { SessionStateBadge } from './session-state-badge';
import { timesWords } from './time-words';

type ComingProps = { locale: Locale; sessions: SessionSummary[] };

/** The next sessions of the signed-in area, each with its leaf and where it stands. */
export function ComingSessions({ locale, sessions }: ComingProps) {
  const t = useTranslations('trainings');
  return (
    <ol className="border-rule border-b">
      {sessions.map(({ id, title, state, place, commune, ...times }) => (
        <li key={id} className="flex gap-4 border-rule border-t py-4">
          <DateLeaf day={dayOf(times.startsAt)} />
          <div className="min-w-0 [overflow-wrap:anywhere]">
            <Link href={`/admin/trainings/${id}`} className="inline-flex min-h-11 items-center font-semibold">
              {title}
            </Link>
            <p className="mb-2 text-ink-2 text-sm">
              {timesWords(t, locale, times)}
              <br />
              {withCommune(t, place, commune)}
            </p>
            <SessionStateBadge state={state} />
          </div>
        </li>
      ))}
    </ol>
  );
}
