import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { env } from '@/domain/ground/env';
import { PORTAL_SCRIPT } from '../../front/portal-script';

/**
 * What pages are made with beside the database: this build, what the portal is told by its surroundings, its keys. Whoever is made
 * otherwise draws its own.
 */
export function portalMark(root: string): string {
  const hash = createHash('sha256');
  for (const part of [
    readOr(path.join(root, '.next/BUILD_ID')),
    readOr(path.join(root, '.next/fingerprint')),
    readOr(path.join(env.DATA_DIR, 'sealing-keys')),
    PORTAL_SCRIPT,
    process.version,
    // which database it is shows by the mark that was left there; whose place a process took is nothing that pages are made with
    JSON.stringify({ ...env, DATABASE_URL: '', LISTEN_FD: undefined, RELIEVES: 'off' }),
  ])
    hash.update(`${part.length}:${part}`);
  return hash.digest('base64url');
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
