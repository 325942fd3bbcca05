import { lastBackup } from '../condition/kept-facts';
import type { Readiness } from '../front/health';
import { watchLoop } from './loop-lag';
import { type MetricSources, openMetrics } from './metrics';
import { openMetricsDoor } from './metrics-door';

type Options = Omit<MetricSources, 'lag'> & { port: number; dataDir: string; readiness: () => Promise<Readiness> };

const JOBS = `SELECT count(*) FILTER (WHERE failures > 0)::int AS failing,
  count(*) FILTER (WHERE failures = 0 AND due_at < now() - interval '2 minutes')::int AS late FROM job`;

/** Has metrics read at a port of this machine, and readiness with what strangers are not told. Loaded only where somebody asked for it. */
export async function serveMetrics({ port, dataDir, readiness, ...sources }: Options): Promise<void> {
  const registry = openMetrics({ ...sources, lag: watchLoop() });
  const detail = async () => {
    const [state, jobs] = await Promise.all([readiness(), sources.query(JOBS).catch(() => [])]);
    return { ...state, jobs: jobs[0] ?? null, backup: lastBackup(dataDir) };
  };
  const server = await openMetricsDoor({ port, registry, detail });
  server.unref();
}
