import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { toDate, today } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import { db } from '@/prisma/client';
import { createAccountWithRole, type MadeAccount } from '@/test/factories/accounts';
import { createTree, type Tree } from '@/test/factories/units';
import { endSession, signIn } from './session-commands';
import { viewerOfSession } from './session-queries';
import { tokenHash } from './token';

let tree: Tree;
let official: MadeAccount;
const password = 'mot cau ngan de nho';
const from = { network: '127.0.0.1', agent: 'test' };

beforeAll(async () => {
  tree = await createTree(db);
  official = await createAccountWithRole(db, 'commune_official', [tree.commune], { password, phone: '+84912345678' });
});

async function session(identifier = official.email): Promise<string> {
  const result = await signIn({ identifier, password, ...from });
  if (!result.ok) throw new Error(result.problem);
  return result.value.token;
}
const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);
const viewer = (token: string) => viewerOfSession(tokenHash(token));

describe('signing in', () => {
  test('the right password opens a session with the roles of today', async () => {
    const found = await viewer(await session());
    expect(found).toMatchObject({
      accountId: official.id,
      grants: [{ role: 'commune_official', path: tree.commune.path }],
    });
  });

  test('a phone number is read however it is written', async () => {
    for (const written of ['0912345678', '+84 912 345 678', '0912.345.678', '84912345678'])
      expect((await viewer(await session(written)))?.accountId).toBe(official.id);
  });

  test('a wrong password, an unknown name and an account without a password get the same answer', async () => {
    const bare = await createAccountWithRole(db, 'viewer', [tree.province]);
    const attempts = [
      { identifier: official.email, password: 'wrong' },
      { identifier: 'nobody@demo.invalid', password },
      { identifier: 'not a name', password },
      { identifier: bare.email, password: '' },
    ];
    for (const attempt of attempts)
      expect(await signIn({ ...attempt, ...from })).toEqual({ ok: false, problem: 'wrong-credentials' });
  });

  test('a password kept with less work than today’s is kept anew by the first right one, and by no wrong one', async () => {
    const { id, email } = await createAccountWithRole(db, 'viewer', [tree.province], { password });
    const kept = async () =>
      (await db.account.findUniqueOrThrow({ where: { id }, select: { passwordHash: true } })).passwordHash;
    expect(await kept()).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    await signIn({ identifier: email, password: 'wrong', ...from });
    expect(await kept()).toContain('m=19456,');
    await session(email);
    expect(await kept()).toContain('$argon2id$v=19$m=65536,t=3,p=1$');
    await session(email);
  });

  test('a password that is replaced while it is looked at opens nothing', async () => {
    const { id, email } = await createAccountWithRole(db, 'viewer', [tree.province], { password });
    await session(email);
    const owner = new pg.Client({ connectionString: env.DATABASE_URL });
    await owner.connect();
    await owner.query('BEGIN');
    await owner.query(`UPDATE account SET password_hash = 'another' WHERE id = $1`, [id]);
    const tried = signIn({ identifier: email, password, ...from });
    const waits = async () =>
      (await owner.query(`SELECT FROM pg_locks WHERE NOT granted AND pg_blocking_pids(pid) @> ARRAY[pg_backend_pid()]`))
        .rowCount;
    await expect.poll(waits, { timeout: 20_000 }).toBe(1);
    await owner.query('COMMIT');
    expect(await tried).toEqual({ ok: false, problem: 'wrong-credentials' });
    expect(await db.accountSession.count({ where: { accountId: id } })).toBe(1);
    await owner.end();
  });

  test('the table holds no token that opens anything', async () => {
    const token = await session();
    const rows = await db.accountSession.findMany({ select: { tokenHash: true }, take: 100 });
    expect(rows.some((row) => Buffer.from(row.tokenHash).toString('base64url') === token)).toBe(false);
  });
});

describe('a session', () => {
  test('is over at the very next request once it was ended, for every copy of its cookie', async () => {
    const token = await session();
    expect(await viewer(token)).not.toBeNull();
    await endSession(token);
    expect(await viewer(token)).toBeNull();
    await endSession(token);
    expect(await viewer(token)).toBeNull();
  });

  test('ending one leaves the others', async () => {
    const [one, other] = [await session(), await session()];
    await endSession(one);
    expect(await viewer(other)).not.toBeNull();
  });

  test('ends by itself after twelve hours without use, and after fourteen days: she is a commune’s official', async () => {
    const [used, idle, old, over] = [await session(), await session(), await session(), await session()];
    const change = (token: string, data: object) =>
      db.accountSession.update({ where: { tokenHash: tokenHash(token) }, data });
    await change(used, { lastSeenAt: ago(11.9), createdAt: ago(13.9 * 24) });
    await change(idle, { lastSeenAt: ago(12) });
    await change(old, { createdAt: ago(14 * 24) });
    await change(over, { expiresAt: ago(0) });
    expect(await viewer(used)).not.toBeNull();
    for (const token of [idle, old, over]) expect(await viewer(token)).toBeNull();
  });

  test('loses a role the moment it is revoked, and keeps none of an account that is closed', async () => {
    const account = await createAccountWithRole(db, 'editor', [tree.province], { password });
    const token = await session(account.email);
    await db.roleGrant.updateMany({ where: { accountId: account.id }, data: { validTo: toDate(today()) } });
    expect((await viewer(token))?.grants).toEqual([]);
    await db.account.update({ where: { id: account.id }, data: { disabledAt: new Date() } });
    expect(await viewer(token)).toBeNull();
  });

  test('a made-up token opens nothing', async () => {
    for (const token of ['', 'x', 'a'.repeat(500)]) expect(await viewer(token)).toBeNull();
  });
});
