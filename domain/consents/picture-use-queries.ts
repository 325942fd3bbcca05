import type { Viewer } from '@/domain/access/viewer';
import { fromDate } from '@/domain/days/day';
import { personsWithin } from '@/domain/people/person';
import { type PictureUse, pictureUses } from '@/domain/pictures/library';
import { findLibraryPicture } from '@/domain/pictures/library-queries';
import { db, Prisma } from '@/prisma/client';
import { type PictureWomen, stateForUse } from './picture';

const WOMEN_MAX = 60;
const ANSWERS_MAX = 2_000;

type AgreedRow = { use: PictureUse; count: number; agreed: boolean };

/**
 * Who can be recognised in a picture of the library, by name within the viewer's reach, of others how many, and whether all agree. Null for
 * a picture beyond her reach.
 */
export async function findPictureWomen(viewer: Viewer, pictureId: string): Promise<PictureWomen | null> {
  if (!(await findLibraryPicture(viewer, pictureId))) return null;
  const hers = { person: personsWithin(viewer, 'consents.see') };
  const [named, agreed] = await Promise.all([
    db.mediaPerson.findMany({
      where: { pictureId, ...hers },
      select: { person: { select: { id: true, fullName: true, searchKey: true } } },
      take: WOMEN_MAX,
    }),
    db.$queryRaw<AgreedRow[]>`
      SELECT u.use, count(m.person_id)::int AS count, coalesce(bool_and(app.agrees_to_picture(app.record_today(m.person_id), m.asset_id, u.use)), false) AS agreed
      FROM unnest(ARRAY[${Prisma.join([...pictureUses])}]) u(use) LEFT JOIN media_person m ON m.asset_id = ${pictureId}::uuid GROUP BY u.use LIMIT ${pictureUses.length}`,
  ]);
  const answers = await answersOf(
    pictureId,
    named.map(({ person }) => person.id),
  );
  const women = named.map(({ person: { id, fullName } }) => {
    const own = answers.get(id) ?? [];
    const of = (use: PictureUse) => stateForUse(own, pictureId, use);
    return {
      id,
      name: fullName ?? '',
      uses: { portal: of('portal'), share_card: of('share_card'), print: of('print') },
    };
  });
  const isAgreed = (use: PictureUse) => agreed.find((row) => row.use === use)?.agreed ?? false;
  return {
    women,
    others: (agreed[0]?.count ?? 0) - women.length,
    agreed: { portal: isAgreed('portal'), share_card: isAgreed('share_card'), print: isAgreed('print') },
  };
}

type AnswerRow = {
  record: string;
  purpose: 'image';
  answer: 'given' | 'refused' | 'withdrawn';
  answeredAt: Date;
  until: Date | null;
  pictureId: string | null;
  use: string | null;
};

/** What women answered to pictures as a whole and to this one, records merged into theirs among them. */
async function answersOf(pictureId: string, ids: string[]) {
  const rows = await db.$queryRaw<AnswerRow[]>`
    SELECT p.id::text AS record, c.purpose::text, c.answer::text, c.answered_at AS "answeredAt", c.until, c.asset_id::text AS "pictureId", c.use
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
