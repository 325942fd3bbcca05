import { setTimeout as wait } from 'node:timers/promises';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { env } from '@/domain/ground/env';
import { draftContent } from './content/content-queries';
import { findReportHead, type Report, type ReportHead } from './queries';
import type { ReportContent } from './report-content';

/** Milliseconds that a page waits for a draft, longer on a slow machine: what takes longer is said to be in the making, and comes when it is there. */
const PATIENCE_MS = 3_000 * env.DATABASE_PATIENCE;
/** Milliseconds for which a draft that took longer is there for those who wait for it, and look again every few seconds. */
const KEPT_MS = 15_000;

/** `content` null: its figures are still being counted. */
export type SoonReport = Omit<Report, 'content'> & { content: ReportContent | null };

/**
 * The report of a unit for a period within three seconds, with what it says if that is there by then; null where there is none for her.
 * `patience`: milliseconds.
 */
export async function findReportSoon(
  viewer: Viewer,
  unitId: string,
  periodId: string,
  patience = PATIENCE_MS,
): Promise<SoonReport | null> {
  const head = await findReportHead(viewer, unitId, periodId);
  return head && { ...head.report, content: head.signed ?? (await draftSoon(viewer, head, patience)) };
}

async function draftSoon(viewer: Viewer, { report, place, written }: ReportHead, patience: number) {
  const { period } = report.row;
  const read = () =>
    keptFor(viewer, `draft ${JSON.stringify([place, period, written])}`, () =>
      draftContent(viewer, place, period, written),
    );
  if (place.level === 'commune') return read();
  const counted = countedOnce(`${place.id} ${period.id}`, read, patience);
  const content = await Promise.race([counted, wait(patience, null, { ref: false })]);
  return content && { ...content, ...written };
}

type Counting = { content: Promise<ReportContent>; since: number; isDone: boolean };
const counting = new Map<string, Counting>();

/**
 * A draft of the city that takes long is counted once for whoever comes meanwhile, and is handed to them though something moved by then:
 * at work there is always something that moves, and nobody would ever see it.
 */
function countedOnce(key: string, read: () => Promise<ReportContent>, patience: number): Promise<ReportContent> {
  const known = counting.get(key);
  if (known && (known.isDone || Date.now() - known.since >= patience)) return known.content;
  const begun: Counting = { content: read(), since: Date.now(), isDone: false };
  if (!known) keepWhileCounting(key, begun, patience);
  return begun.content;
}

function keepWhileCounting(key: string, begun: Counting, patience: number): void {
  counting.set(key, begun);
  const forget = () => void counting.delete(key);
  begun.content.then(() => {
    begun.isDone = true;
    if (Date.now() - begun.since < patience) forget();
    else setTimeout(forget, KEPT_MS).unref();
  }, forget);
}
