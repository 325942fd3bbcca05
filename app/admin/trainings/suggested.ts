import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { SuggestedWords } from '@/components/trainings/planning/suggestion-links';
import type { Viewer } from '@/domain/access/viewer';
import { readClock, readDay } from '@/domain/days/day-spelling';
import { type Detail, problem, type Result } from '@/domain/result';
import { suggest, type Wish } from '@/domain/trainings/booking/suggestion-queries';
import type { SessionValues } from '@/domain/trainings/plan';
import { formatNumber, formatWeekday } from '@/i18n/format';

/** Free times and halls instead of a wish, in words, each with the fields it fills. */
export async function suggestedWords(viewer: Viewer, wish: Wish): Promise<SuggestedWords> {
  const { locale } = viewer;
  const [t, { times, halls }] = await Promise.all([getTranslations('trainings.form'), suggest(viewer, wish)]);
  return {
    times: times.map(({ day, from, to }) => ({
      label: `${formatWeekday(locale, day)}, ${from} – ${to}`,
      fields: { day, from, to, endDay: '', allDay: '' },
    })),
    halls: halls.map(({ id, name, seats }) => ({
      label: seats ? t('venueSeats', { name, seats: formatNumber(locale, seats) }) : name,
      fields: { venueId: id },
    })),
  };
}

/** A refusal for what is taken brings along what is free. */
export async function withSuggestions<Value, Problem extends string>(
  viewer: Viewer,
  wish: Wish,
  result: Result<Value, Problem>,
): Promise<Result<Value, Problem>> {
  if (result.ok || (result.problem !== 'hall-taken' && result.problem !== 'trainer-taken')) return result;
  const detail: Detail = { ...result.detail, suggestions: JSON.stringify(await suggestedWords(viewer, wish)) };
  return problem(result.problem, detail);
}

/** The wish that half-filled fields say: what is no day, no time or no number is not said. */
export function wishOf(values: Partial<SessionValues>, sessionId?: string): Wish {
  const [day, endDay] = [dayIn(values.day), dayIn(values.endDay)];
  const [from, to] = [readClock(values.from ?? ''), readClock(values.to ?? '')];
  const seats = Number(values.seats);
  const isTimed = from !== null && to !== null && (from < to || endDay !== undefined);
  return {
    unitId: values.unitId ?? '',
    venueId: values.venueId,
    trainerIds: values.trainerIds ?? [],
    ...(seats > 0 ? { seats } : {}),
    ...(sessionId ? { sessionId } : {}),
    ...(day && (isTimed || values.allDay === 'yes')
      ? {
          day,
          from: from ?? undefined,
          to: to ?? undefined,
          endDay: endDay && endDay >= day ? endDay : undefined,
          allDay: values.allDay === 'yes' ? 'yes' : undefined,
        }
      : {}),
  };
}

function dayIn(typed = '') {
  const read = readDay(typed);
  return read.ok ? read.value : undefined;
}
