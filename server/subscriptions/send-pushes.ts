import 'server-only';
import { env } from '@/domain/ground/env';
import { pushKeys } from '@/domain/ground/push-keys';
import { pushServices } from '@/domain/ground/push-services';
import { sendDuePushes } from '@/domain/subscriptions/pushing/push-commands';
import { PushSender } from './push-sender';

let sender: PushSender | undefined;

/** Tells devices what is due, over one sender for as long as the process lives: it knows which push services rest. */
export async function sendPushes(mayGoOn: () => Promise<boolean>): Promise<number> {
  const keys = pushKeys();
  if (!keys) return 0;
  sender ??= new PushSender({
    keys,
    subject: env.PUSH_SUBJECT,
    services: pushServices(),
  });
  return sendDuePushes(mayGoOn, sender.send);
}
