import { existsSync, readdirSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { freemem } from 'node:os';
import path from 'node:path';
import type { MachineFacts, Room } from '@/domain/condition/facts';
import { env } from '@/domain/ground/env';
import { hasSecret } from '@/domain/ground/sign-in-provider';
import { memoryOfMachine } from '@/scripts/ground/machine.mjs';

/** What this machine says of itself: versions, memory, disks, who can read the keys. */
export function readMachineFacts({
  DATA_DIR,
  DATABASE_URL,
  DEMO,
  SMTP_URL,
  SEALING_KEYS,
  SEALING_KEYS_COMMAND,
  SEALING_KEYS_FILE,
  PORTAL_URL,
  SIGN_IN_PROVIDER,
} = env): MachineFacts {
  const inFolder = (name: string) => path.resolve(/* turbopackIgnore: true */ DATA_DIR, name);
  const embedded = isEmbedded(inFolder('postgres-port'), DATABASE_URL);
  return {
    node: process.versions.node,
    release: releaseOf(),
    memory: { total: memoryOfMachine(), available: process.availableMemory?.() ?? freemem() },
    disk: roomOf(inFolder('.')),
    databaseDisk: embedded ? roomOf(inFolder('postgres')) : null,
    embedded,
    demonstration: DEMO === 'on',
    mailServer: SMTP_URL !== undefined,
    keys: SEALING_KEYS || SEALING_KEYS_COMMAND ? 'set' : keysIn(SEALING_KEYS_FILE || inFolder('sealing-keys')),
    https: PORTAL_URL.startsWith('https:'),
    provider: SIGN_IN_PROVIDER && { name: SIGN_IN_PROVIDER.name, secret: hasSecret(SIGN_IN_PROVIDER) },
  };
}

/** Names of the migrations of this release. */
export const wantedMigrations = (): string[] =>
  readdirSync(path.join(process.cwd(), 'prisma/migrations'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

const releaseOf = () =>
  (JSON.parse(readFileSync(path.join(process.cwd(), 'package.json'), 'utf8')) as { version: string }).version;

function roomOf(folder: string): Room | null {
  try {
    const { bavail, blocks, bsize } = statfsSync(folder);
    return { free: bavail * bsize, total: blocks * bsize };
  } catch {
    return null;
  }
}

/** The start command writes down where its own database listens. */
function isEmbedded(portFile: string, databaseUrl: string): boolean {
  if (!existsSync(portFile)) return false;
  const { hostname, port } = new URL(databaseUrl);
  return hostname === '127.0.0.1' && port === readFileSync(portFile, 'utf8').trim();
}

function keysIn(file: string): MachineFacts['keys'] {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return 'missing';
  return process.platform !== 'win32' && othersRead(found) ? 'open' : 'closed';
}

/** A credential of systemd shows in the bits of its group, which is root's, that one user may read it: ours. */
export function othersRead({ mode, gid }: { mode: number; gid: number }): boolean {
  const others = mode & 0o077;
  return others > 0 && !(others === 0o040 && gid === 0);
}
