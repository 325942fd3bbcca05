import { createHash } from 'node:crypto';
import type { Attributes } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';

/** What Next may say of its work: kinds and patterns of addresses. Addresses themselves, queries and texts of errors stay here. */
const TOLD = [
  'next.span_type',
  'next.route',
  'http.route',
  'http.method',
  'http.status_code',
  'error.type',
  'portal.kind',
  'portal.status',
  'portal.request',
] as const;

/**
 * The numbers of the trace of a request and of its first span, in hexadecimal. They follow from its id: all processes know them, and whoever
 * was shown the id finds the trace.
 */
export function numbersOf(id: string): { traceId: string; spanId: string } {
  const digest = createHash('sha256').update(id).digest('hex');
  return { traceId: digest.slice(0, 32), spanId: digest.slice(32, 48) };
}

/** A span as it leaves the portal: its name is made of what may be told, and it names nobody. */
export function toldSpan(span: ReadableSpan): ReadableSpan {
  const attributes: Attributes = {};
  for (const key of TOLD) if (span.attributes[key] !== undefined) attributes[key] = span.attributes[key];
  const name = [attributes['portal.kind'] ?? attributes['next.span_type'], attributes['next.route']];
  return {
    name: name.filter(Boolean).join(' ') || 'work',
    kind: span.kind,
    spanContext: () => span.spanContext(),
    ...(span.parentSpanContext ? { parentSpanContext: span.parentSpanContext } : {}),
    startTime: span.startTime,
    endTime: span.endTime,
    duration: span.duration,
    ended: span.ended,
    status: { code: span.status.code },
    attributes,
    links: [],
    events: [],
    resource: span.resource,
    instrumentationScope: span.instrumentationScope,
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  };
}
