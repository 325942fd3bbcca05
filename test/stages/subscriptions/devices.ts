import type { Locale } from '@/domain/locale';
import { followOnDevice } from '@/domain/subscriptions/commands';
import type { Device, FollowInput } from '@/domain/subscriptions/subscription';
import { makeDevice } from '@/test/servers/push-service';

/** Devices that follow something, as a browser has them do it. */
export type TestDevice = ReturnType<typeof makeDevice>;

const FCM = 'https://fcm.googleapis.com/fcm/send';
let count = 0;

/** A device of a known push service that nothing is sent to. */
export const someDevice = (name = `device-${++count}`): TestDevice => makeDevice(FCM, name);

export const followInputOf = (
  { reach }: TestDevice,
  followed: Partial<FollowInput['followed']> = {},
  rest: Partial<FollowInput> = {},
): FollowInput => ({ reach, followed: { alertsAlone: false, ...followed }, ...rest });

/** A device follows something; what it follows then. */
export async function followed(
  device: TestDevice,
  what: Partial<FollowInput['followed']> = {},
  { locale = 'vi', ...rest }: Partial<FollowInput> & { locale?: Locale } = {},
): Promise<Device> {
  const result = await followOnDevice(followInputOf(device, what, rest), locale);
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}
