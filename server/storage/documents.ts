import 'server-only';
import { createHash } from 'node:crypto';
import type { KeepFile } from '@/domain/courses/material';
import { ok, problem } from '@/domain/result';
import { keptFiles } from './kept-files';
import { keeper as pictureKeeper } from './pictures';
import type { Storage } from './storage';

/** A PDF begins with its version (ISO 32000) and says where it ends; anything else under that name is none. */
const PDF_BEGINNING = /^%PDF-(1\.[0-7]|2\.0)/;
const PDF_END = /%%EOF\s*$/;
const END_WITHIN = 1024;

function isPdf(bytes: Buffer): boolean {
  const beginning = bytes.subarray(0, 8).toString('latin1');
  return PDF_BEGINNING.test(beginning) && PDF_END.test(bytes.subarray(-END_WITHIN).toString('latin1'));
}

/** Keeps what a course hands out: a PDF as it is, under its hash, and a picture made anew. */
export const keeper =
  (place: Storage): KeepFile =>
  async (file) => {
    const bytes = Buffer.from(await file.arrayBuffer());
    if (!isPdf(bytes)) {
      const picture = await pictureKeeper(place)(file);
      if (picture.ok) return picture;
      return problem(picture.problem === 'picture-too-large' ? picture.problem : 'not-a-material');
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await place.put(sha256, bytes);
    return ok({ sha256, mime: 'application/pdf', bytes: bytes.length });
  };

export const keepMaterial = keeper(keptFiles);
