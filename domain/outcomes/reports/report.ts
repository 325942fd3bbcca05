import { z } from 'zod';
import { idInput } from '@/domain/id';
import { optional, prose } from '@/domain/texts/text';

const WORDS_MAX = 2000;

export const reportInput = z.object({
  sessionId: idInput,
  /** the number of the report she corrects; 0 for the first one */
  number: z.coerce.number().int().min(0).max(1000),
  wentWell: prose(1, WORDS_MAX),
  toImprove: optional(prose(1, WORDS_MAX)),
  materials: optional(prose(1, WORDS_MAX)),
});
export type ReportInput = z.output<typeof reportInput>;

/** A trainer's report as it was written; a correction is a report of the next number. */
export type SessionReport = {
  id: string;
  number: number;
  /** by the register, at the time of writing */
  peoplePresent: number;
  wentWell: string;
  toImprove: string | null;
  materials: string | null;
  writtenAt: Date;
  writtenBy: string;
};

/** The report as the fields of its form hold it. */
export const valuesOfReport = (report: SessionReport | undefined) => ({
  number: String(report?.number ?? 0),
  wentWell: report?.wentWell ?? '',
  toImprove: report?.toImprove ?? '',
  materials: report?.materials ?? '',
});
