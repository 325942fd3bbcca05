import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, fromDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { behind, pageOf, readKey, rowsOfKeys } from '@/domain/page';
import { searchKey } from '@/domain/texts/clean-text';
import { unitsAbove } from '@/domain/units/host';
import { listPublishedNames } from '@/domain/units/name-queries';
import { toUnit } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import { standingActivity } from './activities/activity';
import { listCriteriaOf } from './criteria/criteria-queries';
import type { ModelKind } from './digital-model';
import { type ModelRecord, recordSelect, type StatusEntry, toRecord, toStatusLine } from './model-record';
import { type ModelRow, rowSelect, toRow } from './model-row';
import { countPeople } from './people/count-queries';
import { modelsOfCommune, modelsWithin, peopleArea } from './people/host';
import type { ModelStatus } from './status';

export const MODELS_PAGE = 50;
const STATUSES_MAX = 200;

export type ModelFilter = {
  kind?: ModelKind;
  status?: ModelStatus;
  communeId?: string;
  unitId?: string;
  /** words of the name, with or without Vietnamese marks */
  q?: string;
  /** the last model of the page before */
  after?: string;
  /** so many, where a whole page is not shown */
  most?: number;
};
export type ModelPage = { models: ModelRow[]; total: number; next: string | null };

/** Models within the viewer's reach, the youngest first, fifty a page; `total` counts all pages, `next` opens the next. */
export async function listModels(viewer: Viewer, filter: ModelFilter = {}): Promise<ModelPage> {
  const [total, page] = await Promise.all([countModels(viewer, filter), findModelPage(viewer, filter)]);
  return { ...page, total };
}

/** One page of the same without their number, for who goes through all of them. */
export async function findModelPage(viewer: Viewer, filter: ModelFilter): Promise<Omit<ModelPage, 'total'>> {
  const most = filter.most ?? MODELS_PAGE;
  const keys = readKeys(viewer, filter, most);
  const [rows, counts] = await Promise.all([
    rowsOfKeys(keys, (ids, take) =>
      db.digitalModel.findMany({ where: { id: { in: ids } }, select: rowSelect(), take }),
    ),
    keys.then((found) =>
      countPeople(
        viewer,
        found.map(({ id }) => id),
      ),
    ),
  ]);
  const { page: shown, next } = pageOf(rows, most);
  const names = await listPublishedNames(
    shown.flatMap((row) => row.modelHosts.flatMap((host) => unitsAbove(toUnit(host.unit)))),
  );
  return { models: shown.map((row) => toRow(row, { names, counts })), next };
}

const readKeys = async (viewer: Viewer, filter: ModelFilter, most: number): Promise<{ id: string }[]> =>
  db.digitalModel.findMany({
    where: { AND: [whereOf(viewer, filter), await behindModel(viewer, filter.after)] },
    orderBy: [{ foundedOn: 'desc' }, { id: 'desc' }],
    select: { id: true },
    take: most + 1,
  });

/** How many models within the viewer's reach a filter finds. */
export const countModels = (viewer: Viewer, filter: Omit<ModelFilter, 'after' | 'most'>): Promise<number> =>
  db.digitalModel.count({ where: whereOf(viewer, filter) });

/** The first of the same models by name, the one founded longest ago first. */
export const listFirstModels = (
  viewer: Viewer,
  filter: ModelFilter,
  most: number,
): Promise<{ id: string; name: string }[]> =>
  db.digitalModel.findMany({
    where: whereOf(viewer, filter),
    orderBy: [{ foundedOn: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
    take: most,
  });

function whereOf(viewer: Viewer, { kind, status, communeId, unitId, q = '' }: ModelFilter) {
  const words = searchKey(q).slice(0, 100);
  return {
    AND: [
      modelsWithin(viewer, 'digital-models.see'),
      kind ? { kind } : {},
      status ? { modelStatuses: { some: { ...activeOn(today()), status } } } : {},
      communeId && isId(communeId) ? modelsOfCommune(communeId) : {},
      unitId && isId(unitId) ? { modelHosts: { some: { ...activeOn(today()), unitId } } } : {},
      // signs that LIKE would read as jokers are meant as themselves
      words ? { searchKey: { contains: words.replace(/[\\%_]/g, '\\$&') } } : {},
    ],
  };
}

/** The beginning of the next page: behind the last model of the one before. A model she may not see begins anew. */
async function behindModel(viewer: Viewer, after: string | undefined) {
  const key = readKey(after);
  const last = key
    ? await db.digitalModel.findFirst({
        where: { id: key, ...modelsWithin(viewer, 'digital-models.see') },
        select: { id: true, foundedOn: true },
      })
    : null;
  return behind(last, 'foundedOn', 'desc');
}

/**
 * One model as its record shows it, or null when there is none that the viewer may see. What hangs on its id is read along with it,
 * and told with it or not at all.
 */
export async function findModel(viewer: Viewer, modelId: string): Promise<ModelRecord | null> {
  if (!isId(modelId)) return null;
  const [row, counts, statuses, activityCount, recorded] = await Promise.all([
    db.digitalModel.findFirst({
      where: { id: modelId, ...modelsWithin(viewer, 'digital-models.see') },
      select: { ...rowSelect(), ...recordSelect() },
    }),
    countPeople(viewer, [modelId]),
    statusesOf(modelId),
    db.modelActivity.count({ where: { modelId, ...standingActivity } }),
    db.modelActivity.count({ where: { modelId } }),
  ]);
  const unit = row?.modelHosts[0] && toUnit(row.modelHosts[0].unit);
  if (!row || !unit || !may(viewer, 'digital-models.see', unit.path)) return null;

  const [names, criteria] = await Promise.all([
    listPublishedNames(unitsAbove(unit)),
    listCriteriaOf(viewer, row.id, row.kind),
  ]);
  return {
    ...toRow(row, { names, counts }),
    ...toRecord(row),
    area: peopleArea(unit),
    ...toStatusLine(statuses, fromDate(row.foundedOn)),
    criteria,
    activityCount,
    hasMoreActivities: recorded > row.modelActivities.length,
    may: {
      edit: may(viewer, 'digital-models.edit', unit.path),
      changeStatus: may(viewer, 'digital-models.change-status', unit.path),
      recordActivity: may(viewer, 'digital-models.record-activity', unit.path),
      keepPeople: may(viewer, 'digital-models.keep-people', unit.path),
      judge: may(viewer, 'digital-models.judge', unit.path),
      sharePractice: may(viewer, 'digital-models.share-practice', unit.path),
      seeHints: may(viewer, 'digital-models.see-hints', unit.path),
      answerHint: may(viewer, 'digital-models.answer-hint', unit.path),
      pairUp: may(viewer, 'pairs.pair-up', unit.path),
    },
  };
}

async function statusesOf(modelId: string): Promise<StatusEntry[]> {
  const rows = await db.modelStatus.findMany({
    where: { modelId },
    orderBy: [{ validFrom: 'desc' }, { recordedAt: 'desc' }],
    select: {
      id: true,
      status: true,
      validFrom: true,
      validTo: true,
      reason: true,
      recordedAt: true,
      recordedBy: { select: { displayName: true } },
    },
    take: STATUSES_MAX,
  });
  return rows.map(({ validFrom, validTo, recordedBy, ...row }) => ({
    ...row,
    from: fromDate(validFrom),
    to: validTo && fromDate(validTo),
    recordedBy: recordedBy?.displayName ?? null,
  }));
}
