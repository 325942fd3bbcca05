import 'server-only';
import { env } from '@/domain/ground/env';
import { withoutDeed } from '../entrance/deed-told';

/** Where she wanted to go before she signed in: only a path of the portal itself, which tells of no deed; anything else leads to the overview. */
export function ownPath(asked: unknown): string {
  if (typeof asked !== 'string') return '/admin';
  const parsed = URL.canParse(asked, env.PORTAL_URL) ? new URL(asked, env.PORTAL_URL) : null;
  // a path of two slashes is the name of another host to whoever reads it next
  const isOwn = parsed?.origin === new URL(env.PORTAL_URL).origin && !parsed.pathname.startsWith('//');
  return isOwn ? withoutDeed(parsed.pathname + parsed.search) : '/admin';
}
