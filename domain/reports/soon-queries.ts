import { setTimeout as wait } from 'node:timers/promises';
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

/** The report of a unit for a period within three seconds, with what it says if that is there by then; null where there is none for her. */
export async function findReportSoon(viewer: Viewer, unitId: string, periodId: string): Promise<SoonReport | null> {
  const head = await findReportHead(viewer, unitId, periodId);
  return head && { ...head.report, content: head.signed ?? (await draftSoon(viewer, head)) };
}

async function draftSoon(viewer: Viewer, { report, place, written }: ReportHead) {
  const { period } = report.row;
  const read = () => draftContent(viewer, place, period, written);
  if (place.level === 'commune') return read();
  const content = await Promise.race([
    counted(`${place.id} ${period.id}`, read),
    wait(PATIENCE_MS, null, { ref: false }),
  ]);
  return content && { ...content, ...written };
}

type Counting = { content: Promise<ReportContent>; since: number; doneAt: number | null };
const counting = new Map<string, Counting>();

/**
 * A draft of the city that takes long is counted once for whoever comes meanwhile, and is handed to them though something moved by then:
 * at work there is always something that moves, and nobody would ever see it.
 */
function counted(key: string, read: () => Promise<ReportContent>): Promise<ReportContent> {
  const known = counting.get(key);
  if (known && mayJoin(known)) return known.content;
  const begun: Counting = { content: read(), since: Date.now(), doneAt: null };
  if (!known) keepWhileCounting(key, begun);
  return begun.content;
}

const mayJoin = ({ since, doneAt }: Counting) => doneAt !== null || Date.now() - since > PATIENCE_MS;

function keepWhileCounting(key: string, begun: Counting): void {
  counting.set(key, begun);
  const forget = () => void counting.delete(key);
  begun.content.then(() => {
    begun.doneAt = Date.now();
    if (begun.doneAt - begun.since < PATIENCE_MS) forget();
    else setTimeout(forget, KEPT_MS).unref();
  }, forget);
}
