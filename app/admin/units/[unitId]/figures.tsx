import { UnitCounts } from '@/components/units/unit-counts';
import { findCommuneReads } from '@/domain/articles/reads/most-read-queries';
import { today } from '@/domain/days/day';
import { countUnit } from '@/domain/units/count-queries';
import type { UnitCounts as Counts, UnitRecord } from '@/domain/units/tree';
import { requireViewer } from '@/server/sign-in/session';
import { addressOf } from '../asked';
import { besideUnit } from './load';

/** How much a unit has, and of a commune how often its public page was read. */
export async function Figures({ unit }: { unit: UnitRecord }) {
  const viewer = await requireViewer();
  const [counts, reads] = await Promise.all([
    besideUnit(unit, 'counts', () => countUnit(viewer, unit)),
    unit.level === 'commune' ? findCommuneReads(viewer, unit.id) : null,
  ]);
  return counts && <UnitCounts counts={shownOf(unit, counts)} today={today()} hrefs={hrefsOf(unit)} reads={reads} />;
}

const below = (path: string, unit: UnitRecord) => `${path}?unit=${unit.id}`;
const ofCommune = (path: string, unit: UnitRecord) => (unit.level === 'commune' ? `${path}?commune=${unit.id}` : path);

/** Figures of what she may see: who may not see people is told of none. */
function shownOf({ may }: UnitRecord, { members, households, models, pairs, ...units }: Counts): Partial<Counts> {
  return {
    ...units,
    ...(may.people ? { members, households } : {}),
    ...(may.models ? { models } : {}),
    ...(may.pairs ? { pairs } : {}),
  };
}

/** Lists behind the figures, of what she may see. Lists of models and pairs are of one commune, or of one unit. */
function hrefsOf(unit: UnitRecord) {
  const list = (path: string) =>
    unit.level === 'group' || unit.level === 'sub_association' ? below(path, unit) : ofCommune(path, unit);
  return {
    ...(unit.may.people ? { members: below('/admin/people', unit) } : {}),
    ...(unit.may.models ? { models: list('/admin/digital-models') } : {}),
    ...(unit.may.pairs ? { pairs: list('/admin/pairs') } : {}),
    ...(unit.level === 'group'
      ? {}
      : { [unit.level === 'sub_association' ? 'groups' : 'subAssociations']: addressOf({ under: unit.id }) }),
  };
}
