import { env } from '@/domain/ground/env';
import type { Measures } from '../measures/measures';
import type { Traces } from './open-traces';

/**
 * The traces of this process where a collector is said (OTEL_EXPORTER_OTLP_ENDPOINT), of the answers that are measured too. Others do not load
 * what they need.
 */
export async function tracesOf(part: 'front' | 'drawing', measures?: Measures): Promise<Traces | undefined> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: share } = env;
  if (!endpoint) return undefined;
  const { openTraces } = await import('./open-traces');
  const traces = openTraces({ endpoint, part, share });
  measures?.tell(traces.answered);
  return traces;
}
