import pino from 'pino';
import { expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { createAccount } from '@/test/factories/accounts';
import type { Visit } from '../entrance/visit';
import { openRefusedLog } from './refused-log';
import { ringsInto } from './rings';

/** As the front asks: in plain text, over a connection of its own. */
const asked: Promise<unknown>[] = [];
const query = (sql: string) => {
  const answer = db.$queryRawUnsafe(sql.replace(/\)$/, ')::text'));
  asked.push(answer);
  return answer;
};
const lines: string[] = [];
const log = pino({}, { write: (line: string) => lines.push(line) });
const rings = ringsInto({ query, log });

test('a network that tries a dozen accounts becomes one alarm, a school that mistypes its own names none', async () => {
  const note = openRefusedLog(() => {}, undefined, { rings });
  const tries = (client: string, accounts: number, times: number) => {
    for (let at = 0; at < accounts * times; at++) {
      const visit = {
        request: { method: 'POST' },
        claims: { id: 'a', client },
        asked: '/api/auth/callback/credentials',
      };
      note(visit as unknown as Visit, { reason: 'wrong-credentials', tried: `account-${at % accounts}` });
    }
  };
  tries('198.51.100.7', 11, 4);
  tries('203.0.113.9', 13, 4);
  await Promise.all(asked);
  const alarms = await db.alarm.findMany({
    where: { kind: 'spraying', network: { in: ['198.51.100.7', '203.0.113.9'] } },
  });
  expect(alarms).toMatchObject([{ network: '203.0.113.9', count: 12, accountId: null, seenAt: null }]);
});

test('an account that opens too many records becomes one alarm; what is no account or no network is asked of nobody', async () => {
  const { id: account } = await createAccount(db);
  rings({ kind: 'records_opened', account, count: 241 });
  rings({ kind: 'records_opened', account, count: 260 });
  const before = asked.length;
  rings({ kind: 'records_opened', account: "x'; DROP TABLE alarm; --", count: 241 });
  rings({ kind: 'spraying', network: "10.0.0.1', 1); --", count: 12 });
  expect(asked).toHaveLength(before);
  await Promise.all(asked);
  expect(await db.alarm.findMany({ where: { accountId: account } })).toMatchObject([
    { kind: 'records_opened', count: 260 },
  ]);
});

test('an alarm that the database does not take stands in the log', async () => {
  const { id: account } = await createAccount(db);
  ringsInto({ query: () => Promise.reject(new Error('away')), log })({ kind: 'records_opened', account, count: 241 });
  await new Promise((resolve) => setImmediate(resolve));
  expect(lines.join()).toContain(account);
});
