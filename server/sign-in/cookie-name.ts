import { env } from '@/domain/ground/env';

/** Whether cookies travel by https alone. */
export const isHttps = env.PORTAL_URL.startsWith('https:');

/** A cookie that goes along to every page: under https it is this host's alone, so that no neighbouring host of the domain puts one in its place. */
export const hostCookie = (name: string): string => `${isHttps ? '__Host-' : ''}${name}`;

/** One that goes to a few addresses alone, which the prefix of a host forbids: under https nobody puts one in its place by http. */
export const narrowCookie = (name: string): string => `${isHttps ? '__Secure-' : ''}${name}`;
