import { CITY, type Count, type Figure, type Level, type Unit, wholeOf } from './figure';
import type { Truth } from './truth';

/**
 * A figure that a page tells of a place (its slug) and a level; only what it tells of it, `whole` its share in whole percent. The day is that of
 * the page, unless it says another.
 */
export type FigureTold = {
  place: string;
  level: Level;
  count?: Count;
  day?: string;
  whole?: number | null;
} & Partial<Figure>;
/** What a page tells of a single unit: whether it counts, and how many of its groups do. */
export type UnitTold = { unit: string; day?: string; covered?: boolean; tied?: boolean; groups?: string };
/** A figure whose source is not read here: whoever tells it has to tell what the first one told. */
export type Repeated = { code: string; place: string; day?: string; value: string };
/** What a snapshot is said to say: it says that for good, whatever becomes of the records. */
export type FiledTold = { filed: string; what: string; value: string; day?: string };
export type Statement = FigureTold | UnitTold | Repeated | FiledTold;

/** Says in what way a statement is not so; null where it is. */
export type Judge = (told: Statement, day: string, where: string) => string | null;

/** What holds of all statements of a crawl. */
export function judgeBy(truth: Truth): Judge {
  const first = new Map<string, { value: string; where: string }>();
  return (told, asked, where) => {
    const day = told.day ?? asked;
    if ('filed' in told) return ofFiled(told, truth.filed);
    if ('unit' in told) return ofUnit(told, truth.unitsOn(day), day);
    if ('level' in told) return ofFigure(told, truth.of(told.place, told.level, day, told.count), day);
    const key = `${told.code} ${told.place} ${day}`;
    const before = first.get(key);
    if (!before) first.set(key, { value: told.value, where });
    return !before || before.value === told.value
      ? null
      : `${key}: ${told.value} instead of ${before.value} (${before.where})`;
  };
}

function ofFigure(told: FigureTold, is: Figure, day: string): string | null {
  // of a silent commune a page may leave out how many units it has
  const units = told.units === undefined || told.units === is.units || (told.units === null && is.covered === null);
  const same = (key: 'covered' | 'percent' | 'state') => told[key] === undefined || told[key] === is[key];
  const whole = told.whole === undefined || told.whole === wholeOf(is.percent);
  // a count of its own has no states of coverage
  const state = same('state') || (told.count !== undefined && told.count !== 'covered' && is.covered !== null);
  if (units && whole && same('covered') && same('percent') && state) return null;
  return `${told.place}, ${told.level}, ${told.count ?? 'covered'}, ${day}: ${shown(told)} instead of ${shown(is)}`;
}

const shown = ({ covered, units, percent, state, whole }: Partial<FigureTold>) =>
  [
    `${word(covered)}/${word(units)}`,
    ...[percent, whole].map((share) => (share === undefined ? '' : `${word(share)}%`)),
    state ?? '',
  ]
    .filter(Boolean)
    .join(' ');
const word = (number: number | null | undefined) => (number === undefined ? '' : (number ?? '–'));

function ofFiled({ filed, what, value }: FiledTold, kept: Truth['filed']): string | null {
  const is = kept.get(filed)?.get(what);
  return is === value ? null : `snapshot ${filed}, ${what}: ${value} instead of ${is ?? 'nothing'}`;
}

function ofUnit(told: UnitTold, units: ReadonlyMap<string, Unit>, day: string): string | null {
  const is = units.get(told.unit);
  if (!is) return `unit ${told.unit}, ${day}: there is none`;
  const groups = [...units.values()].filter(
    ({ subAssociationId, level }) => subAssociationId === told.unit && level === 'group',
  );
  const counted = `${groups.filter(({ covered }) => covered).length}/${groups.length}`;
  const wrong = [
    told.covered !== undefined && told.covered !== is.covered ? `covered: ${told.covered}` : '',
    told.tied !== undefined && told.tied !== is.tied ? `tied: ${told.tied}` : '',
    told.groups !== undefined && told.groups !== counted ? `groups: ${told.groups} instead of ${counted}` : '',
  ].filter(Boolean);
  return wrong.length > 0 ? `unit ${told.unit}, ${day}, ${wrong.join(', ')}` : null;
}

/** The figures of coverage that a judge knows, as lines: what was true before is held against what is true after. */
export function linesOf(truth: Truth, days: readonly string[]): string[] {
  const places = [CITY, ...truth.former.map(({ slug }) => slug)];
  return days.flatMap((day) =>
    places.flatMap((place) =>
      (['sub_association', 'group'] as const).map(
        (level) => `${day} ${place} ${level} ${shown(truth.of(place, level, day))}`,
      ),
    ),
  );
}

/** All that was filed, as lines. */
export const filedLinesOf = ({ filed }: Truth): string[] =>
  [...filed].flatMap(([snapshot, said]) => [...said].map(([what, value]) => `${snapshot} ${what} ${value}`));
