import type { Server } from 'node:http';
import path from 'node:path';
import next from 'next';
import { env } from '@/domain/ground/env';
import { connections } from '@/prisma/connections';
import { stopBackground } from './background';
import type { Drawing } from './drawers/drawing';
import { doWhatIsDue } from './due';
import { developmentFiles } from './front/files';
import { reachOf } from './front/health';
import { answerLive } from './front/live';
import { log } from './log';
import { draw, drawingPatience, portalHeaders } from './still/drawing/draw';
import { shared } from './still/shared';

/** Next in the process of the front itself, with its tools: they need the server that browsers reach. */
export async function drawHere(
  root: string,
  server: Server,
  changed: (tags: string[]) => Promise<void>,
): Promise<Drawing> {
  const app = next({ dev: true, dir: root, hostname: env.HOST, port: env.PORT, httpServer: server });
  shared.changed = changed;
  await app.prepare();
  const handler = app.getRequestHandler();
  const headers = portalHeaders(new URL(env.PORTAL_URL));
  const patience = drawingPatience(env.DATABASE_PATIENCE);
  const stopDays = doWhatIsDue({
    log,
    databaseUrl: env.DATABASE_URL,
    dataDir: env.DATA_DIR,
    portalUrl: env.PORTAL_URL,
    issuer: env.SIGN_IN_PROVIDER?.issuer,
  });
  return {
    draw: (url, id) => draw(handler, { url, headers: { ...headers, 'x-request-id': id }, patience, once: '' }),
    answer: (live) => answerLive(handler, live),
    reach: reachOf({
      query: async (sql) => (await connections.query(sql)).rows,
      migrations: path.join(root, 'prisma/migrations'),
    }),
    drop: () => {},
    leave: async () => {
      stopDays();
      await stopBackground();
    },
    stop: () => app.close().then(() => false),
    files: developmentFiles(root, handler),
  };
}
