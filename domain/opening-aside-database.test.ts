import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { numbersOf } from '@/domain/people/phones/number-queries';
import { seePhone } from '@/domain/people/phones/phone-commands';
import { unveilEach, unveilPhones } from '@/domain/people/phones/unveil-phones-writes';
import { db, transaction } from '@/prisma/client';
import { keptUntilWritten } from '@/prisma/kept/kept-until-written';
import { keepNothing, keepValues } from '@/prisma/kept/kept-values';
import type { Transaction } from '@/prisma/transaction';
import { isAside, lastOf, numberOf } from '@/test/aside';
import { createMember } from '@/test/factories/people';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import type { Viewer } from './access/viewer';
import type { Opening } from './audit-draft';

let union: TestUnion;
let official: Viewer;
let her: string;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  her = (await createMember(db, union.khuPho5, { phone: '+84912345678' })).id;
});
beforeEach(keepValues);
afterEach(keepNothing);

let readings = 0;
const count = () =>
  keptUntilWritten('members of her group', async () => {
    readings++;
    return { members: await db.membership.count({ where: { unitId: union.khuPho5.id } }) };
  });

const entry = () => ({ verb: 'read', action: 'seePhone', subjectType: 'person', subjectId: her }) as const;
const join = (tx: Transaction) => createMember(tx, union.khuPho5, {});
type Write = (tx: Transaction) => Promise<unknown>;
/** A look at her number, with what is written before and after its entry. */
const look = (before: Write = async () => {}, after: Write = async () => {}): Promise<{ xid: string } & Opening> =>
  transaction(async (tx) => {
    await before(tx);
    const { opening } = await unveilPhones(tx, official, entry(), her);
    await after(tx);
    return { xid: await numberOf(tx), ...opening };
  });

describe('a look at her number', () => {
  test('is noted aside with the door that it opens, and what is kept stands', async () => {
    const { xid, ...opening } = await look();
    expect(await isAside(xid)).toBe(true);
    expect([...(await numbersOf(official, opening)).values()]).toEqual(['+84912345678']);
    const door = await lastOf('app.opening', 'entry_id', opening.entryId);
    expect(door).not.toBe(xid);
    expect(await isAside(door)).toBe(true);
    const around = async () => {
      await count();
      const before = readings;
      expect(await seePhone(official, { personId: her })).toMatchObject({ ok: true });
      await count();
      return readings - before;
    };
    // other tests may write meanwhile
    await expect.poll(around, { timeout: 60_000 }).toBe(0);
  });

  test.each([
    ['before its entry', () => look(join)],
    ['after its opening', () => look(undefined, join)],
    [
      'that is of one command',
      () => look(undefined, (tx) => tx.$executeRaw`UPDATE person SET full_name = full_name WHERE false`),
    ],
    ['that is another look', () => look(undefined, (tx) => unveilPhones(tx, official, entry(), her))],
  ])('in a transaction that writes something else %s is a writing', async (_where, written) => {
    const { xid } = await written();
    expect(await isAside(xid)).toBe(false);
  });

  test('and a woman who joined in the same transaction: whoever asks after it is told of her', async () => {
    const { members } = await count();
    await look(undefined, join);
    expect(await count()).toEqual({ members: members + 1 });
    await look(join);
    expect(await count()).toEqual({ members: members + 2 });
  });

  test('that is taken back is noted nowhere, and so is one half of which is', async () => {
    let xid = '';
    const taken = look(undefined, async (tx) => {
      xid = await numberOf(tx);
      throw new Error('taken back');
    });
    await expect(taken).rejects.toThrow('taken back');
    expect(await isAside(xid)).toBe(false);
    const half = await look(undefined, async (tx) => {
      await tx.$executeRaw`SAVEPOINT half`;
      await join(tx);
      await tx.$executeRaw`ROLLBACK TO half`;
    });
    expect(await isAside(half.xid)).toBe(false);
  });

  test('of several women at once is one', async () => {
    const other = (await createMember(db, union.khuPho5, { phone: '+84912345679' })).id;
    const xid = await transaction(async (tx) => {
      const readings = [her, other].map((row) => ({ draft: { ...entry(), subjectId: row }, row }));
      await unveilEach(tx, official, readings);
      return numberOf(tx);
    });
    expect(await isAside(xid)).toBe(true);
  });

  test.each([[['changed']], [['read', 'changed']], [['changed', 'read']]] as const)(
    'whose entries say %j is a writing: what was changed is told of figures',
    async (verbs) => {
      const xid = await transaction(async (tx) => {
        await unveilEach(
          tx,
          official,
          verbs.map((verb) => ({ draft: { ...entry(), verb }, row: her })),
        );
        return numberOf(tx);
      });
      expect(await isAside(xid)).toBe(false);
    },
  );

  test('sixteen at once: each is noted, and of sixteen who write as well none is', async () => {
    const both = Array.from({ length: 32 }, (_, at) => look(undefined, at % 2 ? join : undefined));
    const noted = await Promise.all((await Promise.all(both)).map(({ xid }) => isAside(xid)));
    expect(noted).toEqual(noted.map((_, at) => at % 2 === 0));
  });
});
