import { env } from '@/domain/ground/env';
import type { Locale } from '@/domain/locale';
import { type AccountMail, ALARM, DIGEST, REMINDED, SECOND_FACTOR, type Worded } from '@/domain/messages/message';
import { givenName } from '@/domain/order';
import { withMark } from '@/domain/texts/with-mark';
import { type AccountFacts, accountMailWords, pathOf } from '@/i18n/accounts/account-words';
import { alarmMailWords } from '@/i18n/condition/alarm-words';
import { digestTranslator, digestWords } from '@/i18n/digest-words';
import { messageTranslator, wordsOf } from '@/i18n/message-words';
import { reminderTranslator, reminderWords } from '@/i18n/reminder-words';
import { demoMark } from '@/server/outgoing/demo-mark';
import { secondFactorTranslator, secondFactorWords } from './factor-words';
import { sessionEntry } from './session-entry';

/** One e-mail, ready for any transport. */
export type Mail = {
  /** the message's own id, so that a second copy of it is known as such */
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** a calendar file that adds, changes or cancels the session */
  entry: string | null;
};

type Envelope = { id: string; to: string; name: string };
type AboutSession = Worded & Envelope & { calendarSequence: number };
type AboutReminder = Envelope & Pick<Worded, 'locale' | 'facts'> & { about: typeof REMINDED };
type AboutWeek = Envelope & Pick<Worded, 'locale' | 'facts'> & { about: typeof DIGEST };
type AboutFactor = Envelope & Pick<Worded, 'locale' | 'facts'> & { about: typeof SECOND_FACTOR };
export type AboutAccount = Envelope & { about: AccountMail; locale: Locale; told: AccountFacts };
type AboutAlarms = Envelope & Pick<Worded, 'locale' | 'facts'> & { about: typeof ALARM };
export type Addressed = AboutSession | AboutReminder | AboutWeek | AboutFactor | AboutAccount | AboutAlarms;

/**
 * Makes the words of an e-mail in its reader's language: plain text, the same as simple HTML, and the calendar file. What a demonstration sends
 * says that it is one.
 */
export function mailOf(message: Addressed, portalUrl: string, isDemo = env.DEMO === 'on'): Mail {
  const from = { portalUrl, mark: isDemo ? demoMark[message.locale] : null };
  if ('told' in message) return accountMail(message, from);
  if (message.about === ALARM) return alarmMail(message, from);
  if (message.about === REMINDED) return reminderMail(message, from);
  if (message.about === SECOND_FACTOR) return factorMail(message, from);
  return message.about === DIGEST ? digestMail(message, from) : sessionMail(message, from);
}

/** The portal that sends it, and what it says of itself where it is a demonstration. */
type From = { portalUrl: string; mark: string | null };

/** A link that opens something, or where she goes if what happened was not hers. */
function accountMail({ locale, told, name, ...envelope }: AboutAccount, from: From): Mail {
  const { subject, ...parts } = accountMailWords(locale, told, name);
  const address = `${from.portalUrl}${pathOf(locale, told)}`;
  return { ...written({ ...envelope, locale, subject, from }, { ...parts, address }), entry: null };
}

/** Three lines, and where she ends them: on her own page, signed in. */
function digestMail({ locale, facts, name, ...envelope }: AboutWeek, from: From): Mail {
  const { portalUrl } = from;
  const t = digestTranslator(locale);
  const { subject, lines } = digestWords(locale, facts);
  const parts = {
    hello: messageTranslator(locale)('mail.hello', { name: givenName(name) }),
    sentences: [t('mail.lead')],
    facts: lines,
    address: `${portalUrl}/admin`,
    open: t('mail.open'),
    footer: t('mail.footer', { address: `${portalUrl}/admin/accounts/own` }),
  };
  return { ...written({ ...envelope, locale, subject, from }, parts), entry: null };
}

/** What rang, and where it is seen to. */
function alarmMail({ locale, facts, name, ...envelope }: AboutAlarms, from: From): Mail {
  const { subject, sentences, open, footer } = alarmMailWords(locale, facts);
  const hello = messageTranslator(locale)('mail.hello', { name: givenName(name) });
  const address = `${from.portalUrl}/admin/condition`;
  return {
    ...written({ ...envelope, locale, subject, from }, { hello, sentences, facts: [], address, open, footer }),
    entry: null,
  };
}

