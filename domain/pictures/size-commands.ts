import { db } from '@/prisma/client';
import { type PictureFormat, pictureFormats, widthsOf } from './library';

/** A file that was made and kept. */
export type KeptSize = { sha256: string; bytes: number };
/** Makes a picture in storage so many pixels wide, and keeps that. Handed in, since the domain knows no disk. */
export type MakeSize = (sha256: string, width: number, format: PictureFormat) => Promise<KeptSize>;

/** Pictures that are looked up at once. */
const PICTURES_AT_ONCE = 20;
/** What could not be made in a month is given up. */
const DAYS_MAX = 30;

type DueRow = { id: string; sha256: string; width: number; made: string[] };

/**
 * Makes the sizes of all pictures that still miss some, the oldest first; answers with how many files it made. One that
 * cannot be made keeps no other waiting, and is told by the error at the end.
 */
export async function makePictureSizes(mayGoOn: () => Promise<boolean>, make: MakeSize): Promise<number> {
  let failure: unknown;
  let made = 0;
  for (let due = await dueAfter(null); due.length > 0; due = await dueAfter(due.at(-1)?.id ?? null)) {
    for (const picture of due) {
      try {
        for (const { width, format } of missing(picture)) {
          if (!(await mayGoOn())) return made;
          await write(picture.id, width, format, await make(picture.sha256, width, format));
          made += 1;
        }
      } catch (error) {
        failure ??= error;
      }
    }
  }
  if (failure) throw failure;
  return made;
}

const dueAfter = (id: string | null): Promise<DueRow[]> => db.$queryRaw<DueRow[]>`
  WITH fresh AS MATERIALIZED (SELECT a.id, a.sha256, a.width FROM media_asset a
    WHERE a.in_library AND a.withdrawn_at IS NULL AND a.created_at > now() - ${DAYS_MAX} * interval '1 day')
  SELECT a.id::text, encode(a.sha256, 'hex') AS sha256, a.width, ARRAY (SELECT s.width || s.format FROM media_size s WHERE s.asset_id = a.id) AS made
  FROM fresh a WHERE (${id}::uuid IS NULL OR a.id > ${id}::uuid) AND (SELECT count(*) FROM media_size s WHERE s.asset_id = a.id) < app.sizes_of(a.width)
  ORDER BY a.id LIMIT ${PICTURES_AT_ONCE}::int`;

const missing = ({ width, made }: DueRow) =>
  widthsOf(width)
    .flatMap((each) => pictureFormats.map((format) => ({ width: each, format })))
    .filter((size) => !made.includes(`${size.width}${size.format}`));

/** Made twice it is one: two processes may come to the same. */
const write = (pictureId: string, width: number, format: PictureFormat, { sha256, bytes }: KeptSize) =>
  db.mediaSize.createMany({
    data: [{ pictureId, width, format, bytes, sha256: new Uint8Array(Buffer.from(sha256, 'hex')) }],
    skipDuplicates: true,
  });
