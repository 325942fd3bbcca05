import { setTimeout as wait } from 'node:timers/promises';
import { lastBackup } from '../condition/kept-facts';
import type { Readiness } from '../front/health';
import { CannotListen } from '../listen';
import { watchLoop } from './loop-lag';
import { type MetricSources, openMetrics } from './metrics';
import { openMetricsDoor } from './metrics-door';

type Options = Omit<MetricSources, 'lag'> & {
  port: number;
  dataDir: string;
  readiness: () => Promise<Readiness>;
  /** Another process, whose place this one takes, has the port until it is gone. */
  waits: boolean;
};

const AGAIN_MS = 1_000;

const JOBS = `SELECT count(*) FILTER (WHERE failures > 0)::int AS failing,
  count(*) FILTER (WHERE failures = 0 AND due_at < now() - interval '2 minutes')::int AS late FROM job`;

/** Has metrics read at a port of this machine, and readiness with what strangers are not told. Loaded only where somebody asked for it. */
export async function serveMetrics({ port, dataDir, readiness, waits, ...sources }: Options): Promise<void> {
  const registry = openMetrics({ ...sources, lag: watchLoop() });
  const detail = async () => {
    const [state, jobs] = await Promise.all([readiness(), sources.query(JOBS).catch(() => [])]);
    return { ...state, jobs: jobs[0] ?? null, backup: lastBackup(dataDir) };
  };
  const open = async () => (await openMetricsDoor({ port, registry, detail })).unref();
  if (!waits) return void (await open());
  const again = (): unknown =>
    open().catch(async (error) => {
      if (!(error instanceof CannotListen)) throw error;
      await wait(AGAIN_MS, undefined, { ref: false });
      return again();
    });
  void again();
}
