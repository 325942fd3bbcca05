import { readFileSync } from 'node:fs';
import { settleRestored } from '@/domain/backups/restored-commands';
import { eraseAgain } from '@/domain/consents/erasure/erase-again-commands';
import { db } from '@/prisma/client';

/*
 * The work of `npm run restore` in the database that was put back: whoever was erased since is erased again, and nothing goes on that may have
 * ended or gone out since. The file that is named holds the ids of all who were ever erased, one a line.
 */
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function main(): Promise<number> {
  const [file = ''] = process.argv.slice(2);
  const ids = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const { sessions, letters, rounds } = await settleRestored();
  const { erased, refused } = await eraseAgain(ids);
  say(
    `${erased} people erased again, ${sessions} sessions ended, ${letters} letters and ${rounds} rounds of pushes held.`,
  );
  for (const id of refused) say(`  not erased: ${id}`);
  return refused.length === 0 ? 0 : 1;
}

process.exitCode = await main().finally(() => db.$disconnect());
