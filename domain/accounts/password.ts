import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';
import { composed, PASSWORD_MAX } from './password-input';

/** Argon2id with 64 MiB and three passes. */
const ARGON2 = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
const OF_TODAY = `m=${ARGON2.memoryCost},t=${ARGON2.timeCost},p=${ARGON2.parallelism}$`;

/** Two at once: sixteen people who sign in together wait a moment instead of taking a gigabyte. */
const oneOfTwo = pLimit(2);

/** The hash that is kept of a password. */
export const hashPassword = (password: string): Promise<string> => oneOfTwo(() => hash(composed(password), ARGON2));

/** Was it made with less work than today's, and is it to be made anew when she signs in? */
export const isOutdated = (passwordHash: string) => !passwordHash.includes(OF_TODAY);

let decoy: Promise<string> | undefined;

/**
 * Is it her password? Without a hash, or with a password longer than any, the answer is no, after the same work. Hashes from
 * before were made of what was typed, uncomposed.
 */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  const typed = passwordHash && isOutdated(passwordHash) ? password : composed(password);
  const possible = passwordHash !== null && typed.length <= PASSWORD_MAX;
  const against = possible ? passwordHash : await decoy;
  const matches = await oneOfTwo(() => verify(against, possible ? typed : ''));
  return possible && matches;
}
