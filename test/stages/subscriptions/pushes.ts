import { env } from '@/domain/ground/env';
import { pushKeys } from '@/domain/ground/push-keys';
import { sendDuePushes } from '@/domain/subscriptions/pushing/push-commands';
import { db } from '@/prisma/client';
import { PushSender } from '@/server/subscriptions/push-sender';

/** The sender of one process, that has patience for less than a second. */
export function openSender(patience = 800): PushSender {
  const keys = pushKeys();
  if (!keys) throw new Error('no pair of keys');
  const services = { hosts: 'fcm.googleapis.com', loopback: env.PUSH_LOOPBACK === 'on' };
  return new PushSender({ keys, subject: 'mailto:hoi@example.org', services, patience });
}

/** Has everybody told whose turn it is, as the job does; says how many were. */
export async function tell(sender = openSender(), mayGoOn = async () => true): Promise<number> {
  return sendDuePushes(mayGoOn, sender.send);
}

/** The time for which devices wait, or are another process's, is over. */
export const passWaiting = () => db.push.updateMany({ data: { notBefore: new Date(Date.now() - 1_000) } });

/** The round of an article in Vietnamese, once it was begun. */
export const roundOf = (articleId: string) =>
  db.pushRound.findUnique({ where: { articleId_locale: { articleId, locale: 'vi' } } });