function reminderMail({ locale, facts, name, ...envelope }: AboutReminder, from: From): Mail {
  const t = reminderTranslator(locale);
  const { subject, sentences } = reminderWords(locale, facts);
  const hello = messageTranslator(locale)('mail.hello', { name: givenName(name) });
  const parts = { hello, sentences, facts: [], address: `${from.portalUrl}/admin`, open: t('mail.open') };
  return {
    ...written({ ...envelope, locale, subject, from }, { ...parts, footer: t('mail.footer') }),
    entry: null,
  };
}

/** What changed in how she signs in, and what to do when it was not she who changed it. */
function factorMail({ locale, facts, name, ...envelope }: AboutFactor, from: From): Mail {
  const t = secondFactorTranslator(locale);
  const { subject, sentences, at } = secondFactorWords(locale, facts);
  const parts = {
    hello: messageTranslator(locale)('mail.hello', { name: givenName(name) }),
    sentences,
    facts: at,
    address: `${from.portalUrl}/admin/accounts/own`,
    open: t('mail.open'),
    footer: t('mail.footer'),
  };
  return { ...written({ ...envelope, locale, subject, from }, parts), entry: null };
}

function sessionMail(message: AboutSession, from: From): Mail {
  const { id, to, name, locale, session, about } = message;
  const t = messageTranslator(locale);
  const { subject, sentences, when, where } = wordsOf(message);
  const address = `${from.portalUrl}/admin/trainings/${session.id}`;
  const facts: [string, string][] = [
    [t('mail.session'), session.title],
    [t('mail.time'), when],
    [t('mail.place'), session.mode === 'online' || !session.hall ? where : session.hall],
  ];
  const parts = { hello: t('mail.hello', { name: givenName(name) }), sentences, facts, address, open: t('mail.open') };
  return {
    ...written({ id, to, locale, subject, from }, { ...parts, footer: t('mail.footer') }),
    entry:
      about === 'session-refused'
        ? null
        : sessionEntry(message, withMark(`${sentences.join(' ')}\n${address}`, from.mark)),
  };
}

type Written = { id: string; to: string; locale: Locale; subject: string; from: From };

const written = ({ id, to, locale, subject, from }: Written, parts: Parts) => ({
  messageId: `<${id}@${new URL(from.portalUrl).hostname}>`,
  to,
  subject,
  ...bodiesOf(
    { ...parts, sentences: from.mark ? [...parts.sentences, `(${from.mark})`] : parts.sentences },
    subject,
    locale,
  ),
});

const bodiesOf = (parts: Parts, subject: string, locale: Locale) => ({
  text: plain(parts),
  html: marked({ ...parts, subject, locale }),
});

type Parts = {
  hello: string;
  sentences: string[];
  facts: [string, string][];
  address: string;
  open: string;
  footer: string;
};

const plain = ({ hello, sentences, facts, address, open, footer }: Parts) =>
  [
    hello,
    sentences.join(' '),
    ...(facts.length > 0 ? [facts.map(([term, value]) => `${term}: ${value}`).join('\n')] : []),
    `${open}:\n${address}`,
    `-- \n${footer}`,
  ].join('\n\n');

/** No pictures, no columns, no style a reader could lose: headings, sentences, a list and one link. */
function marked({ subject, locale, ...parts }: Parts & { subject: string; locale: string }): string {
  const { hello, sentences, facts, address, open, footer } = parts;
  const body = [
    `<h1 style="font-size:1.3em">${escaped(subject)}</h1>`,
    `<p>${escaped(hello)}</p>`,
    `<p>${sentences.map(escaped).join(' ')}</p>`,
    facts.length > 0
      ? `<ul>${facts.map(([term, value]) => `<li><strong>${escaped(term)}:</strong> ${escaped(value)}</li>`).join('')}</ul>`
      : '',
    `<p><a href="${escaped(address)}">${escaped(open)}</a></p>`,
    `<hr><p>${escaped(footer)}</p>`,
  ];
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body style="font-family:sans-serif;font-size:1.1em;line-height:1.6;max-width:36em">${body.join('')}</body></html>`;
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
