import { kindToday, nameToday } from '@/domain/units/unit';
import type { Prisma } from '@/prisma/generated/client';
import type { ArticlePlace } from './article';

/** Public at this moment, as a filter on publications: what is only planned has no `publishedAt` yet. */
export const live = () => ({ publishedAt: { not: null }, endedAt: null });

/** The columns of an `ArticlePlace`, to be selected from a unit. */
export const placeSelect = () => ({
  slug: true,
  code: true,
  gridQ: true,
  gridR: true,
  unitNames: nameToday(),
  unitKinds: kindToday(),
});

type PlaceRow = Prisma.UnitGetPayload<{ select: ReturnType<typeof placeSelect> }>;

export const toPlace = (unit: PlaceRow): ArticlePlace => ({
  code: unit.code ?? unit.slug,
  slug: unit.slug,
  name: unit.unitNames[0]?.name ?? unit.slug,
  kind: kindOf(unit.unitKinds[0]?.kind),
  q: unit.gridQ ?? 0,
  r: unit.gridR ?? 0,
});

const kindOf = (kind: string | undefined): ArticlePlace['kind'] =>
  kind === 'ward' || kind === 'special_zone' ? kind : 'commune';
