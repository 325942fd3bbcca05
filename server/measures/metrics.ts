import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { DrawerState } from '../drawers/drawing';
import type { Measures } from './measures';

/** What metrics are read from, at the moment at which somebody reads them. */
export type MetricSources = {
  measures: Measures;
  /** requests that were answered with what lay ready at the door, since the start */
  ready: () => number;
  /** how each drawing process fares */
  drawers: () => DrawerState[];
  /** requests that wait on each way, by its name */
  waiting: () => Record<string, number>;
  /** milliseconds by which the loop of the front came late, the most since it was last asked */
  lag: () => number;
  /** rows of a query; rejects while the database is away */
  query: (sql: string) => Promise<Record<string, unknown>[]>;
};

/** Seconds: a kept page takes less than the first, what a reader waits for less than the last but two. */
const BUCKETS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Milliseconds for which what the database says holds, however often it is asked. */
const HOLDS = 10_000;

const DATABASE = `SELECT
  (SELECT count(*) FROM job WHERE failures > 0) AS failing,
  (SELECT count(*) FROM job WHERE failures = 0 AND due_at < now() - interval '2 minutes') AS late,
  (SELECT count(*) FROM outbox_message WHERE kind = 'email' AND state = 'ready') AS waiting,
  (SELECT count(*) FROM outbox_message WHERE kind = 'email' AND state = 'failed') AS failed,
  (SELECT count(*) FROM alarm WHERE seen_at IS NULL) AS alarms`;

/** The metrics of a front and of the processes behind it. Labels are of a few dozen values each, and name nobody. */
export function openMetrics(sources: MetricSources): Registry {
  const registry = new Registry();
  const registers = [registry];
  const gauge = (name: string, help: string, labelNames: string[], collect: (gauge: Gauge) => unknown) =>
    new Gauge({
      name,
      help,
      labelNames,
      registers,
      async collect() {
        this.reset();
        await collect(this);
      },
    });
  countAnswers(sources, registers);
  for (const of of [aboutProcesses, aboutDatabase]) of(sources, gauge);
  return registry;
}

type MakeGauge = (name: string, help: string, labels: string[], collect: (gauge: Gauge) => unknown) => Gauge;

function countAnswers({ measures, ready }: MetricSources, registers: Registry[]): void {
  const took = new Histogram({
    name: 'portal_answer_seconds',
    help: 'Answers that did not lie ready, by kind of request and class of status',
    labelNames: ['kind', 'status'],
    buckets: BUCKETS,
    registers,
  });
  measures.tell((answered) => took.observe({ kind: answered.kind, status: answered.status }, answered.took / 1_000));
  new Counter({
    name: 'portal_ready_answers_total',
    help: 'Answers that lay ready at the door',
    registers,
    collect() {
      this.reset();
      this.inc(ready());
    },
  });
  new Counter({
    name: 'portal_refused_total',
    help: 'Refused attempts, by reason',
    labelNames: ['reason'],
    registers,
    collect() {
      this.reset();
      for (const [reason, count] of measures.refusals) this.inc({ reason }, count);
    },
  });
}

function aboutProcesses({ drawers, waiting, lag }: MetricSources, gauge: MakeGauge): void {
  const each = (set: (process: string, state: DrawerState) => void) => {
    for (const [at, state] of drawers().entries()) set(`drawing-${at + 1}`, state);
  };
  gauge('portal_drawing_processes', 'Drawing processes that may be asked', [], (of) =>
    of.set(drawers().filter(({ ready }) => ready).length),
  );
  gauge('portal_drawing_busy', 'Requests that a drawing process is answering', ['process'], (of) =>
    each((process, { busy }) => of.set({ process }, busy)),
  );
  gauge('portal_waiting_requests', 'Requests that wait for their turn, by way', ['way'], (of) => {
    for (const [way, count] of Object.entries(waiting())) of.set({ way }, count);
  });
  gauge('portal_loop_lag_seconds', 'How late the loop of a process came', ['process'], (of) => {
    of.set({ process: 'front' }, lag() / 1_000);
    each((process, { vitals }) => vitals && of.set({ process }, vitals.lag / 1_000));
  });
  gauge('portal_memory_bytes', 'Memory of a process', ['process'], (of) => {
    of.set({ process: 'front' }, process.memoryUsage.rss());
    each((name, { vitals }) => vitals && of.set({ process: name }, vitals.memory));
  });
  gauge(
    'portal_database_connections',
    'Connections to the database, by process and state',
    ['process', 'state'],
    (of) =>
      each((process, { vitals }) => {
        for (const [state, count] of Object.entries(vitals?.connections ?? {})) of.set({ process, state }, count);
      }),
  );
}

function aboutDatabase({ query }: MetricSources, gauge: MakeGauge): void {
  let last: { at: number; row: Promise<Record<string, unknown> | undefined> } | undefined;
  const ask = () => {
    if (!last || Date.now() - last.at > HOLDS) {
      const row = query(DATABASE)
        .then(([first]) => first)
        .catch(() => undefined);
      last = { at: Date.now(), row };
    }
    return last.row;
  };
  const told = (name: string, help: string, states: readonly string[]) =>
    gauge(name, help, ['state'], async (of) => {
      const row = await ask();
      for (const state of states) if (row) of.set({ state }, Number(row[state]));
    });
  gauge('portal_database_reached', 'Whether the database answers: 1 or 0', [], async (of) =>
    of.set((await ask()) ? 1 : 0),
  );
  told('portal_jobs', 'Jobs that are late or failing', ['late', 'failing']);
  told('portal_mail', 'E-mails that wait or have failed', ['waiting', 'failed']);
  gauge('portal_alarms', 'Alarms that nobody has seen to', [], async (of) => {
    const row = await ask();
    if (row) of.set(Number(row.alarms));
  });
}
