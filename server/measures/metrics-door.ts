import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import { listen } from '../listen';

type Options = {
  port: number;
  registry: Registry;
  /** what strangers are not told: readiness, jobs, the last backup */
  detail: () => Promise<Record<string, unknown>>;
};

const LOOPBACK = '127.0.0.1';

/**
 * Answers `/metrics` and a fuller `/readyz`, on this machine alone, to whoever asks under its own name: a page in a browser of this machine that was led
 * here by another name learns nothing.
 */
export async function openMetricsDoor({ port, registry, detail }: Options): Promise<Server> {
  const names = () => {
    const taken = (server.address() as { port: number } | null)?.port ?? port;
    return [`${LOOPBACK}:${taken}`, `localhost:${taken}`];
  };
  const server = createServer((request, response) => {
    const answer = names().includes(request.headers.host ?? '') ? answerTo(request, { registry, detail }) : MISLED;
    Promise.resolve(answer).then(
      (said) => send(response, said),
      () => send(response, { status: 500, type: 'text/plain', body: 'The metrics could not be read.\n' }),
    );
  });
  server.maxConnections = 16;
  server.headersTimeout = 5_000;
  await listen(server, LOOPBACK, port);
  return server;
}

type Said = { status: number; type: string; body: string };
const MISLED: Said = { status: 421, type: 'text/plain', body: 'Metrics are not found under this name.\n' };
const NOWHERE: Said = { status: 404, type: 'text/plain', body: 'There is /metrics and /readyz.\n' };

async function answerTo(
  request: IncomingMessage,
  { registry, detail }: Pick<Options, 'registry' | 'detail'>,
): Promise<Said> {
  if (request.method !== 'GET') return { status: 405, type: 'text/plain', body: 'GET alone.\n' };
  if (request.url === '/metrics') return { status: 200, type: registry.contentType, body: await registry.metrics() };
  if (request.url !== '/readyz') return NOWHERE;
  const said = await detail();
  const isReady = said.serving === true && said.database === true && said.migrations === true;
  return { status: isReady ? 200 : 503, type: 'application/json; charset=utf-8', body: `${JSON.stringify(said)}\n` };
}

function send(response: ServerResponse, { status, type, body }: Said): void {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
}
