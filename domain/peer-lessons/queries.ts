import { placedBelow, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { addMonths, type Day, fromDate, toDate } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { behind, pageOf, readKey, rowsOfKeys } from '@/domain/page';
import { toHost, unitsAbove } from '@/domain/units/host';
import { listPublishedNames } from '@/domain/units/name-queries';
import { toUnit, unitSelect } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import { mayChange, type PeerLesson } from './peer-lesson';

const LESSONS_PAGE = 50;
const NAMED_MAX = 20;

export type LessonFilter = {
  communeId?: string;
  /** lessons of this sub-association and its groups, or of this group */
  subAssociationId?: string;
  topicId?: string;
  /** the first day of a month */
  month?: Day;
  after?: string;
  most?: number;
};

export type LessonPage = {
  lessons: PeerLesson[];
  /** of all pages */
  sums: { lessons: number; minutes: number; women: number };
  next: string | null;
};

/** Lessons that stand within the viewer's reach, the youngest first, fifty a page, with the sums of all pages. */
export async function listPeerLessons(viewer: Viewer, filter: LessonFilter = {}): Promise<LessonPage> {
  const most = filter.most ?? LESSONS_PAGE;
  const where = whereOf(viewer, filter);
  const key = readKey(filter.after);
  const last = key
    ? await db.peerLesson.findFirst({ where: { id: key, ...lessonsWithin(viewer) }, select: { id: true, onDay: true } })
    : null;
  const [sums, rows] = await Promise.all([
    db.peerLesson.aggregate({ where, _count: true, _sum: { minutes: true, women: true } }),
    rowsOfKeys(
      db.peerLesson.findMany({
        where: { AND: [where, behind(last, 'onDay', 'desc')] },
        orderBy: [{ onDay: 'desc' }, { id: 'desc' }],
        select: { id: true },
        take: most + 1,
      }),
      (ids, take) => db.peerLesson.findMany({ where: { id: { in: ids } }, select: lessonSelect(), take }),
    ),
  ]);
  const { page, next } = pageOf(rows, most);
  return {
    lessons: await toLessons(viewer, page),
    sums: { lessons: sums._count, minutes: sums._sum.minutes ?? 0, women: sums._sum.women ?? 0 },
    next,
  };
}

/** One lesson, taken back or not; null when there is none that the viewer may see. */
export async function findPeerLesson(viewer: Viewer, lessonId: string): Promise<PeerLesson | null> {
  if (!isId(lessonId)) return null;
  const row = await db.peerLesson.findFirst({
    where: { id: lessonId, ...lessonsWithin(viewer) },
    select: lessonSelect(),
  });
  return row ? ((await toLessons(viewer, [row]))[0] ?? null) : null;
}

const lessonsWithin = (viewer: Viewer): Prisma.PeerLessonWhereInput => ({
  unit: withinReach(viewer, 'peer-lessons.see'),
});

/** By where its unit stands today: a list is a look at what can be opened now, figures go by the place of the day. */
function whereOf(viewer: Viewer, filter: LessonFilter): Prisma.PeerLessonWhereInput {
  const { communeId, subAssociationId, topicId, month } = filter;
  return {
    takenBackAt: null,
    AND: [
      lessonsWithin(viewer),
      ...(communeId && isId(communeId) ? [{ unit: placedBelow({ communeId }) }] : []),
      ...(subAssociationId && isId(subAssociationId)
        ? [{ OR: [{ unit: placedBelow({ subAssociationId }) }, { unitId: subAssociationId }] }]
        : []),
      ...(topicId && isId(topicId) ? [{ topicId }] : []),
      ...(month ? [{ onDay: { gte: toDate(month), lt: toDate(addMonths(month, 1)) } }] : []),
    ],
  };
}

const named = { select: { id: true, fullName: true } } as const;

const lessonSelect = () => ({
  id: true,
  onDay: true,
  minutes: true,
  women: true,
  demo: true,
  version: true,
  createdAt: true,
  takenBackAt: true,
  recordedById: true,
  recordedBy: { select: { displayName: true } },
  topic: { select: { id: true, code: true, nameVi: true, nameEn: true } },
  teacher: named,
  unit: { select: unitSelect() },
  peerLearners: { orderBy: { id: 'asc' as const }, select: { person: named }, take: NAMED_MAX },
});
type Row = Prisma.PeerLessonGetPayload<{ select: ReturnType<typeof lessonSelect> }>;

async function toLessons(viewer: Viewer, rows: readonly Row[]): Promise<PeerLesson[]> {
  const units = rows.map(({ unit }) => toUnit(unit));
  const names = await listPublishedNames(units.flatMap(unitsAbove));
  return rows.map((row, at) => toLesson(viewer, row, toHost(units[at] ?? toUnit(row.unit), names)));
}

const nameOf = ({ id, fullName }: { id: string; fullName: string | null }) => ({ id, name: fullName });

const toLesson = (viewer: Viewer, row: Row, host: ReturnType<typeof toHost>): PeerLesson => ({
  id: row.id,
  day: fromDate(row.onDay),
  unit: { id: host.unitId, level: host.level, name: host.name, path: host.path },
  communeName: host.level === 'commune' ? null : host.communeName,
  subAssociationName: host.subAssociationName,
  topic: row.topic,
  minutes: row.minutes,
  women: row.women,
  teacher: row.teacher && nameOf(row.teacher),
  learners: row.peerLearners.map(({ person }) => nameOf(person)),
  recordedBy: row.recordedBy?.displayName ?? null,
  recordedAt: row.createdAt,
  takenBackAt: row.takenBackAt,
  demo: row.demo,
  version: row.version,
  own: mayChange(viewer, { unitPath: host.path, recordedById: row.recordedById, recordedAt: row.createdAt }),
});
