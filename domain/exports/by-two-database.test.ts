import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { agreeAsSecond } from '@/domain/agreements/agreement-commands';
import { listWaitingForSecond } from '@/domain/second-pairs/request-queries';
import { db, refusal } from '@/prisma/client';
import { createAccountWithRole, grantRole } from '@/test/factories/accounts';
import { createSession } from '@/test/factories/trainings';
import { inDays, makeCourse } from '@/test/stages/trainings';
import { makeUnion, makeViewer, signedIn, type TestUnion } from '@/test/union';
import { recordExport } from './commands';

let union: TestUnion;
let official: Viewer;
let province: Viewer;
const asked = { list: 'people', format: 'csv', total: 201, narrowedBy: [], asked: 'a' } as const;

beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
});
const request = async () => (await listWaitingForSecond(province)).at(-1) ?? expect.unreachable('nothing waits');
const agree = async () => agreeAsSecond(province, { requestId: (await request()).id });

describe('a list of more than two hundred persons', () => {
  test('leaves once, by who asked, after another agreed; one narrowed otherwise is asked for anew', async () => {
    expect(await recordExport(official, asked)).toMatchObject({ problem: 'second-asked' });
    expect(await recordExport(official, asked)).toMatchObject({ problem: 'already-asked' });
    expect(await agree()).toMatchObject({ ok: true });
    expect(await recordExport(official, { ...asked, asked: 'b' })).toMatchObject({ problem: 'second-asked' });
    expect(await recordExport(official, asked)).toMatchObject({ ok: true });
    expect(await recordExport(official, asked)).toMatchObject({ problem: 'second-asked' });
  });

  test('may be shorter by then, or longer by a twentieth; a longer one is asked for anew', async () => {
    for (const total of [150, 200, 211]) {
      const other = await makeViewer('commune_official', union.longHung);
      await recordExport(other, { ...asked, total: 190 });
      expect(await recordExport(other, asked), `${total}`).toMatchObject({ problem: 'second-asked' });
      await agree();
      expect(await recordExport(other, { ...asked, total: 212 })).toMatchObject({ problem: 'second-asked' });
      expect(await recordExport(other, { ...asked, total }), `${total}`).toMatchObject({ ok: true });
    }
  });

  test('is also one that leaves in slices within a day, of whatever list, and pairs name two women each', async () => {
    expect(await recordExport(official, { ...asked, total: 120 })).toMatchObject({ ok: true });
    const pairs = { ...asked, list: 'pairs', total: 41 } as const;
    expect(await recordExport(official, pairs)).toMatchObject({ problem: 'second-asked' });
    expect((await request()).count).toBe(82);
    expect(await recordExport(official, { ...pairs, total: 40 })).toMatchObject({ ok: true });
    expect(await recordExport(official, { ...asked, total: 1 })).toMatchObject({ problem: 'second-asked' });
    // nor does the table let an entry through that no command asked about
    const entry = { verb: 'exported', action: 'exportPeople', subjectType: 'list', actorId: official.accountId };
    const written = db.auditEntry.create({ data: { ...entry, unitId: union.longHung.id, change: { rows: 1 } } });
    expect(await written.then(() => null, refusal)).toBe('second_pair_needed');
    const other = await makeViewer('commune_official', union.longHung);
    expect(await recordExport(other, { ...asked, total: 120 })).toMatchObject({ ok: true });
  });

  test('what left by the word of another counts in no later list', async () => {
    await recordExport(official, asked);
    await agree();
    expect(await recordExport(official, asked)).toMatchObject({ ok: true });
    expect(await recordExport(official, { ...asked, total: 200 })).toMatchObject({ ok: true });
  });

  test('waits where she may take it out, whatever else she is, and one of a session where the session is', async () => {
    const account = await createAccountWithRole(db, 'trainer', [union.trangDai]);
    await grantRole(db, account, 'commune_official', union.longHung);
    const both = await signedIn(account);
    await recordExport(both, asked);
    const unitOf = async () =>
      (await db.secondPair.findUnique({ where: { id: (await request()).id }, select: { unitId: true } }))?.unitId;
    expect(await unitOf()).toBe(union.longHung.id);
    const at = (hour: string) => `${inDays(6)}T${hour}:00:00+07:00`;
    const course = { id: await makeCourse() };
    const session = await createSession(db, { course, unit: union.khuPho5, startsAt: at('08'), endsAt: at('10') });
    await recordExport(both, { ...asked, list: 'participants', sessionId: session.id });
    expect(await unitOf()).toBe(union.khuPho5.id);
  });
});
