import { expect, test } from 'vitest';
import { record } from '@/domain/audit-writes';
import { db, transaction } from '@/prisma/client';

const line = { verb: 'changed', action: 'editPerson', subjectType: 'person' } as const;
const written = async (action: string) => {
  await transaction((tx) => record(tx, null, { ...line, action }));
  return (await db.auditEntry.findFirst({ where: { action } })) ?? expect.unreachable();
};

test('a line of the trail cannot be changed, deleted or emptied away, neither by the portal nor by the owner of the tables', async () => {
  const { id } = await written('stays');
  for (const role of ['portal_app', 'none'])
    for (const change of [
      `UPDATE audit_entry SET action = 'other' WHERE id = '${id}'`,
      `DELETE FROM audit_entry WHERE id = '${id}'`,
      'TRUNCATE audit_entry CASCADE',
      `UPDATE audit_seal SET hash = '' WHERE entry_id = '${id}'`,
      `DELETE FROM audit_seal WHERE entry_id = '${id}'`,
    ])
      await expect(
        db.$transaction(async (tx) => {
          await tx.$executeRawUnsafe(`SET LOCAL ROLE ${role}`);
          await tx.$executeRawUnsafe(change);
        }),
        `${role}: ${change}`,
      ).rejects.toThrow(/append-only|permission denied/);
  expect(await db.auditEntry.findUnique({ where: { id } })).toMatchObject({ action: 'stays' });
  // The rule of the tables is not alone in refusing: the portal's own role holds no right to.
  const rights =
    await db.$queryRaw`SELECT t, p FROM unnest('{audit_entry,audit_seal}'::text[]) t, unnest('{UPDATE,DELETE,TRUNCATE}'::text[]) p
    WHERE has_table_privilege('portal_app', t, p)`;
  expect(rights).toEqual([]);
});

test('each line that stands is a link of the chain, in the order of commits; one taken back leaves no hole', async () => {
  await expect(
    transaction(async (tx) => {
      await record(tx, null, { ...line, action: 'taken-back' });
      throw new Error('taken back');
    }),
  ).rejects.toThrow('taken back');
  await Promise.all(['one', 'two', 'three'].map(written));
  const [{ loose = -1, holes = -1 } = {}] = await db.$queryRaw<{ loose: number; holes: number }[]>`
    SELECT (SELECT count(*)::int FROM audit_entry e WHERE NOT EXISTS (SELECT FROM audit_seal s WHERE s.entry_id = e.id)) AS loose,
      (SELECT (max(position) - count(*))::int FROM audit_seal) AS holes`;
  expect({ loose, holes }).toEqual({ loose: 0, holes: 0 });
  expect(await db.auditEntry.count({ where: { action: 'taken-back' } })).toBe(0);
  expect(await db.$queryRaw`SELECT * FROM app.verify_audit()`).toEqual([]);
});

test('a forged line is found by the chain', async () => {
  const { id } = await written('forged');
  await expect(
    db.$transaction(async (tx) => {
      await tx.$executeRawUnsafe('SET LOCAL ROLE none');
      await tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica');
      await tx.$executeRawUnsafe(`UPDATE audit_entry SET action = 'innocent' WHERE id = '${id}'`);
      const found = await tx.$queryRaw<{ problem: string }[]>`SELECT problem FROM app.verify_audit()`;
      expect(found).toEqual([{ problem: 'hash differs' }]);
      throw new Error('and taken back');
    }),
  ).rejects.toThrow('and taken back');
});
