import { readFileSync } from 'node:fs';
import { countSecretsSealedOtherwise, resealSecrets } from '@/domain/accounts/code-apps/rotation-commands';
import { countSealedOtherwise, type Rotation, resealAll } from '@/domain/consents/sensitive/rotation-commands';
import { env } from '@/domain/ground/env';
import { parseRing } from '@/domain/ground/seal';
import { ringFile, sealingKeys } from '@/domain/ground/sealing-keys';
import { countDigitsSealedOtherwise, resealDigits } from '@/domain/member-cards/rotation-commands';
import { takeWordForKeys } from '@/domain/second-pairs/keys-commands';
import { db } from '@/prisma/client';
import { makeSealingKey } from '../ground/sealing-keys.mjs';
import { replace } from '../ground/settings.mjs';

/*
 * The work of `npm run rotate-keys`. A change that was broken off is finished first: only when everything is sealed with
 * the current key does a new one come before it.
 */
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Puts a new key first, where the keys are in the file; from the environment only a person can. */
function addKey(): boolean {
  const key = makeSealingKey();
  if (env.SEALING_KEYS) {
    say(
      'The keys come from the surroundings, or from a command. Put a new key before the others there, start the portal anew and',
    );
    say(`run this again, for example: ${key}`);
    return false;
  }
  const ring = sealingKeys().length > 0 ? readFileSync(ringFile(), 'utf8').trim() : '';
  try {
    replace(ringFile(), `${key}\n${ring}`.trim());
  } catch (error) {
    say(
      `${ringFile()} cannot be written (${(error as NodeJS.ErrnoException).code}). Put a new key first in it by hand and run this again,`,
    );
    say(`for example: ${key}`);
    return false;
  }
  say(`New key ${parseRing(key)[0]?.label}, written into ${ringFile()}. Back that file up now.`);
  return true;
}

function tell({ resealed, left, retired, inUse }: Rotation): number {
  say(`${resealed} fields sealed anew.`);
  for (const { label } of left.slice(0, 10))
    say(`  left as it was: a field sealed with ${label}, which does not open it`);
  if (retired.length > 0) say(`No longer needed, once no backup holds fields sealed with them: ${retired.join(', ')}.`);
  say(`In use: ${inUse.join(', ')}.`);
  if (left.length === 0) return 0;
  say(`${left.length} fields could not be opened: put their key back and run this again.`);
  return 1;
}

async function main(): Promise<number> {
  const [current] = sealingKeys();
  const unfinished = current
    ? (await countSealedOtherwise(current.label)) +
      (await countSecretsSealedOtherwise(current.label)) +
      (await countDigitsSealedOtherwise(current.label))
    : 0;
  if (unfinished > 0) say(`Going on: ${unfinished} fields are not yet sealed with ${current?.label}.`);
  else {
    const word = await takeWordForKeys(process.argv.includes('--alone'));
    if (!word.ok) {
      say(
        'Two people decide a change of keys: ask for it on the page /admin/second-pairs, have somebody else agree, and run this again.',
      );
      say('Where there is nobody who could: npm run rotate-keys -- --alone, which the trail says.');
      return 1;
    }
    if (!addKey()) return 0;
  }
  const secrets = await resealSecrets(sealingKeys());
  say(`${secrets.resealed} secrets of code apps sealed anew.`);
  if (secrets.left > 0) say(`${secrets.left} of them could not be opened: put their key back and run this again.`);
  const digits = await resealDigits(sealingKeys());
  say(`${digits.resealed} digits of cards sealed anew.`);
  if (digits.left > 0) say(`${digits.left} of them could not be opened: put their key back and run this again.`);
  const told = tell(await resealAll(sealingKeys(), (count) => say(`${count} fields …`)));
  return secrets.left + digits.left > 0 ? 1 : told;
}

process.exitCode = await main().finally(() => db.$disconnect());
