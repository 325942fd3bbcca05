import type { Commune, UnitLevel } from '@/domain/units/unit';

/** Units that a story can tell of. */
export const subjectLevels = ['commune', 'sub_association', 'group'] as const satisfies UnitLevel[];
export type SubjectLevel = (typeof subjectLevels)[number];

/** A unit by what it is and is called; its kind, where it is a commune. */
export type NamedUnit = { level: SubjectLevel; name: string; kind: Commune['kind'] | null };

/** A unit of today with the commune on whose page it stands. */
export type PlacedUnit = NamedUnit & { place: { slug: string; name: string } };

/** The unit a story tells of: as it was called then, and what it is today, which is several where it was divided. */
export type UnitTold = NamedUnit & {
  /** it is no more under its own name */
  ended: boolean;
  now: PlacedUnit[];
  /** where it last was, for a unit that went into no other */
  last: { slug: string; name: string } | null;
};

/** A unit that a story can be said to tell of, with the sub-association and the commune that it lies in. */
export type OfferedUnit = NamedUnit & { id: string; above: string | null; commune: string };
