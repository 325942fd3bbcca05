import { accessSync, constants, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { NewMachineFacts } from '@/domain/condition/facts';
import { lookAtDatabase } from '@/scripts/database/database-look.mjs';
import { whyNotListen } from '@/scripts/ground/ports.mjs';

type Place = { HOST: string; PORT: number; DATA_DIR: string };

/** What a machine says before the first start: whether its port, its folder and the database that was named can be used. */
export async function readNewMachine({ HOST, PORT, DATA_DIR }: Place, databaseUrl?: string): Promise<NewMachineFacts> {
  return {
    port: { number: PORT, state: await portState(HOST, PORT) },
    folder: { path: DATA_DIR, state: folderState(DATA_DIR) },
    database: databaseUrl ? await databaseState(databaseUrl) : null,
  };
}

async function portState(host: string, port: number): Promise<NewMachineFacts['port']['state']> {
  if (!(await whyNotListen(port, host))) return 'free';
  const name = host.includes(':') ? `[${host}]` : host;
  const answer = await fetch(`http://${name}:${port}/healthz`, { signal: AbortSignal.timeout(2_000) }).catch(
    () => null,
  );
  const said = (await answer?.json().catch(() => null)) as { alive?: boolean } | null | undefined;
  return said?.alive === true ? 'ours' : 'taken';
}

function folderState(folder: string): NewMachineFacts['folder']['state'] {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) return mayWrite(nearest(folder)) ? 'made' : 'closed';
  if (!found.isDirectory() || !mayWrite(folder)) return 'closed';
  // it may be passed through, as PostgreSQL of another user needs it, but not listed
  return process.platform !== 'win32' && (found.mode & 0o066) > 0 ? 'open' : 'writable';
}

/** The folder itself, or the one above it that is there. */
export const nearest = (folder: string): string => (existsSync(folder) ? folder : nearest(path.dirname(folder)));

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function databaseState(databaseUrl: string): Promise<NewMachineFacts['database']> {
  try {
    return { version: await lookAtDatabase(databaseUrl) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
