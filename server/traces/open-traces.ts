import { setTimeout as wait } from 'node:timers/promises';
import { type Context, type TextMapGetter, type TextMapPropagator, TraceFlags, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  type IdGenerator,
  NodeTracerProvider,
  RandomIdGenerator,
  type SpanExporter,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node';
import type { Answered } from '../measures/measures';
import { numbersOf, toldSpan } from './span';

/** Milliseconds that the collector may take; what it did not take by then is lost, and nobody waits. */
const PATIENCE = 5_000;
/** Milliseconds that the end of the process waits for the last of them. */
const LAST_WORDS = 1_500;
/** Spans that wait to be sent: more are not made. */
const WAITING = 2_048;

type Options = {
  /** where the collector listens; "/v1/traces" is asked there */
  endpoint: string;
  part: 'front' | 'drawing';
  /** of all requests, from 0 to 1 */
  share: number;
};

export type Traces = {
  /** one answer that did not lie ready at the door */
  answered: (answered: Answered) => void;
  /** sends what waits, for as long as the collector may take */
  stop: () => Promise<void>;
};

/** Next's spans hang below that of the front, by the id of the request: what a stranger's headers say of traces is not read. */
const byRequest: TextMapPropagator = {
  inject: () => {},
  fields: () => [],
  extract(context: Context, carrier: unknown, getter: TextMapGetter) {
    const id = [getter.get(carrier, 'x-request-id')].flat()[0];
    if (!id) return context;
    return trace.setSpanContext(context, { ...numbersOf(id), traceFlags: TraceFlags.SAMPLED, isRemote: true });
  },
};

/** The first span of a request has the numbers that follow from its id; all others are by chance. */
class Numbers implements IdGenerator {
  private readonly chance = new RandomIdGenerator();
  request: string | undefined;

  readonly generateTraceId = () => (this.request ? numbersOf(this.request).traceId : this.chance.generateTraceId());
  readonly generateSpanId = () => (this.request ? numbersOf(this.request).spanId : this.chance.generateSpanId());
}

/** Sends spans of which everything is taken that may not be told. */
const tellingOnly = (inner: SpanExporter): SpanExporter => ({
  export: (spans, done) => inner.export(spans.map(toldSpan), done),
  shutdown: () => inner.shutdown(),
  forceFlush: () => inner.forceFlush?.() ?? Promise.resolve(),
});

/** Opens the traces of this process: from here on Next's work is told to the collector as well. Once for each process. */
export function openTraces({ endpoint, part, share }: Options): Traces {
  const numbers = new Numbers();
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/$/, '')}/v1/traces`,
    timeoutMillis: PATIENCE,
  });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'phu-nu-so-dong-nai', 'service.instance.id': part }),
    idGenerator: numbers,
    // by the number of the trace alone, so that all processes decide alike
    sampler: new TraceIdRatioBasedSampler(share),
    spanProcessors: [
      new BatchSpanProcessor(tellingOnly(exporter), { maxQueueSize: WAITING, exportTimeoutMillis: PATIENCE }),
    ],
  });
  provider.register({ propagator: byRequest });
  const tracer = provider.getTracer('portal');
  return {
    answered({ id, kind, status, took }) {
      if (kind === 'health') return;
      const end = Date.now();
      numbers.request = id;
      const attributes = { 'portal.kind': kind, 'portal.status': status, 'portal.request': id };
      const span = tracer.startSpan(kind, { root: true, startTime: end - took, attributes });
      numbers.request = undefined;
      span.end(end);
    },
    stop: () => Promise.race([provider.shutdown().catch(() => {}), wait(LAST_WORDS, undefined, { ref: false })]),
  };
}
