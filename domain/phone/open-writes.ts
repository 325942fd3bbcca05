import { randomBytes } from 'node:crypto';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import type { Transaction } from '@/prisma/transaction';
import type { OpenPhoneInput } from './open-input';
import type { Phone } from './phone';

const KEY_BYTES = 32;

/**
 * The phone of this browser that is hers, or a new one for whoever may use the app (`uses`); else null. Also she whose right has ended
 * gets its key: what she noted is hers to send.
 */
export async function openPhoneFor(
  tx: Transaction,
  viewer: Viewer,
  input: OpenPhoneInput,
  uses: boolean,
): Promise<Phone | null> {
  const own = await tx.device.findFirst({
    where: { id: { in: input.known }, accountId: viewer.accountId, kind: 'phone', key: { not: null } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, key: true },
  });
  if (own?.key) return toPhone(viewer, own.id, own.key);
  if (!uses) return null;
  const key = randomBytes(KEY_BYTES);
  const { id } = await tx.device.create({
    data: { accountId: viewer.accountId, kind: 'phone', label: input.label ?? null, key },
    select: { id: true },
  });
  await record(tx, viewer, { verb: 'created', action: 'openPhone', subjectType: 'device', subjectId: id });
  return toPhone(viewer, id, key);
}

const toPhone = (viewer: Viewer, deviceId: string, key: Uint8Array): Phone => ({
  accountId: viewer.accountId,
  deviceId,
  key: Buffer.from(key).toString('base64'),
  locale: viewer.locale,
  now: Date.now(),
});
