import { mayAnywhere, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { libraryWithin } from '@/domain/pictures/library-queries';
import { db } from '@/prisma/client';
import { findAsked, seenWithin } from '../picture-queries';
import type { FacesWaiting } from './faces';

/** Of all that wait in the city so many are looked at in one go, before those within her reach are read. */
const GO = 5_000;

/** Such a picture within the reach of somebody who records consents; null for one of the library, whose own page says it. */
export async function findFacesWaiting(viewer: Viewer, pictureId: string): Promise<FacesWaiting | null> {
  if (!mayAnywhere(viewer, 'consents.record')) return null;
  const asked = await findAsked(viewer, pictureId);
  if (!asked || asked.inLibrary) return null;
  const [row, mayLook] = await Promise.all([
    db.mediaAsset.findUniqueOrThrow({ where: { id: pictureId }, select: { facesNotByIds: true, version: true } }),
    mayLookAt(viewer, pictureId),
  ]);
  const ids = row.facesNotByIds;
  const accounts = await db.account.findMany({ where: { id: { in: ids } }, select: { displayName: true }, take: 20 });
  const by = accounts.map(({ displayName }) => displayName);
  return { ...asked, by, hers: ids.includes(viewer.accountId), mayLook, version: row.version };
}

/** Whether a picture is held back only until another than who took somebody off has looked at it, and the viewer may be that. */
export async function mayLookAt(viewer: Viewer, pictureId: string): Promise<boolean> {
  if (!mayAnywhere(viewer, 'consents.record') || !isId(pictureId)) return false;
  const [row] = await db.$queryRaw<{ open: boolean }[]>`
    SELECT NOT EXISTS (SELECT FROM media_person m WHERE m.asset_id = a.id AND app.refuses_picture(app.record_today(m.person_id), a.id)) AS open
    FROM media_asset a WHERE a.id = ${pictureId}::uuid AND a.withdrawn_reason = 'consent' AND a.faces_not_by_ids <> '{}'
      AND NOT ${viewer.accountId}::uuid = ANY (a.faces_not_by_ids) LIMIT 1`;
  return row?.open ?? false;
}

export type PicturesToFace = { count: number; first: { id: string; alt: string; inLibrary: boolean } | null };

/** Pictures of which the viewer is to say who is in them, since another took somebody off: how many, and the oldest, however many wait for others. `go`: so many at a time, by their keys. */
export async function findPicturesToFace(viewer: Viewer, go = GO, after?: string): Promise<PicturesToFace> {
  const waiting = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM media_asset a WHERE faces_not_by_ids <> '{}' AND NOT ${viewer.accountId}::uuid = ANY (faces_not_by_ids)
      AND NOT app.has_ended(a) AND (${after ?? null}::uuid IS NULL OR id > ${after ?? null}::uuid) ORDER BY id LIMIT ${go}`;
  if (waiting.length === 0) return { count: 0, first: null };
  const [here, behind] = await Promise.all([
    findHers(
      viewer,
      waiting.map(({ id }) => id),
    ),
    waiting.length < go ? null : findPicturesToFace(viewer, go, waiting.at(-1)?.id),
  ]);
  return behind ? { count: here.count + behind.count, first: here.first ?? behind.first } : here;
}

/** Those of some pictures that are hers to look at. */
async function findHers(viewer: Viewer, ids: string[]): Promise<PicturesToFace> {
  const elsewhere = mayAnywhere(viewer, 'consents.record') ? [{ inLibrary: false, ...seenWithin(viewer) }] : [];
  const where = {
    id: { in: ids },
    OR: [{ AND: [libraryWithin(viewer), { unit: withinReach(viewer, 'pictures.keep') }] }, ...elsewhere],
  };
  const [count, first] = await Promise.all([
    db.mediaAsset.count({ where }),
    db.mediaAsset.findFirst({
      where,
      orderBy: { id: 'asc' },
      select: {
        id: true,
        inLibrary: true,
        mediaTexts: { where: { locale: 'vi' }, select: { alt: true }, take: 1 },
        courseMaterials: { select: { title: true }, take: 1 },
      },
    }),
  ]);
  const alt = first?.mediaTexts[0]?.alt ?? first?.courseMaterials[0]?.title ?? '';
  return { count, first: first ? { id: first.id, inLibrary: first.inLibrary, alt } : null };
}
