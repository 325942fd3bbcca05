import { useTranslations } from 'next-intl';
import type { LinkElement } from '@/components/ui/link-element';
import type { Day } from '@/domain/days/day';
import type { SessionState } from '@/domain/trainings/session';
import { type CalendarEntry, hourWords, isUnusual } from './calendar-entry';

const edges: Record<SessionState, string> = {
  proposed: 'border-pomelo-deep border-dashed',
  approved: 'border-rubber',
  refused: 'border-basalt border-dotted',
  cancelled: 'border-basalt border-dotted',
  held: 'border-lake-mid border-double',
};

const isOff = (state: SessionState) => state === 'cancelled' || state === 'refused';

type MarkProps = { entry: CalendarEntry; day: Day; as: LinkElement };

/** A session within a day of the calendar: the hour, what, and how it stands where that is not the usual way. */
export function EntryMark({ entry, day, as: Link }: MarkProps) {
  const t = useTranslations('calendar');
  const { href, title, place, state, own } = entry;
  return (
    <div className={`wrap-anywhere border-l-[5px] pl-2 leading-snug ${edges[state]}`}>
      <b className="font-semibold text-xs tabular-nums">{hourWords(t, entry, day)}</b>{' '}
      {own && <span className="ml-2 text-lotus-deep text-xs">{t('own')}</span>}
      <Link href={href} title={place} className={`block py-0.5 text-ink text-sm ${isOff(state) ? 'line-through' : ''}`}>
        {title}
      </Link>{' '}
      {isUnusual(state) && <span className="text-ink-2 text-xs">{t(`state.${state}`)}</span>}
    </div>
  );
}

const dots: Record<SessionState, string> = {
  proposed: 'border-2 border-pomelo-deep',
  approved: 'bg-rubber',
  refused: 'border-2 border-basalt',
  cancelled: 'border-2 border-basalt',
  held: 'bg-lake-mid',
};

/** The same as a dot, where there is only room for dots. The link around it says how many there are. */
export const EntryDot = ({ state }: { state: SessionState }) => (
  <span className={`inline-block size-2 rounded-full ${dots[state]}`} />
);
