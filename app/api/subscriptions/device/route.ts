import { publicJson } from '@/app/forms/public-json';
import { ok } from '@/domain/result';
import { findDevice } from '@/domain/subscriptions/queries';
import { deviceInput } from '@/domain/subscriptions/subscription';
import { toldDevice } from '../told-device';

/** What a device follows. It is asked like this because its address must stand in no address, and so in no log. */
export const POST = publicJson({
  problems: 'subscriptions.problems',
  schema: deviceInput,
  run: async (input, locale) => ok(await findDevice(input, locale)),
  told: toldDevice,
});
