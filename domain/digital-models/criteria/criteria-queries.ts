import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, fromDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { pictureSelect, toPicture } from '@/domain/pictures/picture';
import { db, type Prisma } from '@/prisma/client';
import type { ModelKind } from '../digital-model';
import { modelsWithin } from '../people/host';
import type { Counted, CriterionState, Edition, EditionsOfKind, Judgement } from './criteria';
import { countsOf } from './criteria-counts';

const LISTS_MAX = 100;
const JUDGEMENTS_MAX = 200;

const columns = {
  id: true,
  labelVi: true,
  labelEn: true,
  required: true,
  countedBy: true,
  countedLeast: true,
} as const;
type Columns = Prisma.CriterionGetPayload<{ select: typeof columns }>;

const toCriterion = ({ labelVi, labelEn, countedBy, countedLeast, ...row }: Columns) => ({
  ...row,
  label: { vi: labelVi, en: labelEn ?? labelVi },
  counted: countedBy && countedLeast ? ({ by: countedBy, least: countedLeast } satisfies Counted) : null,
});

/** The checklist in force for a model's kind with what it has met, and what its records count. None beyond her reach. */
export async function listCriteriaOf(viewer: Viewer, modelId: string, kind: ModelKind): Promise<CriterionState[]> {
  const [rows, counts] = await Promise.all([
    db.criterion.findMany({
      where: { list: { kind, ...activeOn(today()) } },
      orderBy: { position: 'asc' },
      select: {
        ...columns,
        criterionMets: {
          where: { modelId, ...activeOn(today()), model: modelsWithin(viewer, 'digital-models.see') },
          select: {
            id: true,
            validFrom: true,
            evidence: true,
            picture: { select: pictureSelect() },
            judgedBy: { select: { displayName: true } },
          },
          take: 1,
        },
      },
      take: LISTS_MAX,
    }),
    countsOf(db, modelId),
  ]);
  return rows.map(({ criterionMets: [met], ...row }) => {
    const criterion = toCriterion(row);
    return {
      ...criterion,
      counted: criterion.counted && { ...criterion.counted, count: counts[criterion.counted.by] },
      met: met
        ? {
            id: met.id,
            since: fromDate(met.validFrom),
            evidence: met.evidence,
            picture: toPicture(met.picture),
            judgedBy: met.judgedBy?.displayName ?? null,
          }
        : null,
    };
  });
}

/** Every judgement of a model within reach, the newest first, of earlier checklists too; at most two hundred. */
export async function listJudgements(viewer: Viewer, modelId: string): Promise<Judgement[]> {
  if (!isId(modelId)) return [];
  const rows = await db.criterionMet.findMany({
    where: { modelId, model: modelsWithin(viewer, 'digital-models.see') },
    orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      validFrom: true,
      validTo: true,
      evidence: true,
      endReason: true,
      picture: { select: pictureSelect() },
      judgedBy: { select: { displayName: true } },
      endedBy: { select: { displayName: true } },
      criterion: { select: { labelVi: true, labelEn: true, list: { select: { edition: true } } } },
    },
    take: JUDGEMENTS_MAX,
  });
  return rows.map(({ id, evidence, endReason, criterion, ...row }) => ({
    id,
    evidence,
    endReason,
    label: { vi: criterion.labelVi, en: criterion.labelEn ?? criterion.labelVi },
    edition: criterion.list.edition,
    from: fromDate(row.validFrom),
    to: row.validTo && fromDate(row.validTo),
    picture: toPicture(row.picture),
    judgedBy: row.judgedBy?.displayName ?? null,
    endedBy: row.endedBy?.displayName ?? null,
  }));
}

/** All checklists of a kind, for whoever sees models: the one in force, the planned one, and those of before. */
export async function listEditions(viewer: Viewer, kind: ModelKind): Promise<EditionsOfKind> {
  if (!mayAnywhere(viewer, 'digital-models.see')) return { inForce: null, planned: null, past: [] };
  const rows = await db.criteriaList.findMany({
    where: { kind },
    orderBy: { edition: 'desc' },
    select: {
      id: true,
      kind: true,
      edition: true,
      validFrom: true,
      validTo: true,
      version: true,
      decidedBy: { select: { displayName: true } },
      criterions: { orderBy: { position: 'asc' }, select: columns, take: LISTS_MAX },
    },
    take: LISTS_MAX,
  });
  const editions = rows
    .map(
      ({ validFrom, validTo, decidedBy, criterions, ...row }): Edition => ({
        ...row,
        from: fromDate(validFrom),
        to: validTo && fromDate(validTo),
        decidedBy: decidedBy?.displayName ?? null,
        criteria: criterions.map(toCriterion),
      }),
    )
    .filter(({ from, to }) => from !== to);
  const now = today();
  return {
    inForce: editions.find(({ from, to }) => from <= now && (to === null || now < to)) ?? null,
    planned: editions.find(({ from }) => from > now) ?? null,
    past: editions.filter(({ to }) => to !== null && to <= now),
  };
}
