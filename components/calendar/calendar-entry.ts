import type { useTranslations } from 'next-intl';
import { placeName } from '@/components/coverage/coverage-table';
import { placeWords, type Words as TrainingWords, withCommune } from '@/components/trainings/place-words';
import { type Deadline, deadlineId, lastingOf } from '@/domain/calendar/deadlines/deadline';
import { type Day, dayOf } from '@/domain/days/day';
import { lastDayOf } from '@/domain/days/lasting';
import type { SessionState } from '@/domain/trainings/session';
import type { PublishedSession, SessionSummary } from '@/domain/trainings/session-view';
import { formatTime } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

export type CalendarWords = ReturnType<typeof useTranslations<'calendar'>>;
type PlaceWords = ReturnType<typeof useTranslations<'coverage'>>;

/** A session as a calendar draws it, whoever looks. */
export type CalendarEntry = {
  id: string;
  href: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  allDay: boolean;
  place: string;
  state: SessionState;
  /** the viewer teaches it or proposed it */
  own: boolean;
  demo: boolean;
};

export const publicEntry = (locale: Locale, t: TrainingWords, session: PublishedSession): CalendarEntry => ({
  ...whenOf(session),
  href: hrefTo(locale, 'session', { slug: session.slug }),
  title: session.course.title,
  place: placeWords(t, session),
  own: false,
});

export const recordEntry = (t: TrainingWords, session: SessionSummary): CalendarEntry => ({
  ...whenOf(session),
  href: `/admin/trainings/${session.id}`,
  title: session.title,
  place: session.mode === 'online' ? t('badge.online') : withCommune(t, session.place, session.commune),
  own: session.own,
});

/** The day on which a report is due, beside the sessions of that day. */
export const deadlineEntry = (t: CalendarWords, coverage: PlaceWords, deadline: Deadline): CalendarEntry => ({
  ...lastingOf(deadline),
  id: deadlineId(deadline),
  href: `/admin/reports/${deadline.unitId}/${deadline.periodId}`,
  title: deadlineTitle(t, deadline),
  place: deadlinePlace(t, coverage, deadline),
  state: 'approved',
  own: false,
  demo: deadline.demo,
});

/** "Hạn nộp báo cáo tháng 10/2026"; of one that was signed that the city accepts it now. */
export function deadlineTitle(t: CalendarWords, { periodKind, from, state }: Deadline): string {
  const [year = '', month = ''] = from.split('-');
  return t(state === 'submitted' ? 'deadline.signed' : 'deadline.due', { kind: periodKind, year, month });
}

export const deadlinePlace = (t: CalendarWords, coverage: PlaceWords, { level, kind, name }: Deadline) =>
  level === 'province' ? t('deadline.city') : placeName(coverage, { kind: kind ?? 'commune', name });

const whenOf = ({ id, startsAt, endsAt, allDay, state, demo }: PublishedSession | SessionSummary) => ({
  id,
  startsAt,
  endsAt,
  allDay,
  state,
  demo,
});

/** The hour as it concerns one day: when it begins, on a later day that it goes on, on its last when it ends. */
export function hourWords(t: CalendarWords, { startsAt, endsAt, allDay }: CalendarEntry, day: Day): string {
  if (allDay) return t('allDay');
  if (day === dayOf(startsAt)) return formatTime(startsAt);
  if (day < lastDayOf({ startsAt, endsAt })) return t('goesOn');
  const clock = formatTime(endsAt);
  return t('until', { time: clock === '00:00' ? '24:00' : clock });
}

/** A state that is said, as the session does not simply take place. */
export const isUnusual = (state: SessionState) => state !== 'approved';
