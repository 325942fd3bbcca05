import { env } from '@/domain/ground/env';

/** Whether cookies travel by https alone. */
export const isHttps = env.PORTAL_URL.startsWith('https:');

/** Every cookie of the portal: under https it is this host's alone, so that no neighbouring host of the domain puts one in its place. Its path is "/". */
export const hostCookie = (name: string): string => `${isHttps ? '__Host-' : ''}${name}`;
