import 'server-only';
import { cookies } from 'next/headers';
import { OPEN_MINUTES } from '@/domain/member-cards/member-card';
import { shared } from '../still/shared';
import { hostCookie, isHttps } from './cookie-name';

/** The card that was scanned, as long as it may have to wait for its digits, and what they opened. */
const CARD_COOKIE = hostCookie('member-card');
const OPENING_COOKIE = hostCookie('member-card-opening');

const CARD_TOKEN = /^[0-9a-f]{64}$/;
const OPENING_TOKEN = /^[\w-]{43}$/;

/** Longer than a card ever waits. */
const CARD_MINUTES = 70;

const kept = { httpOnly: true, sameSite: 'strict' as const, secure: isHttps, path: '/' };

/** A token that no card has: in place of what is none at all. */
const OF_NO_CARD = '0'.repeat(64);

/** Keeps the token of a card that was scanned, out of every address. */
export async function keepCard(token: string): Promise<void> {
  const jar = await cookies();
  jar.set(CARD_COOKIE, CARD_TOKEN.test(token) ? token : OF_NO_CARD, { ...kept, maxAge: CARD_MINUTES * 60 });
  // whoever scans another card is not to see what the one before opened
  jar.set(OPENING_COOKIE, '', { ...kept, maxAge: 0 });
}

/** Gives her phone what her digits opened; the card itself is not needed any more. */
export async function giveOpening(opening: string): Promise<void> {
  const jar = await cookies();
  jar.set(OPENING_COOKIE, opening, { ...kept, maxAge: OPEN_MINUTES * 60 });
  jar.set(CARD_COOKIE, '', { ...kept, maxAge: 0 });
}

/** Leaves nothing of hers on the device. */
export async function forgetCard(): Promise<void> {
  const jar = await cookies();
  for (const name of [CARD_COOKIE, OPENING_COOKIE]) jar.set(name, '', { ...kept, maxAge: 0 });
}

async function tokenIn(name: string, looks: RegExp): Promise<string | null> {
  const token = (await cookies()).get(name)?.value;
  return token && looks.test(token) ? token : null;
}

export const keptCard = () => tokenIn(CARD_COOKIE, CARD_TOKEN);
export const keptOpening = () => tokenIn(OPENING_COOKIE, OPENING_TOKEN);

/** The page that is being drawn is left by the browser itself, without a script, once these seconds are over. */
export function leaveAfter(seconds: number, to: string): void {
  const drawing = shared.drawing.getStore();
  if (drawing) drawing.refresh = `${seconds}; url=${to}`;
}
