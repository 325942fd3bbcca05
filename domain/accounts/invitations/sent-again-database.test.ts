import { expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { createTree } from '@/test/factories/units';
import { ownerReads } from '@/test/owner';
import { makeViewer } from '@/test/union';
import { inviteAccount, sendInvitationAgain } from './invite-commands';

test('an invitation to a role that two agreed to is sent again within the hours of their word, and no later', async () => {
  const tree = await createTree(db);
  const province = await makeViewer('province_official', tree.province);
  const administrator = await makeViewer('system_administrator', tree.province);
  const asked = { action: 'giveRole', payload: {}, askedById: province.accountId, role: 'editor' as const };
  const { id: requestId } = await db.secondPair.create({
    data: { ...asked, unitId: tree.province.id, expiresAt: new Date(Date.now() + 60_000) },
    select: { id: true },
  });
  const answer = { answer: 'agreed' as const, answeredById: administrator.accountId, answeredAt: new Date() };
  await db.secondPair.update({ where: { id: requestId }, data: answer, select: { id: true } });
  const contact = { email: `moi-${requestId.slice(-8)}@demo.invalid` };
  const invited = await inviteAccount(province, { contact, role: 'commune_official', unitId: tree.commune.id });
  const id = invited.ok && 'id' in invited.value ? invited.value.id : expect.unreachable();
  await ownerReads('UPDATE invitation SET request_id = $2 WHERE id = $1', [id, requestId]);
  const ago = (hours: number) =>
    ownerReads(
      `SET session_replication_role = replica; UPDATE second_pair SET answered_at = now() - interval '${hours} hours' WHERE id = '${requestId}'`,
    );
  await ago(70);
  const again = await sendInvitationAgain(province, { invitationId: id });
  const until = again.ok ? again.value.expiresAt.getTime() : 0;
  expect((until - Date.now()) / 3_600_000).toBeCloseTo(2, 0);
  await ago(73);
  expect(await sendInvitationAgain(province, { invitationId: id })).toMatchObject({ problem: 'invitation-over' });
});
