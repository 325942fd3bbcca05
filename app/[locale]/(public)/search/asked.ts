import { known, oneOf } from '@/app/address';
import { rangeOf, spelledRange, type TypedRange } from '@/domain/search/range';
import { askedFor, foundKinds, type Narrowing } from '@/domain/search/search';
import { type Locale, locales } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

type Query = Record<string, string | string[] | undefined>;

/** What a reader looks for, and to what she narrows it. `typed`: days as the address says them, also such as cannot be read or are turned round. */
export type Asked = { question: string; narrowing: Narrowing; typed?: TypedRange & { turned?: true } };

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const KEY = /^[0-9a-z]{1,9}\.[0-9a-f-]{36}$/;
const DATE = /\S/;
const LENGTH_MAX = 100;

/** Reads the address of a search; what cannot be a kind, a place, a topic, a day or a language is left out. */
export function askedOf(query: Query): Asked {
  const read = (name: string, pattern: RegExp) => {
    const text = oneOf(query[name]);
    return text && text.length <= LENGTH_MAX && pattern.test(text) ? text : undefined;
  };
  const typed = { from: read('from', DATE), to: read('to', DATE), year: read('year', /^\d{4}$/) };
  const { turned, ...range } = rangeOf(typed);
  const narrowing = known({
    kind: foundKinds.find((kind) => kind === oneOf(query.kind)),
    commune: read('commune', SLUG),
    topic: read('topic', SLUG),
    ...range,
    language: locales.find((one) => one === oneOf(query.language)),
    after: read('after', KEY),
  });
  return { question: askedFor(oneOf(query.q)), narrowing, typed: { ...typed, ...(turned && { turned }) } };
}

/** The query of a search, as its address says it. */
export const queryOf = ({ question, narrowing }: Asked) => ({ q: question, ...narrowing, ...spelledRange(narrowing) });

/** The same as it was typed: days that could not be read stay too, for whoever changes the language has not mended them yet. */
export const queryAsTyped = (asked: Asked) => ({ ...queryOf(asked), ...unreadOf(asked) });

const unreadOf = ({ narrowing: { from, to }, typed }: Asked) => ({
  ...(!from && typed?.from && { from: typed.from }),
  ...(!to && typed?.to && { to: typed.to }),
});

/** The address of a search. */
export const searchHref = (locale: Locale, asked: Asked) => hrefTo(locale, 'search', {}, queryOf(asked));
