import type { Day } from '@/domain/days/day';
import type { ChangeKind } from './restructuring/change';
import type { Unit, UnitKind, UnitLevel } from './unit';

/** A unit as lists show it, with where it belongs and what else it was called. */
export type UnitRow = {
  unitId: string;
  level: UnitLevel;
  kind: UnitKind | null;
  name: string;
  /** names of the units above, the nearest first */
  place: string;
  subUnits: number;
  opened: Day;
  closed: Day | null;
  /** the former name that was found, and its last day */
  former: { name: string; until: Day } | null;
  demo: boolean;
};

export type UnitListFilter = {
  /** units directly below this one */
  under?: string;
  /** words of a name of today or once, with or without Vietnamese marks */
  q?: string;
  level?: UnitLevel;
  /** closed ones too */
  closed?: boolean;
  /** the last unit of the page before */
  after?: string;
};
export type UnitPage = { units: UnitRow[]; next: string | null };

/** Another unit that is named; `seen` where she may open its page. */
export type UnitLink = { unitId: string; name: string; level: UnitLevel; seen: boolean };

/** Something the unit was from a day to a day. */
export type Dated<Value> = { value: Value; from: Day; to: Day | null; decision: string | null };

export type LineageEntry = { kind: 'merged_into' | 'split_into' | 'replaced_by'; unit: UnitLink; onDay: Day };

export type ChangeEntry = {
  id: string;
  kind: ChangeKind;
  from: Day;
  decision: string | null;
  by: string;
  /** the newest one, of which is kept what it wrote: whoever answers for the unit may take it back */
  mayUndo: boolean;
};

/** One unit with its history, and what the viewer may do with it. */
export type UnitRecord = Unit & {
  opened: Day;
  closed: Day | null;
  version: number;
  /** the units above that she sees, from the top down */
  above: UnitLink[];
  names: Dated<string>[];
  kinds: Dated<UnitKind>[];
  places: Dated<UnitLink>[];
  /** what it went into, and what went into it */
  into: LineageEntry[];
  outOf: LineageEntry[];
  changes: ChangeEntry[];
  may: {
    found: boolean;
    change: boolean;
    /** give or correct its official code */
    code: boolean;
    people: boolean;
    models: boolean;
    pairs: boolean;
    trainings: boolean;
    coverage: boolean;
  };
};

export type Officer = {
  id: string;
  title: string;
  personId: string;
  name: string | null;
  term: string | null;
  since: Day;
};

/** The figures of a unit and those below it, today. */
export type UnitCounts = {
  members: number;
  households: number;
  models: number;
  pairs: number;
  subAssociations: number;
  groups: number;
};
