import { env } from './env';

/** Which push services the portal speaks to, as its surroundings say. */
export const pushServices = () => ({ hosts: env.PUSH_SERVICES, loopback: env.PUSH_LOOPBACK === 'on' });
