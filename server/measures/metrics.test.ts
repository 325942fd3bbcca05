import { readFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Measures } from './measures';
import { type MetricSources, openMetrics } from './metrics';
import { openMetricsDoor } from './metrics-door';

const vitals = { memory: 200_000_000, heap: 90_000_000, connections: { open: 4, idle: 3, waiting: 0 }, lag: 12 };

function sources(more: Partial<MetricSources> = {}): MetricSources {
  return {
    measures: new Measures(),
    ready: () => 41,
    drawers: () => [
      { ready: true, busy: 2, vitals },
      { ready: false, busy: 0, vitals: undefined },
    ],
    waiting: () => ({ signedIn: 3, strangers: 0, pages: 1 }),
    lag: () => 5,
    query: async () => [{ failing: 1, late: 2, waiting: 3, failed: 4, alarms: 1 }],
    ...more,
  };
}

/** Every name that a registry tells, with those that a histogram makes. */
const namesOf = (text: string) => new Set([...text.matchAll(/^(portal_\w+?)(?:\{| )/gm)].map(([, name]) => name));

describe('metrics', () => {
  test('tell answers by kind and class, and never an address, a query or an id', async () => {
    const all = sources();
    const registry = openMetrics(all);
    all.measures.answered({
      id: 'request',
      method: 'GET',
      asked: '/admin/people/018f4c4e-0000-7000-8000-000000000001?q=Lan',
      status: 200,
      took: 40,
    });
    all.measures.answered({ id: 'request', method: 'GET', asked: '/tim-kiem?q=secret', status: 503, took: 2_600 });
    all.measures.refused('wrong-credentials');
    const text = await registry.metrics();
    expect(text).toContain('portal_answer_seconds_bucket{le="0.1",kind="admin/people",status="2xx"} 1');
    expect(text).toContain('portal_answer_seconds_count{kind="asked",status="5xx"} 1');
    expect(text).toContain('portal_refused_total{reason="wrong-credentials"} 1');
    expect(text).toContain('portal_ready_answers_total 41');
    expect(text).toContain('portal_drawing_processes 1');
    expect(text).toContain('portal_waiting_requests{way="signedIn"} 3');
    expect(text).toContain('portal_loop_lag_seconds{process="drawing-1"} 0.012');
    expect(text).toContain('portal_jobs{state="late"} 2');
    expect(text).not.toMatch(/018f4c4e|secret|Lan/);
  });

  test('of a thousand addresses that nobody has are a handful of lines', async () => {
    const all = sources();
    const registry = openMetrics(all);
    for (let at = 0; at < 1_000; at++)
      all.measures.answered({ id: 'request', method: 'GET', asked: `/admin/${at}/${at}`, status: 404, took: 1 });
    expect((await registry.metrics()).split('\n').length).toBeLessThan(120);
  });

  test('say that the database is away, and leave out what it would have said', async () => {
    const registry = openMetrics(sources({ query: () => Promise.reject(new Error('away')) }));
    const text = await registry.metrics();
    expect(text).toContain('portal_database_reached 0');
    expect(text).not.toMatch(/^portal_jobs\{/m);
  });

  test('ask the database once, however often they are read', async () => {
    let asked = 0;
    const registry = openMetrics(sources({ query: async () => [{ alarms: ++asked }] }));
    await Promise.all([registry.metrics(), registry.metrics()]);
    expect(asked).toBe(1);
  });

  test.each(['deploy/prometheus/alerts.yml', 'deploy/grafana/portal.json'])(
    'have the names that %s asks for, and none is forgotten there',
    async (file) => {
      const all = sources();
      const registry = openMetrics(all);
      all.measures.answered({ id: 'request', method: 'GET', asked: '/', status: 200, took: 1 });
      all.measures.refused('not-found');
      const told = namesOf(await registry.metrics());
      const asked = new Set(readFileSync(file, 'utf8').match(/\bportal_\w+/g));
      expect([...asked].filter((name) => !told.has(name))).toEqual([]);
      const plain = (name = '') => name.replace(/_(bucket|count|sum)$/, '');
      expect([...told].map(plain).filter((name) => ![...asked].map(plain).includes(name))).toEqual([]);
    },
  );
});

describe('the door of the metrics', () => {
  let server: Server;
  let port: number;
  let detail: Record<string, unknown>;

  beforeEach(async () => {
    detail = { serving: true, database: true, migrations: true, jobs: { late: 0, failing: 0 }, backup: null };
    server = await openMetricsDoor({ port: 0, registry: openMetrics(sources()), detail: async () => detail });
    port = (server.address() as AddressInfo).port;
  });
  afterEach(() => server.close());

  const ask = (path: string, host = `127.0.0.1:${port}`, method = 'GET') =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      const asking = request({ host: '127.0.0.1', port, path, method, headers: { Host: host } }, (response) => {
        let body = '';
        response.on('data', (piece) => (body += piece));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      });
      asking.once('error', reject).end();
    });

  test('is on this machine alone, and answers only under its own name', async () => {
    expect((server.address() as AddressInfo).address).toBe('127.0.0.1');
    expect((await ask('/metrics')).body).toContain('portal_ready_answers_total');
    expect((await ask('/metrics', `localhost:${port}`)).status).toBe(200);
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `127.0.0.1:${port + 1}`])
      expect(await ask('/metrics', host), host).toMatchObject({
        status: 421,
        body: expect.not.stringContaining('portal_'),
      });
    expect((await ask('/metrics', undefined, 'POST')).status).toBe(405);
    expect((await ask('/')).status).toBe(404);
  });

  test('tells readiness with jobs and the last backup', async () => {
    expect(JSON.parse((await ask('/readyz')).body)).toEqual(detail);
    detail = { ...detail, database: false };
    expect((await ask('/readyz')).status).toBe(503);
  });
});
