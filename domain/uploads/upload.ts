import { z } from 'zod';

/** Bytes of a whole file: as many as the form itself may bring (`PICTURE_BYTES_MAX`). */
export const UPLOAD_BYTES_MAX = 10_000_000;
/** Bytes of one part. Only the last may be smaller than the least: a file is never thousands of rows. */
export const PART_BYTES_MIN = 16_384;
export const PART_BYTES_MAX = 524_288;
/** Open uploads of one account. */
export const OPEN_MAX = 3;
/** Bytes of all that are open, by what they will come to. */
export const WHOLE_BYTES_MAX = 300_000_000;
/** Of her open ones the one that has been silent for so many minutes makes room for another. */
export const SILENT_MINUTES = 5;
/** Hours after the last part in which a file may still go on. */
export const KEPT_HOURS = 24;

/** What her browser says of a file before it sends any of it. The hash finds the upload that broke off, and proves the whole at its end. */
export const openUploadInput = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.number().int().min(1).max(UPLOAD_BYTES_MAX),
});
export type OpenUploadInput = z.output<typeof openUploadInput>;

/** Where a part begins, as its address says it. */
export const partStartInput = z
  .string()
  .regex(/^\d{1,8}$/)
  .transform(Number);

/** A file on its way: so many bytes of it have come. */
export type Upload = { id: string; size: number; received: number };

export type OpenProblem = 'not-found' | 'too-many-uploads' | 'uploads-full';
/** `elsewhere`: it begins neither where the file goes on nor within what has come; the detail says where it goes on. */
export type PartProblem = 'not-found' | 'elsewhere' | 'past-the-end' | 'part-too-small';
/** `upload-broken`: what came is not what her browser had announced. */
export type UploadProblem = 'upload-gone' | 'upload-unfinished' | 'upload-broken';

/** Whether an upload whose file was refused for this goes on: it has not come whole, or is not there. What came whole and is none becomes none. */
export const goesOn = (problem: string): boolean => problem === 'upload-unfinished' || problem === 'upload-gone';
