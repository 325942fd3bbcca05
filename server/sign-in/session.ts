import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { beginAsking } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { findPublishedLetterLocale } from '@/domain/accounts/queries';
import { isFreshSession } from '@/domain/accounts/second-factors/second-factor';
import { renewToken, touchSession } from '@/domain/accounts/session-commands';
import { type SessionStanding, standingOfSession } from '@/domain/accounts/session-queries';
import { SESSION_LONGEST_HOURS } from '@/domain/accounts/sessions/session-limit';
import { tokenHash } from '@/domain/accounts/token';
import type { Locale } from '@/domain/locale';
import { hrefTo } from '@/i18n/routes';
import { giveCookie, shared } from '../still/shared';
import { hostCookie, isHttps } from './cookie-name';

/** The cookie as next-auth is told to name it (server/sign-in/auth.ts). */
export const SESSION_COOKIE = hostCookie('next-auth.session-token');

/** What her session opens, or null. Looked up once a request, in the database each time; the front hears whose request it was. */
const look = cache(async (): Promise<SessionStanding | null> => {
  const drawing = shared.drawing.getStore();
  // once an answer has begun nobody can be given a cookie any more: the token is exchanged by who asks first
  const isFirst = drawing !== undefined && drawing.account === undefined && !drawing.inner;
  const found = await findStanding(isFirst);
  if (found) beginAsking(found.viewer);
  if (drawing) drawing.account = found?.owes === null ? found.viewer.accountId : null;
  return found;
});

/** The viewer, or null: a session that owes its second factor is nobody. */
export async function getViewer(): Promise<Viewer | null> {
  const found = await look();
  return found?.owes === null ? found.viewer : null;
}

/** The id of the session with which she asks, or null: which one of hers is this one. */
export const getSessionId = async (): Promise<string | null> =>
  (await getViewer()) ? ((await look())?.session.id ?? null) : null;

/** Where signing out leads from whatever her session opens: who came by a provider reads that she is still signed in there. */
export async function pageAfterLeaving(otherwise: string, language?: Locale): Promise<string> {
  const found = await look();
  if (!found?.session.byProvider) return otherwise;
  return `${hrefTo(language ?? found.viewer.locale, 'signIn')}?said=left`;
}

/** The token of her session, as her cookie has it. */
export const sessionToken = async (): Promise<string | undefined> => (await cookies()).get(SESSION_COOKIE)?.value;

/**
 * The cookie that next-auth set holds the token of a row and nothing else, so it is read here: next-auth would call her signed
 * out whose row cannot be asked for just now.
 */
async function findStanding(mayRenew: boolean): Promise<SessionStanding | null> {
  const token = await sessionToken();
  if (!token) return null;
  const found = await standingOfSession(tokenHash(token));
  if (!found || found.owes === 'step') return found;
  await touchSession(found.session);
  if (found.session.wantsRenewal && mayRenew) {
    const renewed = await renewToken(found.session, token);
    if (renewed) giveToken(renewed);
  }
  return found;
}

/** The cookie as next-auth sets it when she signs in. */
const giveToken = (token: string) =>
  giveCookie(
    `${SESSION_COOKIE}=${token}; Path=/; Max-Age=${SESSION_LONGEST_HOURS * 3_600}; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`,
  );

/**
 * The viewer; a visitor who is not signed in is led to sign in, and back to where she wanted to go. Who owes her second factor is led to
 * where she gives or gets it.
 */
export async function requireViewer(): Promise<Viewer> {
  const found = await look();
  if (found?.owes === null) return found.viewer;
  if (found?.owes === 'set-up') return redirect(SET_UP as never);
  return redirect(await signInAddress(found));
}

/** Whose account it is, for the page that sets up her second factor and for its forms: with no role while she owes one. */
/** `isFresh`: she typed her password a moment ago. */
export type Owner = Viewer & { sessionId: string; due: Date | null; owes: boolean; isFresh: boolean };

/** The owner of the account, also while she owes a second factor that she has never set up; null for anybody else. */
export async function getOwner(): Promise<Owner | null> {
  const found = await look();
  if (!found || found.owes === 'step') return null;
  const { id, createdAt, byProvider } = found.session;
  // who comes by a provider may have typed nothing there today
  const isFresh = !byProvider && isFreshSession(createdAt, new Date());
  return { ...found.viewer, sessionId: id, due: found.due, owes: found.owes !== null, isFresh };
}

/** The same; anybody else is led to sign in. */
export const requireOwner = async (): Promise<Owner> =>
  (await getOwner()) ?? redirect(await signInAddress(await look()));

const INVITATION = /^\/admin\/invitation\/([0-9a-f]{64})(\?|$)/;

/** The language of whoever's session it is, whatever it opens, or of the letter that invites her; null for a stranger. */
export async function getSpokenLocale(): Promise<Locale | null> {
  const found = await look();
  if (found) return found.viewer.locale;
  const token = INVITATION.exec((await headers()).get('x-portal-path') ?? '')?.[1];
  return token ? letterLocale(token) : null;
}
const letterLocale = cache((token: string) => findPublishedLetterLocale(tokenHash(token)));

/** Who owes the second step of signing in, and whether a provider vouched for her: null for everybody else. */
export async function getOwing(): Promise<(Viewer & { byProvider: boolean }) | null> {
  const found = await look();
  return found?.owes === 'step' ? { ...found.viewer, byProvider: found.session.byProvider } : null;
}

/** Until when she has time to set up a second factor; null where she has one, or none is asked of her. */
export async function secondFactorDueOf(): Promise<Date | null> {
  const found = await look();
  return found?.owes === null ? found.due : null;
}

const SET_UP = '/admin/accounts/own/second-factor';

async function signInAddress(found: SessionStanding | null): Promise<never> {
  const asked = (await headers()).get('x-portal-path') ?? '/admin';
  const page = found ? hrefTo(found.viewer.locale, 'secondStep') : hrefTo('vi', 'signIn');
  return `${page}?callbackUrl=${encodeURIComponent(asked)}` as never;
}
