import { spanToday } from '@/domain/access/access';
import { activeOn, type Day, toDate, today } from '@/domain/days/day';
import type { Prisma } from '@/prisma/generated/client';

export const unitLevels = ['province', 'commune', 'sub_association', 'group', 'affiliated'] as const;
export type UnitLevel = (typeof unitLevels)[number];

/** Official kinds of a commune-level unit, and what a sub-association belongs to. */
export type UnitKind =
  | 'province'
  | 'city'
  | 'commune'
  | 'ward'
  | 'special_zone'
  | 'hamlet'
  | 'neighbourhood'
  | 'group'
  | 'affiliated';

/** A unit as lists and headings show it today. `path` is its place in the tree. */
export type Unit = {
  id: string;
  level: UnitLevel;
  slug: string;
  code: string | null;
  name: string;
  kind: UnitKind | null;
  path: string;
  communeId: string | null;
  subAssociationId: string | null;
  demo: boolean;
};

/** A commune or ward as every reader may see it, with its tile on the hexagon map. */
export type Commune = {
  id: string;
  code: string;
  slug: string;
  name: string;
  kind: 'commune' | 'ward' | 'special_zone';
  q: number;
  r: number;
};

/** The name of a unit today, to be selected with it; a closed unit keeps its last name. */
export const nameToday = () => ({
  where: { validFrom: { lte: toDate(today()) } },
  orderBy: { validFrom: 'desc' as const },
  select: { name: true },
  take: 1,
});

/** The name of a unit on a day. */
export const nameOn = (day: Day) => ({ ...nameToday(), where: { validFrom: { lte: toDate(day) } } });

/** The kind of a unit today, or on a day. */
export const kindToday = (day: Day = today()) => ({
  where: activeOn(day),
  select: { kind: true },
  take: 1,
});

/** The kind of a unit today; a closed unit keeps its last kind. */
export const lastKind = () => ({ ...nameToday(), select: { kind: true } });

/** The columns of a `Unit`. */
export const unitSelect = () => ({
  id: true,
  level: true,
  slug: true,
  code: true,
  demo: true,
  unitNames: nameToday(),
  unitKinds: kindToday(),
  unitSpans: spanToday(),
});

type Row = Prisma.UnitGetPayload<{ select: ReturnType<typeof unitSelect> }>;

export const toUnit = ({ unitNames, unitKinds, unitSpans, ...row }: Row): Unit => ({
  ...row,
  name: unitNames[0]?.name ?? row.slug,
  kind: unitKinds[0]?.kind ?? null,
  path: unitSpans[0]?.path ?? '',
  communeId: unitSpans[0]?.communeId ?? null,
  subAssociationId: unitSpans[0]?.subAssociationId ?? null,
});
