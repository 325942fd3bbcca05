import { context, propagation, trace } from '@opentelemetry/api';
import { getTracer } from 'next/dist/server/lib/trace/tracer';
import { afterEach, expect, test } from 'vitest';
import { openCollector, type Told } from '@/test/servers/collector';
import { openTraces } from './open-traces';

afterEach(() => {
  trace.disable();
  context.disable();
  propagation.disable();
});

/** Next at work on a request of this id, as it traces itself: its span is given everything that a page could know. */
async function drawAs(id: string): Promise<void> {
  const tracer = getTracer();
  const headers = { 'x-request-id': id, traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` };
  const getter = {
    keys: (of: object) => Object.keys(of),
    get: (of: object, key: string) => of[key as keyof typeof of],
  };
  const attributes = { 'http.target': '/admin/people/018f4c4e?q=Lan', 'next.route': '/admin/people/[personId]' };
  const work = () =>
    tracer.trace('BaseServer.handleRequest' as never, { spanName: 'GET /admin/people/018f4c4e', attributes }, () => {
      throw new Error('Nguyễn Thị Lan, 0912 345 678');
    });
  expect(() => tracer.withPropagatedContext(headers, work, getter)).toThrow('Lan');
}

const byName = (spans: Told[], name: string) => spans.find((span) => span.name === name);

test('a collector is told of each request and of its drawing below, by the id that its reader is shown, and of nobody', async () => {
  const collector = await openCollector();
  const traces = openTraces({ endpoint: `${collector.origin}/`, part: 'front', share: 1 });
  await drawAs('3f2a-1b4c-9d8e');
  traces.answered({ id: '3f2a-1b4c-9d8e', kind: 'admin/people', status: '5xx', took: 40 });
  traces.answered({ id: 'other-id-1', kind: 'public', status: '2xx', took: 1 });
  traces.answered({ id: 'health-id-1', kind: 'health', status: '2xx', took: 1 });
  await traces.stop();

  const spans = collector.spans();
  expect(spans).toHaveLength(3);
  const asked = byName(spans, 'admin/people');
  const drawn = byName(spans, 'BaseServer.handleRequest /admin/people/[personId]');
  expect(asked?.attributes).toEqual({
    'portal.kind': 'admin/people',
    'portal.status': '5xx',
    'portal.request': '3f2a-1b4c-9d8e',
  });
  expect(asked?.parentSpanId).toBeUndefined();
  expect([drawn?.traceId, drawn?.parentSpanId]).toEqual([asked?.traceId, asked?.spanId]);
  expect(byName(spans, 'public')?.traceId).not.toBe(asked?.traceId);
  expect([drawn?.status.code, drawn?.events, drawn?.attributes['error.type']]).toEqual([2, [], 'Error']);
  // neither who, nor what was asked for, nor what a stranger's headers say
  expect(collector.heard()).not.toMatch(/Lan|0912|018f4c4e|q=|aaaa|bbbb/);
  collector.close();
});

test('of all requests the share that was asked for is traced, whole or not at all', async () => {
  const collector = await openCollector();
  const traces = openTraces({ endpoint: collector.origin, part: 'front', share: 0.5 });
  const ids = Array.from({ length: 400 }, (_, at) => `request-${at}`);
  for (const id of ids) {
    await drawAs(id);
    traces.answered({ id, kind: 'admin/people', status: '5xx', took: 4 });
  }
  await traces.stop();
  const each = new Map<string, number>();
  for (const { traceId } of collector.spans()) each.set(traceId, (each.get(traceId) ?? 0) + 1);
  expect([...new Set(each.values())]).toEqual([2]);
  expect(each.size).toBeGreaterThan(100);
  expect(each.size).toBeLessThan(300);
  collector.close();
});

test('a collector that is away, or says nothing, holds neither a request nor the end of the process up', async () => {
  const collector = await openCollector();
  collector.close();
  const traces = openTraces({ endpoint: collector.origin, part: 'front', share: 1 });
  for (let at = 0; at < 5_000; at++) traces.answered({ id: `request-${at}`, kind: 'public', status: '2xx', took: 1 });
  const begun = performance.now();
  await traces.stop();
  expect(performance.now() - begun).toBeLessThan(10_000);
});
