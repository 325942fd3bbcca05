import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { addDays, type Day, toDate, today } from '@/domain/days/day';
import { AHEAD_DAYS_MAX } from '@/domain/days/day-input';
import { ok, problem, type Result } from '@/domain/result';
import { slugOf } from '@/domain/slug';
import { freeSlug } from '@/domain/slug-writes';
import { listPublishedNames } from '@/domain/units/name-queries';
import { lockedUntil } from '@/domain/units/period/period';
import { countedTransaction } from '@/domain/units/period/period-writes';
import { findUnit } from '@/domain/units/queries';
import type { Unit } from '@/domain/units/unit';
import type { Transaction } from '@/prisma/transaction';
import { criteriaLacking } from './criteria/recognition';
import { type FoundInput, fits, standsOnce } from './digital-model';
import { toFactColumns } from './facts';
import { knowsAllWithHouseholds } from './households/household-change-queries';
import { planHouseholds, writeHouseholds } from './households/household-writes';
import { peopleArea } from './people/host';
import { countStanding, lockHost } from './people/host-writes';
import { type FoundPractice, findSharedPractice } from './practices/practice-queries';

export type FoundProblem =
  | 'not-found'
  | 'not-allowed'
  | 'host-level'
  | 'host-not-open'
  | 'founded-in-future'
  | 'launched-before-founded'
  | 'active-before-founded'
  | 'too-far-ahead'
  | 'name-taken'
  | 'kind-stands'
  | 'not-a-club'
  | 'criteria-lacking'
  | 'not-a-family'
  | 'household-in-family'
  | 'period-locked';

/**
 * Founds a model at a sub-association or group within the viewer's reach, planned or active from a day on. Answers
 * with its id. Days are of Viet Nam, announced up to a year ahead.
 */
export async function foundModel(viewer: Viewer, input: FoundInput): Promise<Result<{ id: string }, FoundProblem>> {
  const unit = await findUnit(viewer, input.unitId, 'digital-models.see');
  if (!unit) return problem('not-found');
  if (!may(viewer, 'digital-models.found', unit.path)) return problem('not-allowed');
  if (!fits(input.kind, unit.level)) return problem('host-level', { kind: input.kind });

  const { foundedOn } = input;
  const activeFrom = activeFromOf(input);
  const untimely = refusalOfDays(input, activeFrom);
  if (untimely) return untimely;
  if (input.practiceId && input.kind !== 'digital_womens_club') return problem('not-a-club');
  const source = input.practiceId ? await findSharedPractice(viewer, input.practiceId) : null;
  if (input.practiceId && !source) return problem('not-found');
  const { headPersonIds = [], sizes = {} } = input;
  if (headPersonIds.length > 0 && input.kind !== 'digital_family') return problem('not-a-family');
  if (!(await knowsAllWithHouseholds(viewer, { area: peopleArea(unit) }, [...new Set(headPersonIds)])))
    return problem('not-found');

  const communeName = unit.communeId ? (await listPublishedNames([unit.communeId])).get(unit.communeId) : undefined;
  return countedTransaction(async (tx) => {
    const refused = await refusalOfHost(tx, unit, input);
    if (refused) return refused;
    const until = await lockedUntil(tx, { unitId: unit.id }, foundedOn);
    if (until) return problem('period-locked', { until });

    const lacking = activeFrom ? await criteriaLacking(tx, { id: null, kind: input.kind }) : null;
    if (lacking && !input.reason) return problem('criteria-lacking', lacking);
    const households = await planHouseholds(tx, headPersonIds, { sizes, from: foundedOn });
    if ('refused' in households) return problem(households.refused, { name: households.name });
    const slug = await freeSlug(tx, 'digital_model', slugOf(`${input.name} ${communeName ?? ''}`) || 'mo-hinh');
    const id = await insertModel(tx, viewer, { ...input, slug, activeFrom, source });
    const householdIds = await writeHouseholds(tx, households, { modelId: id, unitId: unit.id, from: foundedOn });
    await record(tx, viewer, {
      verb: 'created',
      action: 'foundModel',
      subjectType: 'digital-model',
      subjectId: id,
      unitId: unit.id,
      change: {
        ...foundingOf(input, activeFrom),
        ...(lacking ? { lacking } : {}),
        ...(householdIds.length > 0 ? { householdIds } : {}),
      },
    });
    return ok({ id });
  });
}

/** Without a day of its own it is active from its launch, else from its founding; before that it is planned. */
const activeFromOf = ({ status, activeFrom, launchedOn, foundedOn }: FoundInput): Day | null =>
  status === 'active' ? (activeFrom ?? launchedOn ?? foundedOn) : null;

/** What the trail keeps of a founding. */
const foundingOf = ({ kind, name, foundedOn, launchedOn, status, pilot }: FoundInput, activeFrom: Day | null) => ({
  kind,
  name,
  foundedOn,
  launchedOn: launchedOn ?? null,
  status,
  activeFrom,
  pilot,
});

/** Whether its days follow each other, and lie within a year from now. */
function refusalOfDays({ foundedOn, launchedOn }: FoundInput, activeFrom: Day | null) {
  if (foundedOn > today()) return problem('founded-in-future');
  if (launchedOn && launchedOn < foundedOn) return problem('launched-before-founded');
  if (activeFrom && activeFrom < foundedOn) return problem('active-before-founded', { day: foundedOn });
  const latest = addDays(today(), AHEAD_DAYS_MAX);
  if ([launchedOn, activeFrom].some((day) => day && day > latest)) return problem('too-far-ahead', { day: latest });
  return null;
}

/** Whether the unit can host it: open on the founding day, and none of the same name (or of a kind that stands once) there. */
async function refusalOfHost(tx: Transaction, unit: Unit, { kind, name, foundedOn }: FoundInput) {
  const days = await lockHost(tx, unit.id);
  if (!days || foundedOn < days.opened || (days.closed && days.closed <= today()))
    return problem('host-not-open', { day: days?.opened ?? foundedOn });
  const place = { unitId: unit.id, kind };
  if (standsOnce(kind) && (await countStanding(tx, place))) return problem('kind-stands', { kind });
  if (await countStanding(tx, { ...place, name })) return problem('name-taken');
  return null;
}

type NewModel = Omit<FoundInput, 'activeFrom'> & {
  slug: string;
  activeFrom: Day | null;
  /** whose practice it begins with */
  source: FoundPractice | null;
};

async function insertModel(tx: Transaction, viewer: Viewer, input: NewModel): Promise<string> {
  const { foundedOn, activeFrom } = input;
  const by = { recordedById: viewer.accountId };
  const plannedUntil = activeFrom && toDate(activeFrom);
  const { id } = await tx.digitalModel.create({
    data: {
      kind: input.kind,
      ...toFactColumns(input),
      slug: input.slug,
      ...(input.source ? { charter: input.source.practice, copiedFromId: input.source.id } : {}),
      modelHosts: { create: { unitId: input.unitId, validFrom: toDate(foundedOn) } },
    },
    select: { id: true },
  });
  const rows = [
    ...(activeFrom === foundedOn
      ? []
      : [{ status: 'planned' as const, validFrom: toDate(foundedOn), validTo: plannedUntil }]),
    ...(plannedUntil
      ? [{ status: 'active' as const, validFrom: plannedUntil, validTo: null, reason: input.reason ?? null }]
      : []),
  ];
  await tx.modelStatus.createMany({ data: rows.map((row) => ({ modelId: id, ...row, ...by })) });
  return id;
}
