import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { coverageIndicator } from '@/domain/indicators/indicator';
import { type AskedDay, askedDay, type CoverageLevel, coverageLevels, levelInput } from '../coverage';
import { type LackedPart, lackedParts } from './lacked-part';
import { readYears, type TrendYears } from './span';

/** What a commune may be, where a view holds one kind alone; or those that are silent, whatever they are. */
export const placeKinds = ['commune', 'ward', 'silent'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** The columns that places are put in order by. */
export const placeOrders = ['name', 'units', 'lacking', 'percent', 'change', 'sessions'] as const;
export type PlaceOrder = (typeof placeOrders)[number];

/** The two maps: tiles of one size, and the communes by their boundaries. */
export const coverageMaps = ['tiles', 'boundaries'] as const;
export type CoverageMap = (typeof coverageMaps)[number];

/** More than these side by side are no comparison. */
export const COMPARED_MAX = 6;
/** More than these do not stand unfolded at once: each has thirty sub-associations. */
export const UNFOLDED_MAX = 6;

/** All that a look at coverage is made of; an address carries it whole, and opens the same again. */
export type CoverageView = {
  map: CoverageMap;
  level: CoverageLevel;
  day: AskedDay;
  /** whether the day was asked for: links of the page keep it only then, so that a bookmark of today stays today's */
  dated: boolean;
  /** the day it is compared with; null without, or where that is no other day with figures */
  earlier: Day | null;
  /** what was asked for to compare with, where it is no day with figures; null otherwise */
  refusedEarlier: AskedDay | null;
  kind: PlaceKind | null;
  lacking: LackedPart;
  /** the slug of the place one looks at */
  place: string | null;
  /** slugs of places side by side, also those that were ticked for that (`chosen`) */
  places: string[];
  /** slugs of places that stand unfolded in the table of all, each with its sub-associations; null where none was unfolded yet */
  unfolded: string[] | null;
  order: PlaceOrder;
  upward: boolean;
  /** how far trends look back */
  years: TrendYears;
};

type Query = Record<string, string | string[] | undefined>;

const oneOf = (value: Query[string]) => (Array.isArray(value) ? value[0] : value)?.trim() || undefined;
const slugInput = z
  .string()
  .regex(/^[a-z0-9-]{1,80}$/)
  .catch('');
const kindInput = z.enum(placeKinds).nullable().catch(null);
const lackedInput = z.enum(lackedParts).catch('any');
const mapInput = z.enum(coverageMaps).catch('tiles');
const orderInput = z.enum(placeOrders).catch('lacking');

/** Names are read from A; of everything else the most comes first. */
const goesUpward = (order: PlaceOrder) => order === 'name';

/** By its indicator; links of before name the level. */
const levelIn = ({ indicator, level }: Query): CoverageLevel =>
  coverageLevels.find((each) => coverageIndicator(each) === oneOf(indicator)) ?? levelInput.parse(oneOf(level));

/** Slugs, each once, as an address says them: one after the other, or several in one. */
const slugsIn = (said: readonly string[]): string[] => {
  const slugs = said.flatMap((each) => each.split(',')).map((slug) => slugInput.parse(slug.trim()));
  return [...new Set(slugs.filter(Boolean))];
};

/** What an address asks for; whatever it says that is not there is as if it were not said. */
export function readView(query: Query): CoverageView {
  const day = askedDay(oneOf(query.on));
  const compared = oneOf(query.with);
  const earlier = compared ? askedDay(compared) : null;
  const order = orderInput.parse(oneOf(query.sort));
  return {
    map: mapInput.parse(oneOf(query.map)),
    level: levelIn(query),
    day,
    dated: Boolean(oneOf(query.on)),
    earlier: earlier && !earlier.refused && earlier.day !== day.day ? earlier.day : null,
    refusedEarlier: earlier?.refused ? earlier : null,
    kind: kindInput.parse(oneOf(query.kind)),
    lacking: lackedInput.parse(oneOf(query.lacking)),
    place: slugInput.parse(oneOf(query.place) ?? '') || null,
    places: slugsIn([query.places ?? [], query.chosen ?? []].flat()).slice(0, COMPARED_MAX),
    unfolded: query.unfolded === undefined ? null : slugsIn([query.unfolded].flat()).slice(0, UNFOLDED_MAX),
    order,
    upward: goesUpward(order) !== (oneOf(query.turned) === '1'),
    years: readYears(oneOf(query.years)),
  };
}

/** The same as an address says it, without what is meant anyway. */
export function viewQuery({ day, ...view }: CoverageView): Record<string, string> {
  const said: Record<string, string | false | null> = {
    map: view.map !== 'tiles' && view.map,
    indicator: (view.dated || view.level !== 'sub_association') && coverageIndicator(view.level),
    on: view.dated && day.day,
    with: view.earlier,
    kind: view.kind,
    lacking: view.lacking !== 'any' && view.lacking,
    place: view.place,
    places: view.places.join(',') || null,
    unfolded: view.unfolded?.join(',') ?? null,
    sort: view.order !== 'lacking' && view.order,
    turned: view.upward !== goesUpward(view.order) && '1',
    years: view.years !== 1 && String(view.years),
  };
  return Object.fromEntries(
    Object.entries(said).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** The view by another column; by the same one, the other way round. */
export const orderedBy = (view: CoverageView, order: PlaceOrder): CoverageView => ({
  ...view,
  order,
  upward: order === view.order ? !view.upward : goesUpward(order),
});

/** The view with a place unfolded in the table of all, or folded again; of those that stand unfolded the oldest makes room. */
export function unfolding(view: CoverageView, slug: string): CoverageView {
  const { unfolded } = view;
  const others = (unfolded ?? []).filter((each) => each !== slug);
  return { ...view, unfolded: unfolded?.includes(slug) ? others : [...others, slug].slice(-UNFOLDED_MAX) };
}
