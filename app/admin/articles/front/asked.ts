import { oneOf } from '@/app/address';
import { type FrontSpot, frontSpots } from '@/domain/articles/front/front';
import { addDays, type Day, today } from '@/domain/days/day';
import { readDay } from '@/domain/days/day-spelling';
import { type Locale, locales } from '@/domain/locale';
import { frontPath } from '../asked';

/** Which spot is arranged, which pieces are looked for, and of which day and language what will stand there is shown. */
export type Asked = { spot: FrontSpot; q?: string; day: Day; lang: Locale };

/** As far ahead as somebody looks. */
const AHEAD_DAYS = 366;

/** What an address asks for; a day that is past or too far ahead is today. */
export function askedOf(query: Record<string, string | string[] | undefined>): Asked {
  const read = readDay(oneOf(query.day) ?? '');
  const isAhead = read.ok && read.value >= today() && read.value <= addDays(today(), AHEAD_DAYS);
  const q = oneOf(query.q)?.trim().slice(0, 100);
  return {
    spot: frontSpots.find((each) => each === oneOf(query.spot)) ?? 'home_story',
    day: isAhead ? read.value : today(),
    lang: locales.find((each) => each === oneOf(query.lang)) ?? 'vi',
    ...(q ? { q } : {}),
  };
}

/** The address of the page that answers this. */
export function addressOf({ spot, q, day, lang }: Asked): string {
  const query = new URLSearchParams({
    spot,
    ...(q ? { q } : {}),
    ...(day === today() ? {} : { day }),
    ...(lang === 'vi' ? {} : { lang }),
  });
  return `${frontPath}?${query}`;
}
