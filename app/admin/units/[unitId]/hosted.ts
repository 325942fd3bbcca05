import 'server-only';
import { cache } from 'react';
import { listModels } from '@/domain/digital-models/queries';
import { listPairs } from '@/domain/pairs/queries';
import type { UnitRecord } from '@/domain/units/tree';
import { requireViewer } from '@/server/session';

/** Of a commune all that its units have, of any other unit its own. */
const placeOf = ({ level, id }: UnitRecord) => (level === 'commune' ? { communeId: id } : { unitId: id });

/** Asked for by two parts of the page, read once. */
export const modelsOf = cache(async (unit: UnitRecord) => listModels(await requireViewer(), placeOf(unit)));
export const pairsOf = cache(async (unit: UnitRecord) =>
  listPairs(await requireViewer(), { ...placeOf(unit), state: 'live' }),
);
