import 'server-only';
import type { MadeInvitation } from '@/domain/accounts/invitations/invitation';
import type { MadeReset } from '@/domain/accounts/resets/reset';
import { env } from '@/domain/ground/env';
import type { Locale } from '@/domain/locale';
import { withMark } from '@/domain/texts/with-mark';
import { type Forgotten, type Invited, pathOf, readyWords } from '@/i18n/accounts/account-words';
import { demoMark } from '@/server/outgoing/demo-mark';

/** A link and the words that go with it, for an answer that is shown once. A demonstration says that it is one. */
function ready(locale: Locale, told: Invited | Forgotten) {
  const words = readyWords(locale, told, env.PORTAL_URL);
  return {
    link: `${env.PORTAL_URL}${pathOf(locale, told)}`,
    words: withMark(words, env.DEMO === 'on' ? demoMark[locale] : null),
    until: told.until.toISOString(),
  };
}

/** What is said of a link for a new password that was just made. */
export const readyReset = ({ locale, token, expiresAt }: MadeReset) =>
  ready(locale, { about: 'password-forgotten', token, until: expiresAt });

/** What is said of an invitation that was just made or sent again. */
export const readyInvitation = ({ locale, expiresAt, isMailed, ...made }: MadeInvitation) => ({
  ...ready(locale, { ...made, about: 'account-invited', until: expiresAt }),
  by: isMailed ? 'mail' : 'words',
});
