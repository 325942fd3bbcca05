import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { BackupFacts, KeptFacts } from '@/domain/condition/facts';
import { readBackupStatus } from '@/domain/ground/backup-status';
import { lastAuditCheck } from '../audit-check';

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const certificateInput = z.object({ at: instant, endsAt: instant.nullable() });
const providerInput = z.object({ at: instant, says: z.enum(['answers', 'silent', 'otherwise']) });
const frontInput = z.object({
  at: instant,
  pages: z.array(z.object({ kind: z.string(), p95: z.number(), count: z.number() })),
  refused: z.number(),
});

/** Minutes after which what a front wrote down is of one that is gone. */
const FRONT_MINUTES = 10;

const fileIn = (dataDir: string, name: string) => path.resolve(/* turbopackIgnore: true */ dataDir, name);

/** What the portal wrote into its data folder as it ran: the trail, backups, the certificate, the provider, what the front counted. */
export function readKeptFacts(dataDir: string, now = new Date()): KeptFacts {
  const trail = lastAuditCheck(dataDir);
  const front = read(fileIn(dataDir, 'front.json'), frontInput);
  const isNew = front !== null && now.getTime() - front.at.getTime() < FRONT_MINUTES * 60_000;
  return {
    trail: trail && { at: new Date(trail.at), entries: trail.length, wrong: trail.wrong.length },
    backup: lastBackup(dataDir),
    certificate: read(fileIn(dataDir, 'certificate.json'), certificateInput),
    provider: read(fileIn(dataDir, 'provider.json'), providerInput),
    pages: isNew ? front.pages : null,
    refused: isNew ? front.refused : null,
  };
}

/** The last backup as its command writes it down; null before the first. */
export function lastBackup(dataDir: string): BackupFacts | null {
  const { made, failed, verified, changes } = readBackupStatus(dataDir);
  const since = dateOf(changes?.gapSince);
  if (!made && !failed) return null;
  return {
    doneAt: dateOf(made?.at),
    failedAt: dateOf(failed?.at),
    brokenAt: verified && !verified.whole ? dateOf(verified.at) : null,
    gap: since && { since, missing: changes?.missing ?? 0 },
  };
}

const dateOf = (instant: string | undefined) => (instant ? new Date(instant) : null);

/** Keeps a file of facts for whoever asks, its owner alone; readers see the old one or the new one. */
export function keepFacts(
  dataDir: string,
  name: 'certificate.json' | 'front.json' | 'provider.json',
  facts: object,
): void {
  const file = fileIn(dataDir, name);
  writeFileSync(`${file}.new`, `${JSON.stringify(facts)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function read<Output>(file: string, input: z.ZodType<Output>): Output | null {
  try {
    return input.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
