import { createTranslator } from 'use-intl/core';
import type { Role } from '@/domain/access/permissions';
import type { AccountMail } from '@/domain/messages/message';
import { givenName } from '@/domain/order';
import { formatInstant } from '../format';
import type { Locale } from '../locales';
import accessEn from '../messages/en/access.json';
import en from '../messages/en/accounts.json';
import accessVi from '../messages/vi/access.json';
import vi from '../messages/vi/accounts.json';
import { hrefTo } from '../routes';

const messages = { vi, en };
const roles = { vi: accessVi.roles, en: accessEn.roles };
const translator = (locale: Locale) => createTranslator({ locale, messages: messages[locale] });

/** A link that opens something, and until when. */
type Opening = { token: string; until: Date };
export type Invited = Opening & { about: 'account-invited'; role: Role; unitName: string };
export type Forgotten = Opening & { about: 'password-forgotten' };
export type Changed = { about: 'password-changed'; at: Date };
export type AccountFacts = { about: AccountMail } & (Invited | Forgotten | Changed);

/** Where a link leads, within the portal. */
export const pathOf = (locale: Locale, told: AccountFacts): string => {
  if (told.about === 'account-invited') return `/admin/invitation/${told.token}`;
  if (told.about === 'password-forgotten') return hrefTo(locale, 'newPassword', { slug: told.token });
  return hrefTo(locale, 'forgottenPassword');
};

function valuesOf(locale: Locale, told: AccountFacts) {
  const instant = told.about === 'password-changed' ? told.at : told.until;
  const invited = told.about === 'account-invited' && { role: roles[locale][told.role], unit: told.unitName };
  return { role: '', unit: '', ...invited, at: formatInstant(locale, instant) };
}

/** The words of a letter about an account; `name` is hers, where she has an account. */
export function accountMailWords(locale: Locale, told: AccountFacts, name: string) {
  const t = translator(locale);
  const values = valuesOf(locale, told);
  return {
    subject: t(`mails.${told.about}.subject`),
    hello: name ? t('mails.hello', { name: givenName(name) }) : t('mails.helloStranger'),
    sentences: [t(`mails.${told.about}.text`, values), t(`mails.${told.about}.then`, values)],
    facts: [] as [string, string][],
    open: t(`mails.${told.about}.open`),
    footer: t(`mails.${told.about}.footer`),
  };
}

/** The same in one piece, for whoever sends it on by hand: words, and the address in a line of its own. */
export function readyWords(locale: Locale, told: Invited | Forgotten, portalUrl: string): string {
  const t = translator(locale);
  return `${t(`mails.${told.about}.ready`, valuesOf(locale, told))}\n${portalUrl}${pathOf(locale, told)}`;
}
