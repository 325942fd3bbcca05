import { may, pathOf, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { behindId, pageOf } from '@/domain/page';
import { searchKey } from '@/domain/texts/clean-text';
import { toUnit, unitSelect } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import { type LibraryPicture, type LibraryRecord, type PictureFaces, sizesOf, stateOfPicture } from './library';
import { newestWords } from './words';
import { findWaitingWords, waitingSelect } from './words-queries';

const PAGE = 24;

export type LibraryFilter = { q?: string; after?: string };

/** Pictures of the library within the viewer's reach, newest first, twenty-four a page, of those whose words hold `q`; `next`: the id after which to go on. */
export async function listPictures(
  viewer: Viewer,
  { q, after }: LibraryFilter,
): Promise<{ pictures: LibraryPicture[]; next: string | null }> {
  const key = q ? searchKey(q).replace(/[\\%_]/g, '\\$&') : '';
  const found = await db.mediaAsset.findMany({
    where: {
      ...libraryWithin(viewer),
      ...(key ? { mediaTexts: { some: { searchKey: { contains: key } } } } : {}),
      ...behindId(after, 'desc'),
    },
    orderBy: { id: 'desc' },
    select: { id: true },
    take: PAGE + 1,
  });
  const { page, next } = pageOf(found, PAGE);
  // what belongs to a picture is read of those shown alone, not of every one within her reach before they are put in order
  const rows = await db.mediaAsset.findMany({
    where: { id: { in: page.map(({ id }) => id) }, ...libraryWithin(viewer) },
    orderBy: { id: 'desc' },
    select: rowSelect(),
    take: PAGE,
  });
  return { pictures: rows.map(toPicture), next };
}

/** Of the library, and within her reach: what a neighbour keeps does not exist, nor what was removed, or shows a woman who was erased. */
export const libraryWithin = (viewer: Viewer) => ({
  inLibrary: true,
  OR: [{ withdrawnAt: null }, { withdrawnReason: 'consent' }],
  unit: withinReach(viewer, 'pictures.see'),
});

/** One picture of the library; null when there is none within the viewer's reach. */
export async function findLibraryPicture(viewer: Viewer, pictureId: string): Promise<LibraryRecord | null> {
  if (!isId(pictureId)) return null;
  const row = await db.mediaAsset.findFirst({
    where: { id: pictureId, ...libraryWithin(viewer) },
    select: recordSelect(),
  });
  if (!row) return null;
  const kept = may(viewer, 'pictures.keep', pathOf(row.unit));
  return {
    ...toPicture(row),
    words: newestWords(row.mediaTexts, row.textWaitings),
    waiting: await findWaitingWords(viewer, row, kept),
    focal: { x: Math.round((row.focalX ?? 0.5) * 100), y: Math.round((row.focalY ?? 0.5) * 100) },
    faces: facesOf(row.faces),
    facesWait: row.facesNotByIds.length > 0 ? await whoTookOff(viewer, row.facesNotByIds) : null,
    made: { done: row._count.mediaSizes, of: sizesOf(row.width ?? 0) },
    addedBy: row.uploadedBy?.displayName ?? null,
    version: row.version,
    kept,
  };
}

async function whoTookOff({ accountId }: Viewer, ids: string[]) {
  const rows = await db.account.findMany({ where: { id: { in: ids } }, select: { displayName: true }, take: 20 });
  return { by: rows.map(({ displayName }) => displayName), hers: ids.includes(accountId) };
}

/** A picture of the library within her reach to be printed, while everybody in it agrees to that; else null, as if there were none. */
export async function findPictureForPrint(viewer: Viewer, pictureId: string): Promise<{ sha256: string } | null> {
  if (!isId(pictureId)) return null;
  const row = await db.mediaAsset.findFirst({
    where: { id: pictureId, ...libraryWithin(viewer) },
    select: { sha256: true },
  });
  if (!row) return null;
  const [rule] = await db.$queryRaw<{ agreed: boolean }[]>`
    SELECT app.picture_may_show(${pictureId}::uuid, 'print') AS agreed LIMIT 1`;
  return rule?.agreed ? { sha256: Buffer.from(row.sha256).toString('hex') } : null;
}

/** Whether a picture lies in the library within her reach, for what is read of it beside its record. */
export const isInLibrary = async (viewer: Viewer, pictureId: string): Promise<boolean> =>
  isId(pictureId) && (await listLibraryIds(viewer, [pictureId])).length > 0;

/** Those of some pictures that lie in the library within her reach, at most a hundred. */
export async function listLibraryIds(viewer: Viewer, pictureIds: readonly string[]): Promise<string[]> {
  const rows = await db.mediaAsset.findMany({
    where: { id: { in: [...pictureIds] }, ...libraryWithin(viewer) },
    select: { id: true },
    take: 100,
  });
  return rows.map(({ id }) => id);
}

const rowSelect = () =>
  ({
    id: true,
    width: true,
    height: true,
    faces: true,
    _count: { select: { mediaSizes: true, mediaPersons: true } },
    withdrawnAt: true,
    createdAt: true,
    demo: true,
    mediaTexts: { select: { locale: true, alt: true, caption: true }, take: 2 },
    unit: { select: unitSelect() },
  }) as const;

const recordSelect = () =>
  ({
    ...rowSelect(),
    focalX: true,
    focalY: true,
    version: true,
    facesNotByIds: true,
    textWaitings: { select: waitingSelect, take: 2 },
    uploadedBy: { select: { displayName: true } },
  }) as const;

/** As an activity has one. */
type Row = NonNullable<
  Prisma.ModelActivityGetPayload<{ select: { picture: { select: ReturnType<typeof rowSelect> } } }>['picture']
>;

const facesOf = (faces: string | null): PictureFaces | null => (faces === 'nobody' || faces === 'named' ? faces : null);

/** That everybody is named is not said while nobody is. */
const saidOf = (faces: PictureFaces | null, named: number) => (faces === 'named' && named === 0 ? null : faces);

function toPicture({ unit, mediaTexts, width, height, createdAt, withdrawnAt, _count, ...row }: Row): LibraryPicture {
  const { id, name } = toUnit(unit);
  const words = mediaTexts.find(({ locale }) => locale === 'vi') ?? mediaTexts[0];
  const sized = _count.mediaSizes >= sizesOf(width ?? 0);
  const faces = saidOf(facesOf(row.faces), _count.mediaPersons);
  const standing = { withdrawn: withdrawnAt !== null, sized, faces };
  return {
    id: row.id,
    demo: row.demo,
    alt: words?.alt ?? '',
    width: width ?? 0,
    height: height ?? 0,
    unit: { id, name },
    state: stateOfPicture({ ...standing, languages: mediaTexts.length }),
    addedAt: createdAt,
  };
}
