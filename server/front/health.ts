import { readdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** `serving`: it takes requests, for nobody has asked it to stop. More is told on this machine alone (server/measures). */
export type Readiness = { serving: boolean; database: boolean; migrations: boolean };

type Options = {
  /** Rows of a query; rejects when the database does not answer. */
  query: (sql: string) => Promise<Record<string, unknown>[]>;
  /** the folder with one folder for each migration */
  migrations: string;
};

/** What a process says that can reach the database. */
export type Reach = Omit<Readiness, 'serving'>;

const APPLIED = `SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
/** Milliseconds for which an answer holds, so that asking costs the database nothing. */
const HOLDS = 1_000;

/** Can the portal do its work? The database answers, and every migration of this release is applied. */
export function reachOf({ query, migrations }: Options): () => Promise<Reach> {
  let last: { at: number; answer: Promise<Reach> } | undefined;
  const ask = async () => {
    try {
      const [rows, wanted] = await Promise.all([query(APPLIED), foldersOf(migrations)]);
      const applied = new Set(rows.map((row) => row.migration_name));
      return { database: true, migrations: wanted.every((name) => applied.has(name)) };
    } catch {
      return { database: false, migrations: false };
    }
  };
  return async () => {
    const now = Date.now();
    if (!last || now - last.at > HOLDS) last = { at: now, answer: ask() };
    return last.answer;
  };
}

async function foldersOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

export const isHealth = (path: string) => path === '/healthz' || path === '/readyz';

/** Answers /healthz (the process lives) and /readyz (it can work). */
export async function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  readiness: () => Promise<Readiness>,
): Promise<void> {
  const state = path === '/healthz' ? { alive: true } : await readiness();
  const body = Buffer.from(`${JSON.stringify(state)}\n`);
  response.writeHead(Object.values(state).every(Boolean) ? 200 : 503, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
