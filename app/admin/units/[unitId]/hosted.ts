import 'server-only';
import { cache } from 'react';
import { listModels } from '@/domain/digital-models/queries';
import { listPairs } from '@/domain/pairs/queries';
import type { UnitRecord } from '@/domain/units/tree';
import { requireViewer } from '@/server/sign-in/session';

/** The place of a unit's models: a commune has those of all its units, any other unit its own. */
const placeOf = ({ level, id }: UnitRecord) => (level === 'commune' ? { communeId: id } : { unitId: id });

/** Models that two parts of the page ask for, read once. */
export const modelsOf = cache(async (unit: UnitRecord) => listModels(await requireViewer(), placeOf(unit)));
export const pairsOf = cache(async (unit: UnitRecord) =>
  listPairs(await requireViewer(), { ...placeOf(unit), state: 'live' }),
);
