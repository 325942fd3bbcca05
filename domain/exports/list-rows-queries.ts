import { withinAreas, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { chosenOf } from '@/domain/coverage/matrix/chosen';
import { unitsOf } from '@/domain/coverage/matrix/matrix';
import { findMatrix } from '@/domain/coverage/matrix/matrix-queries';
import { narrowed, sorted } from '@/domain/coverage/matrix/matrix-view';
import { fromDate, toDate, today } from '@/domain/days/day';
import type { ModelRow } from '@/domain/digital-models/model-row';
import { findModelPage, listModels, type ModelFilter } from '@/domain/digital-models/queries';
import type { TaughtFilter, TaughtRow } from '@/domain/outcomes/taught';
import { findTaught } from '@/domain/outcomes/taught-queries';
import { pageOf } from '@/domain/page';
import type { PairFilter } from '@/domain/pairs/key-queries';
import type { PairRow } from '@/domain/pairs/pair';
import { listPairs } from '@/domain/pairs/queries';
import type { PeerLesson } from '@/domain/peer-lessons/peer-lesson';
import { type LessonFilter, listPeerLessons } from '@/domain/peer-lessons/queries';
import { searchKey } from '@/domain/texts/clean-text';
import { listSessions, type SessionFilter } from '@/domain/trainings/queries';
import type { SessionSummary } from '@/domain/trainings/session-view';
import { unitsAbove } from '@/domain/units/host';
import { listPublishedNames } from '@/domain/units/name-queries';
import { findUnit } from '@/domain/units/queries';
import { toUnit, unitSelect } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import type { MatrixExport, MatrixFilter, OpenedExport, UnitExport, UnitExportFilter } from './export';

/** Models as their list is narrowed: the same query, page behind page. */
export async function openModelRows(viewer: Viewer, filter: ModelFilter): Promise<OpenedExport<ModelRow>> {
  const first = await listModels(viewer, filter);
  const rows = pages({ rows: first.models, next: first.next }, async (after) => {
    const { models, next } = await findModelPage(viewer, { ...filter, after });
    return { rows: models, next };
  });
  return { total: first.total, rows };
}

/** Pairs as their list is narrowed. */
export async function openPairRows(viewer: Viewer, filter: PairFilter): Promise<OpenedExport<PairRow>> {
  const first = await listPairs(viewer, filter);
  const rows = pages({ rows: first.pairs, next: first.next }, async (after) => {
    const { pairs, next } = await listPairs(viewer, { ...filter, after });
    return { rows: pairs, next };
  });
  return { total: first.total, rows };
}

/** Lessons among women as their list is narrowed. */
export async function openLessonRows(viewer: Viewer, filter: LessonFilter): Promise<OpenedExport<PeerLesson>> {
  const first = await listPeerLessons(viewer, filter);
  const rows = pages({ rows: first.lessons, next: first.next }, async (after) => {
    const { lessons, next } = await listPeerLessons(viewer, { ...filter, after });
    return { rows: lessons, next };
  });
  return { total: first.sums.lessons, rows };
}

/** Sessions as their list is narrowed; how many there are shows at the end. */
export async function openSessionRows(viewer: Viewer, filter: SessionFilter): Promise<OpenedExport<SessionSummary>> {
  const first = await listSessions(viewer, filter);
  const rows = pages({ rows: first.sessions, next: first.next }, async (after) => {
    const { sessions, next } = await listSessions(viewer, { ...filter, after });
    return { rows: sessions, next };
  });
  return { total: null, rows };
}

/** Hours taught and women reached as their page puts them together. */
export async function openTaughtRows(viewer: Viewer, filter: TaughtFilter): Promise<OpenedExport<TaughtRow>> {
  const rows = (await findTaught(viewer, filter))?.rows ?? [];
  return { total: rows.length, rows: pages({ rows, next: null }, async () => ({ rows: [], next: null })) };
}

/** Units within the viewer's reach, below one where it is named. */
export async function openUnitRows(viewer: Viewer, filter: UnitExportFilter): Promise<OpenedExport<UnitExport>> {
  const where = await unitsAsked(viewer, filter);
  const total = await db.unit.count({ where });
  const rows = pages(await unitPage(where), (after) => unitPage(where, after));
  return { total, rows };
}

/** Units of a commune's matrix on a day as it is narrowed and sorted, or of these only those that are ticked. */
export async function openMatrixRows(viewer: Viewer, asked: MatrixFilter): Promise<OpenedExport<MatrixExport> | null> {
  const { communeId, day, lacks, sort = 'name', units: ids = [] } = asked;
  const rows = await findMatrix(viewer, communeId, day);
  if (!rows) return null;
  const all = sorted(narrowed(rows, ids.length > 0 ? undefined : lacks), sort);
  const recognitions = new Map(all.map(({ unitId, recognition }) => [unitId, recognition]));
  const shown = ids.length > 0 ? chosenOf(all, ids) : unitsOf(all);
  const units = shown.map((unit) => ({ ...unit, recognition: recognitions.get(unit.unitId) ?? null }));
  return { total: units.length, rows: pages({ rows: units, next: null }, async () => ({ rows: [], next: null })) };
}

type Page<Row> = { rows: Row[]; next: string | null };

async function* pages<Row>(first: Page<Row>, more: (after: string) => Promise<Page<Row>>): AsyncGenerator<Row> {
  let page = first;
  yield* page.rows;
  while (page.next) {
    page = await more(page.next);
    yield* page.rows;
  }
}

const UNITS_CHUNK = 500;

async function unitsAsked(viewer: Viewer, { under, level, q = '', closed = false }: UnitExportFilter) {
  const above = under ? await findUnit(viewer, under) : null;
  const words = searchKey(q)
    .slice(0, 100)
    .replace(/[\\%_]/g, '\\$&');
  const day = toDate(today());
  return {
    AND: [
      withinReach(viewer, 'units.see'),
      under ? withinAreas(above ? [above.path] : []) : {},
      level ? { level } : {},
      closed ? {} : { openedOn: { lte: day }, OR: [{ closedOn: null }, { closedOn: { gt: day } }] },
      words ? { unitNames: { some: { searchKey: { contains: words } } } } : {},
    ],
  };
}

async function unitPage(where: Awaited<ReturnType<typeof unitsAsked>>, after?: string): Promise<Page<UnitExport>> {
  const rows = await db.unit.findMany({
    where: { AND: [where, after ? { no: { gt: Number(after) } } : {}] },
    orderBy: { no: 'asc' },
    select: { ...unitSelect(), no: true, openedOn: true, closedOn: true },
    take: UNITS_CHUNK + 1,
  });
  const { page: shown, next } = pageOf(rows, UNITS_CHUNK, ({ no }) => String(no));
  const units = shown.map((row) => ({ row, unit: toUnit(row) }));
  const names = await listPublishedNames(units.flatMap(({ unit }) => unitsAbove(unit)));
  return {
    rows: units.map(({ row, unit }) => ({
      name: unit.name,
      level: unit.level,
      kind: unit.kind,
      code: unit.code,
      demo: unit.demo,
      communeName: unit.level === 'commune' ? null : (names.get(unit.communeId ?? '') ?? null),
      subAssociationName: unit.level === 'group' ? (names.get(unit.subAssociationId ?? '') ?? null) : null,
      openedOn: fromDate(row.openedOn),
      closedOn: row.closedOn && fromDate(row.closedOn),
    })),
    next,
  };
}
