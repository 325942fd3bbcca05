import { toDate, today } from '@/domain/days/day';
import { pushKeys } from '@/domain/ground/push-keys';
import type { PushKeys } from '@/domain/ground/push-pair';
import { pushServices } from '@/domain/ground/push-services';
import type { Locale } from '@/domain/locale';
import { ok, problem, type Result } from '@/domain/result';
import { findPublishedCommune } from '@/domain/units/queries';
import { db, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { isOfPushService } from './push-service';
import { findDevice } from './queries';
import { hashOfEndpoint, sealedDevice } from './sealing';
import {
  type Device,
  type EndInput,
  FOLLOWS_MAX,
  type FollowInput,
  type FollowProblem,
  type MoveInput,
  type Reach,
} from './subscription';

/**
 * A device follows something from now on, told in the language in which it asked last. Twice is once. `instead`: what it followed
 * until now and wants no more.
 */
export async function followOnDevice(input: FollowInput, locale: Locale): Promise<Result<Device, FollowProblem>> {
  const pair = pushKeys();
  if (!pair) return problem('not-open');
  if (!isOfPushService(input.reach.endpoint, pushServices())) return problem('service-unknown');
  const subject = await subjectOf(input);
  if (!subject) return problem('nothing-there');
  const kept = await transaction(async (tx) => {
    const deviceId = await holdDevice(tx, input.reach, locale, pair);
    if (input.instead) await tx.follow.deleteMany({ where: { id: input.instead, subscriptionId: deviceId } });
    const [row] = await tx.$queryRaw<{ others: number }[]>`
      SELECT count(*)::int AS others FROM follow WHERE subscription_id = ${deviceId}::uuid
        AND (commune_id, topic_id, alerts_alone) IS DISTINCT FROM (${subject.communeId}::uuid, ${subject.topicId}::uuid, ${subject.alertsAlone}::boolean)`;
    if ((row?.others ?? 0) >= FOLLOWS_MAX) return false;
    await tx.$executeRaw`
      INSERT INTO follow (id, subscription_id, commune_id, topic_id, alerts_alone)
      VALUES (app.uuid7(), ${deviceId}::uuid, ${subject.communeId}::uuid, ${subject.topicId}::uuid, ${subject.alertsAlone}::boolean)
      ON CONFLICT DO NOTHING`;
    return true;
  });
  return kept ? ok(await findDevice(input.reach, locale)) : problem('too-many');
}

/** Ends what a device names of what it follows, or all of it. With the last of it nothing of the device is kept. */
export async function endOnDevice({ endpoint, follows }: EndInput, locale: Locale): Promise<Result<Device, never>> {
  const pair = pushKeys();
  const device = pair && { endpointHash: hashOfEndpoint(endpoint, pair) };
  if (device)
    await transaction(async (tx) => {
      // held: what it begins to follow at the same time comes before or after, and does not go with the row
      await tx.$queryRaw`SELECT id::text FROM subscription WHERE endpoint_hash = ${device.endpointHash} FOR UPDATE`;
      await tx.follow.deleteMany({ where: { subscription: device, ...(follows && { id: { in: follows } }) } });
      await tx.subscription.deleteMany({ where: { ...device, follows: { none: {} } } });
    });
  return ok(await findDevice({ endpoint }, locale));
}

/** A browser has given a device another address: what it follows goes along, unless it follows something there by now. */
export async function moveDevice(
  { reach, former }: MoveInput,
  locale: Locale,
): Promise<Result<Device, 'not-open' | 'service-unknown'>> {
  const pair = pushKeys();
  if (!pair) return problem('not-open');
  if (!isOfPushService(reach.endpoint, pushServices())) return problem('service-unknown');
  const row = sealedDevice(reach, pair);
  const where = { endpointHash: hashOfEndpoint(former, pair) };
  const known = await db.subscription.findUnique({ where: { endpointHash: row.endpointHash }, select: { id: true } });
  if (!known) await db.subscription.updateMany({ where, data: { ...row, refusals: 0 } });
  else if (reach.endpoint !== former) await db.subscription.deleteMany({ where });
  return ok(await findDevice(reach, locale));
}

/** What is followed, as rows name it; null where there is no such commune or topic. */
async function subjectOf({ followed: { commune, topic, alertsAlone } }: FollowInput) {
  const [place, topics] = await Promise.all([
    commune === undefined ? null : findPublishedCommune(commune),
    topic === undefined ? [] : topicsByCode(topic),
  ]);
  if ((commune !== undefined && !place) || (topic !== undefined && topics.length === 0)) return null;
  return { communeId: place?.id ?? null, topicId: topics[0]?.id ?? null, alertsAlone };
}

/** Only a topic that readers can choose. */
const topicsByCode = (code: string): Promise<{ id: string }[]> =>
  db.skill.findMany({
    where: { code, OR: [{ retiredOn: null }, { retiredOn: { gt: toDate(today()) } }] },
    select: { id: true },
    take: 1,
  });

/** The row of a device, made when it follows for the first time, and held: what it follows is counted once at a time. */
async function holdDevice(tx: Transaction, reach: Reach, locale: Locale, keys: PushKeys): Promise<string> {
  const { endpointHash, sealed, pair } = sealedDevice(reach, keys);
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO subscription (id, endpoint_hash, sealed, pair, locale) VALUES (app.uuid7(), ${endpointHash}, ${sealed}, ${pair}, ${locale})
    ON CONFLICT (endpoint_hash) DO UPDATE SET sealed = excluded.sealed, pair = excluded.pair, locale = excluded.locale, refusals = 0
    RETURNING id::text`;
  if (!row) throw new Error('a device without a row');
  return row.id;
}
