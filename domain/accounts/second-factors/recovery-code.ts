import { randomInt } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import pLimit from 'p-limit';

export const RECOVERY_CODES = 10;

/** Crockford's letters: no i, l, o and u, which look like figures or each other. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 12;

/** Sixty bits, in three groups that can be read out. */
function newCode(): string {
  const code = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** Ten new codes, as they are shown once. */
export const newRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, newCode);

/** A code as it was meant: hyphens, spaces and capitals are nothing, and letters that look like figures are these. */
export const meantCode = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');

export const looksLikeRecoveryCode = (typed: string): boolean => meantCode(typed).length === LENGTH;

const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;
const oneOfTwo = pLimit(2);

/**
 * What is kept of a code. The salt is the account's id, most of whose bits nobody can know before: so one hash tells which of the ten it is,
 * and no two accounts share one.
 */
export const hashCode = (accountId: string, typed: string): Promise<Uint8Array<ArrayBuffer>> =>
  oneOfTwo(async () => {
    const salt = Buffer.from(accountId.replaceAll('-', ''), 'hex');
    return new Uint8Array(await hashRaw(meantCode(typed), { ...ARGON2, salt }));
  });
