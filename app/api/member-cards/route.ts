import { seatsChanged } from '@/app/cache-tags';
import { fieldsWithin, textIn } from '@/app/forms/form-fields';
import { sentForm } from '@/app/forms/sent-form';
import { consentPurposes } from '@/domain/consents/consent';
import { closeMemberCard, openMemberCard } from '@/domain/member-cards/own/open-commands';
import { cancelByMemberCard, loseMemberCard, withdrawByMemberCard } from '@/domain/member-cards/own/own-deed-commands';
import { localeAsked } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { forgetCard, giveOpening, keptCard, keptOpening } from '@/server/sign-in/member-card';
import { noteRefusal } from '@/server/still/shared';

const FIELDS_MAX = 20;
const DIGITS_MAX = 20;

type Asked = Record<string, string>;

/**
 * The plain forms of whoever holds a card: opening it by her digits, what she may do in its ten minutes, and ending them. Tries are counted
 * for the card alone; the front refuses foreign origins.
 */
export async function POST(request: Request) {
  const received = await sentForm(request);
  if (received instanceof Response) return received;
  const form = fieldsWithin(received, FIELDS_MAX);
  if (!form) return new Response(null, { status: 413 });
  const asked = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, textIn(value)]));
  const page = hrefTo(localeAsked(asked.language), 'memberCard');
  if (asked.do === 'open') return open(page, asked);
  const opening = await keptOpening();
  if (!opening) return seeOther(`${page}?said=over`);
  return (await inside(page, opening, asked)) ?? new Response(null, { status: 400 });
}

async function open(page: string, { password = '' }: Asked) {
  const card = await keptCard();
  if (!card) return seeOther(`${page}?said=scan-again`);
  const result = await openMemberCard(card, password.slice(0, DIGITS_MAX));
  if (result.ok) {
    await giveOpening(result.value.opening);
    return seeOther(page);
  }
  const isGuess = result.problem === 'wrong-digits' || result.problem === 'must-wait';
  // many cards that are tried from one network ring, as accounts do
  noteRefusal({ reason: result.problem, ...(isGuess ? { tried: `card ${card}` } : {}) });
  const seconds = result.problem === 'must-wait' ? result.detail?.seconds : undefined;
  return seconds ? tooMany(page, seconds) : seeOther(`${page}?problem=${result.problem}`);
}

async function inside(page: string, opening: string, asked: Asked): Promise<Response | null> {
  if (asked.do === 'close') {
    await closeMemberCard(opening);
    await forgetCard();
    return seeOther(`${page}?said=over`);
  }
  if (asked.do === 'lose') {
    const lost = await loseMemberCard(opening);
    await forgetCard();
    return seeOther(`${page}?said=${lost.ok ? 'lost' : 'over'}`);
  }
  if (asked.do === 'cancel') {
    const result = await cancelByMemberCard(opening, asked.enrolmentId ?? '');
    if (result.ok) seatsChanged(result.value.sessionId);
    return seeOther(`${page}?part=places&${result.ok ? 'said=cancelled' : `problem=${result.problem}`}`);
  }
  const purpose = consentPurposes.find((each) => each === asked.purpose);
  if (asked.do !== 'withdraw' || !purpose) return null;
  const result = await withdrawByMemberCard(opening, purpose);
  return seeOther(`${page}?part=data&${result.ok ? 'said=withdrawn' : `problem=${result.problem}`}`);
}

const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } });

/** A program reads that this card has to wait; a browser goes on to the form, which says so in words. */
const tooMany = (page: string, seconds: string) =>
  new Response(null, {
    status: 429,
    headers: { 'retry-after': seconds, refresh: `0; url=${page}`, 'cache-control': 'private, no-store' },
  });
