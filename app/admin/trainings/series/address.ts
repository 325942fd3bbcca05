import { prefilled } from '../prefilled';

type Query = Record<string, string | string[] | undefined>;

export const seriesPath = '/admin/trainings/series';

const rule = ['repeat', 'every', 'ends', 'count', 'until', 'skipHolidays'];
const change = ['sessionId', 'from', 'to', 'overnight', 'shiftDays', 'venueId', 'seats', 'reason'];
const TEXT_MAX = 1000;

type Values = Record<string, string>;
export type Asked = { fields: Values; trainerIds: string[] };
export type SeriesAsked = Asked & { weekdays: string[] };

function read(query: Query, names: readonly string[]): Values {
  const found = names.flatMap((name) => {
    const value = query[name];
    return typeof value === 'string' && value !== '' ? [[name, value.slice(0, TEXT_MAX)] as const] : [];
  });
  return Object.fromEntries(found);
}

/** A series as an address holds it: the fields of its form. */
export function seriesAsked(query: Query): SeriesAsked {
  const { trainerIds = [], ...fields } = prefilled(query);
  const weekdays = [query['weekdays[]'] ?? query.weekdays ?? []].flat().flatMap((each) => each.split('\n'));
  return { fields: { ...fields, ...read(query, rule) }, trainerIds, weekdays: weekdays.slice(0, 7) };
}

/** A change of the rest of one, in the same way. */
export function changeAsked(query: Query): Asked {
  return { fields: read(query, change), trainerIds: prefilled(query).trainerIds ?? [] };
}

/** Fields as the query of an address; what is not said is left out, several trainers stand a line each. */
export function queryOf(input: Record<string, unknown>): string {
  const entries = Object.entries(input).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value.join('\n') : value === undefined ? '' : String(value);
    return text === '' ? [] : [[name, text]];
  });
  return new URLSearchParams(entries).toString();
}
