import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Told = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: Record<string, unknown>;
  events: unknown[];
  status: { code?: number; message?: string };
};
type Value = { stringValue?: string; intValue?: number; boolValue?: boolean };
type Span = Omit<Told, 'attributes'> & { attributes: { key: string; value: Value }[] };
type Sent = { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };

/** A collector of OpenTelemetry on this machine: what it was told by http, in JSON. */
export async function openCollector() {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => {
      body += piece;
    });
    request.on('end', () => {
      if (request.url === '/v1/traces') bodies.push(body);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** everything that came, as it came */
    heard: () => bodies.join('\n'),
    spans: (): Told[] =>
      bodies
        .flatMap((body) => (JSON.parse(body) as Sent).resourceSpans)
        .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
        .map((span) => ({
          ...span,
          attributes: Object.fromEntries(span.attributes.map(({ key, value }) => [key, Object.values(value)[0]])),
        })),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
