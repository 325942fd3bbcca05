import 'server-only';
import { cache } from 'react';
import { keptThisMinute } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { findCommuneReads } from '@/domain/articles/reads/most-read-queries';
import { listGaps } from '@/domain/coverage/gap-queries';
import { findPublishedCoverage, findPublishedProvinceCoverage } from '@/domain/coverage/queries';
import { today } from '@/domain/days/day';
import { listModels } from '@/domain/digital-models/queries';
import { listPairs } from '@/domain/pairs/queries';
import { countPeerLessons } from '@/domain/peer-lessons/figure-queries';
import { listUnitPaces } from '@/domain/targets/unit-pace-queries';
import { listSessions } from '@/domain/trainings/queries';
import { countUnit } from '@/domain/units/count-queries';
import type { UnitRecord } from '@/domain/units/tree';
import { listUnitsBelow } from '@/domain/units/tree-queries';
import { requireViewer } from '@/server/sign-in/session';

/** So many of a list are shown here; the rest is behind "all". */
const SHOWN_MAX = 5;

/** All that the page of a unit tells of what it has and lacks, once a request, and kept until anything is written. */
export const loadParts = cache(async (unit: UnitRecord) => {
  const viewer = await requireViewer();
  return keptThisMinute(viewer, `parts of unit ${JSON.stringify(unit)}`, () => readParts(viewer, unit));
});

/** Is there anything to count of it today? */
export const countsToday = ({ may, opened, closed }: UnitRecord): boolean =>
  may.coverage && opened <= today() && (closed === null || closed > today());

/** The place of what a unit hosts: a commune has that of all its units, any other unit its own. */
const placeOf = ({ level, id }: UnitRecord) => (level === 'commune' ? { communeId: id } : { unitId: id });

async function readParts(viewer: Viewer, unit: UnitRecord) {
  const { id, level, may } = unit;
  const isCommune = level === 'commune';
  const hosts = level !== 'province';
  const shown = { ...placeOf(unit), most: SHOWN_MAX };
  const counted = countsToday(unit);
  const gapsOf = isCommune ? id : hosts ? unit.communeId : null;
  const [counts, reads, rows, city, gaps, paces, below, models, pairs, months, sessions] = await Promise.all([
    countUnit(viewer, unit),
    isCommune ? findCommuneReads(viewer, id) : null,
    counted && isCommune ? findPublishedCoverage(id, today()) : [],
    counted && !hosts ? findPublishedProvinceCoverage(today()) : null,
    counted && gapsOf ? listGaps(viewer, gapsOf) : null,
    counted ? listUnitPaces(viewer, { unitId: id, day: today() }) : [],
    level === 'group' ? null : listUnitsBelow(viewer, { under: id }),
    hosts && may.models ? listModels(viewer, shown) : null,
    hosts && may.pairs ? listPairs(viewer, { ...shown, state: 'live' }) : null,
    hosts ? countPeerLessons(viewer, { unitId: id }) : null,
    hosts && may.trainings ? listSessions(viewer, { when: 'coming', ...shown }) : null,
  ]);
  return { counts, reads, rows, city, gaps, paces, below, models, pairs, months, sessions };
}
