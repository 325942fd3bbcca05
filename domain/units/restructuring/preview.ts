import type { Role } from '@/domain/access/permissions';
import type { Day } from '@/domain/days/day';
import type { UnitKind, UnitLevel } from '../unit';
import type { ChangeKind, PlacingRule } from './change';

/** The figures of a unit and those below it on a day. */
export type UnitFigures = {
  members: number;
  households: number;
  models: number;
  pairs: number;
  subUnits: number;
  /** of a sub-association or group; null for others */
  covered: boolean | null;
};

/** A unit on a day, as a preview compares it. */
export type UnitState = {
  name: string;
  /** the official code of a commune, where it has one yet */
  code: string | null;
  kind: UnitKind | null;
  place: string;
  figures: UnitFigures;
};

/** A unit before and after; null where it does not exist on that day. */
export type UnitLine = {
  unitId: string;
  level: UnitLevel;
  before: UnitState | null;
  after: UnitState | null;
};

export type CoverageState = { units: number; covered: number; state: string };

/** Coverage of a commune's level on a day, before and after. */
export type CommuneLine = {
  communeId: string;
  name: string;
  day: Day;
  level: 'sub_association' | 'group';
  before: CoverageState | null;
  after: CoverageState | null;
};

export type EndedOffice = { title: string; personId: string; unitId: string };
export type EndedGrant = { role: Role; unitId: string; count: number };

/** A pair and the Digital Family it is tied to, which go to different units: from then on the tie counts for neither. */
export type PartedTie = { pairId: string; modelId: string; pairUnitId: string; modelUnitId: string };

/** Communes of which one is heard and another is silent become one. */
export type Hearing = {
  /** the one that takes over is heard, and all that it takes over counts; or it is silent, and what was heard counts no more */
  kind: 'goes-on' | 'falls-silent';
  /** the commune that takes over */
  communeId: string;
  name: string;
  /** of those that change sides, by level */
  units: Record<'sub_association' | 'group', number>;
};

/** How many rows of each kind go to another unit. */
export type Moved = Record<
  'people' | 'subUnits' | 'models' | 'pairs' | 'households' | 'networks' | 'venues' | 'sessions' | 'records',
  number
>;

/** Whom and what of a unit has to have a place before it closes. */
export type Remaining = Record<'people' | 'units' | 'models' | 'pairs', number>;

/** Everything that a restructuring changes: computed by carrying it out and taking it back. Names of people are not in it. */
export type Preview = {
  kind: ChangeKind;
  from: Day;
  decision: string | null;
  rule: PlacingRule;
  units: UnitLine[];
  communes: CommuneLine[];
  moved: Moved;
  /** members of both: counted once from then on */
  countedOnce: number;
  /** at most two hundred */
  parted: PartedTie[];
  hearing: Hearing | null;
  offices: EndedOffice[];
  grants: EndedGrant[];
  /** old addresses of public pages, and where they lead from that day */
  addresses: { slug: string; to: string | null }[];
};

/** The preview of a plan, and the seal of the units and figures that it was computed from. */
export type Previewed = {
  preview: Preview;
  digest: string;
  /** who and what goes where, by the ids of people, sub-units, models and pairs */
  places: Record<string, string>;
};

/** Something that can be placed otherwise than by the rule. */
export type Placeable = { id: string; name: string };
export const placeableKinds = ['subUnits', 'people', 'models', 'pairs'] as const;
export type Placeables = Record<(typeof placeableKinds)[number], Placeable[]> & {
  /** the last person of this page, when there are more */
  next: string | null;
};
