import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { courseWords } from '@/domain/courses/course';
import { materialPicturesWithin } from '@/domain/courses/material-pictures';
import { fromDate } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { personsWithin } from '@/domain/people/person';
import { type PictureUse, pictureUses } from '@/domain/pictures/library';
import { isInLibrary } from '@/domain/pictures/library-queries';
import { db, Prisma } from '@/prisma/client';
import { type ConsentChannel, consentState } from './consent';
import { type MaterialPicture, type PictureWomen, standingForPicture, usesOf } from './picture';

const WOMEN_MAX = 60;
const ANSWERS_MAX = 2_000;

type AllowedRow = { use: PictureUse; count: number; allowed: boolean };

/**
 * Who can be recognised in a picture of the library, by name within the viewer's reach, of others how many, and what it may be used for. Null for
 * a picture beyond her reach.
 */
export async function findPictureWomen(viewer: Viewer, pictureId: string): Promise<PictureWomen | null> {
  if (!(await isInLibrary(viewer, pictureId))) return null;
  const hers = { person: personsWithin(viewer, 'consents.see') };
  const [named, allowed] = await Promise.all([
    db.mediaPerson.findMany({
      where: { pictureId, ...hers },
      select: { person: { select: { id: true, fullName: true, searchKey: true } } },
      take: WOMEN_MAX,
    }),
    db.$queryRaw<AllowedRow[]>`
      SELECT u.use, (SELECT count(*)::int FROM media_person m WHERE m.asset_id = ${pictureId}::uuid) AS count, app.picture_may_show(${pictureId}::uuid, u.use) AS allowed
      FROM unnest(ARRAY[${Prisma.join([...pictureUses])}]) u(use) LIMIT ${pictureUses.length}`,
  ]);
  const answers = await answersOf(
    pictureId,
    named.map(({ person }) => person.id),
  );
  const women = named.map(({ person: { id, fullName } }) => {
    const uses = usesOf(answers.get(id) ?? [], pictureId);
    return { id, name: fullName ?? '', uses };
  });
  const isAllowed = (use: PictureUse) => allowed.find((row) => row.use === use)?.allowed ?? false;
  return {
    women,
    others: (allowed[0]?.count ?? 0) - women.length,
    allowed: { portal: isAllowed('portal'), share_card: isAllowed('share_card'), print: isAllowed('print') },
  };
}

/** A picture that a course hands out and who can be recognised in it; null for a paper, and for whoever sees no trainings or no answers of women. */
export async function findMaterialPicture(viewer: Viewer, pictureId: string): Promise<MaterialPicture | null> {
  const within = materialPicturesWithin(viewer);
  if (within.length === 0 || !mayAnywhere(viewer, 'consents.see') || !isId(pictureId)) return null;
  const row = await db.mediaAsset.findFirst({
    where: { id: pictureId, AND: within, OR: [{ withdrawnAt: null }, { withdrawnReason: 'consent' }] },
    select: materialSelect(viewer),
  });
  const [material] = row?.courseMaterials ?? [];
  if (!row || !material) return null;
  const { id, width, height, withdrawnAt, facesNotByIds, mediaPersons, _count } = row;
  const answers = await answersOf(
    id,
    mediaPersons.map(({ person }) => person.id),
  );
  const women = mediaPersons.map(({ person }) => ({
    id: person.id,
    name: person.fullName ?? '',
    state: consentState(standingForPicture(answers.get(person.id) ?? [], id)),
  }));
  const { title, course } = material;
  return {
    id,
    title,
    width,
    height,
    women,
    course: { id: course.id, title: courseWords(course.courseTexts, viewer.locale)?.title ?? '' },
    shown: withdrawnAt === null,
    facesWait: facesNotByIds.length > 0,
    others: _count.mediaPersons - women.length,
  };
}

const materialSelect = (viewer: Viewer) => ({
  id: true,
  width: true,
  height: true,
  withdrawnAt: true,
  facesNotByIds: true,
  courseMaterials: {
    select: {
      title: true,
      course: { select: { id: true, courseTexts: { select: { locale: true, title: true }, take: 2 } } },
    },
    take: 1,
  },
  mediaPersons: {
    where: { person: personsWithin(viewer, 'consents.see') },
    select: { person: { select: { id: true, fullName: true } } },
    take: WOMEN_MAX,
  },
  _count: { select: { mediaPersons: true } },
});

type AnswerRow = {
  record: string;
  purpose: 'image';
  answer: 'given' | 'refused' | 'withdrawn';
  channel: ConsentChannel;
  answeredAt: Date;
  until: Date | null;
  pictureId: string | null;
  use: string | null;
};

/** What women answered to pictures as a whole and to this one, records merged into theirs among them. */
async function answersOf(pictureId: string, ids: string[]) {
  const rows = await db.$queryRaw<AnswerRow[]>`
    SELECT p.id::text AS record, c.purpose::text, c.answer::text, c.channel::text, c.answered_at AS "answeredAt", c.until, c.asset_id::text AS "pictureId", c.use
    FROM unnest(${ids}::uuid[]) p(id) CROSS JOIN LATERAL app.records_of(p.id) r JOIN consent c ON c.person_id = r.id
    WHERE c.purpose = 'image' AND (c.asset_id IS NULL OR c.asset_id = ${pictureId}::uuid) ORDER BY c.answered_at DESC LIMIT ${ANSWERS_MAX}`;
  const each = new Map<
    string,
    (Omit<AnswerRow, 'until' | 'record'> & { until: ReturnType<typeof fromDate> | null })[]
  >();
  for (const { record, until, ...row } of rows)
    each.set(record, [...(each.get(record) ?? []), { ...row, until: until && fromDate(until) }]);
  return each;
}
