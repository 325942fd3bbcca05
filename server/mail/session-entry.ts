import type { ToldSession, Worded } from '@/domain/messages/message';
import { calendarFile } from '@/server/calendar';

type Entry = Pick<Worded, 'about' | 'session' | 'locale'> & { calendarSequence: number };

/** A calendar file with the session that a mail speaks of, as it stands now; cancelled also for whom it concerns no more. */
export const sessionEntry = ({ about, session, calendarSequence, locale }: Entry, description: string): string =>
  calendarFile(locale, {
    id: session.id,
    sequence: calendarSequence,
    cancelled: about === 'session-cancelled' || about === 'trainer-taken-off',
    ...timesOf(session),
    title: session.title,
    place: session.mode === 'online' ? '' : (session.hall ?? session.unit),
    description,
  });

const timesOf = ({ startsAt, endsAt, allDay }: ToldSession) => ({ startsAt, endsAt, allDay });
