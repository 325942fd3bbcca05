import { known, oneOf } from '@/app/address';
import { FIRST_DAY } from '@/domain/coverage/coverage';
import { today } from '@/domain/days/day';
import { askedFor, foundKinds, type Narrowing } from '@/domain/search/search';
import { type Locale, locales } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

type Query = Record<string, string | string[] | undefined>;

/** What a reader looks for, and to what she narrows it. */
export type Asked = { question: string; narrowing: Narrowing };

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const KEY = /^[0-9a-z]{1,9}\.[0-9a-f-]{36}$/;
const LENGTH_MAX = 100;

/** The years in which something was written or will be taught, the newest first. */
export function askedYears(): number[] {
  const [first, last] = [FIRST_DAY, today()].map((day) => Number(day.slice(0, 4)));
  return Array.from({ length: (last ?? 0) - (first ?? 0) + 2 }, (_, at) => (last ?? 0) + 1 - at);
}

/** Reads the address of a search; what cannot be a kind, a place, a topic, a year or a language is left out. */
export function askedOf(query: Query): Asked {
  const read = (name: string, pattern: RegExp) => {
    const text = oneOf(query[name]);
    return text && text.length <= LENGTH_MAX && pattern.test(text) ? text : undefined;
  };
  const year = Number(read('year', /^\d{4}$/));
  const narrowing = known({
    kind: foundKinds.find((kind) => kind === oneOf(query.kind)),
    commune: read('commune', SLUG),
    topic: read('topic', SLUG),
    year: askedYears().find((one) => one === year),
    language: locales.find((one) => one === oneOf(query.language)),
    after: read('after', KEY),
  });
  return { question: askedFor(oneOf(query.q)), narrowing };
}

/** The query of a search, as its address says it. */
export const queryOf = ({ question, narrowing: { year, ...narrowing } }: Asked) => ({
  q: question,
  ...narrowing,
  year: year === undefined ? year : String(year),
});

/** The address of a search. */
export const searchHref = (locale: Locale, asked: Asked) => hrefTo(locale, 'search', {}, queryOf(asked));
