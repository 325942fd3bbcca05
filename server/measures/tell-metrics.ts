import { env } from '@/domain/ground/env';
import type { Drawing } from '../drawers/drawing';
import type { Ways } from '../entrance/ways';
import type { Readiness } from '../front/health';
import type { ReadyAnswers } from '../front/ready/ready-answers';
import type { StillPages } from '../still/still-pages';
import type { Measures } from './measures';

type Measured = {
  drawing: Drawing;
  still: StillPages;
  ready: ReadyAnswers;
  measures: Measures;
  ways: Ways;
  readiness: () => Promise<Readiness>;
};

/** Metrics for whoever asks on this machine. What they need is loaded here, for most portals tell none. */
export async function tellMetrics(
  port: number,
  { drawing, still, ready, measures, ways, readiness }: Measured,
): Promise<void> {
  const { serveMetrics } = await import('./open-metrics');
  const { signedIn, strangers } = ways;
  await serveMetrics({
    port,
    waits: env.RELIEVES === 'on',
    dataDir: env.DATA_DIR,
    measures,
    ready: () => ready.answered,
    drawers: drawing.states ?? (() => []),
    waiting: () => ({ signedIn: signedIn.length, strangers: strangers.length, pages: still.lane.length }),
    query: (sql) => still.link.query(sql),
    readiness,
  });
}
