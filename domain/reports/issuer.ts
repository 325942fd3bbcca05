import type { UnitKind } from '@/domain/units/unit';

/** The province or city as it was called on a day, and what it was then. */
export type City = { name: string; kind: UnitKind };
