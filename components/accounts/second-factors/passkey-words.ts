import type { useTranslations } from 'next-intl';
import { type PasskeyTrouble, passkeyTroubles } from './passkey-trouble';

type Say = ReturnType<typeof useTranslations<'second-factors'>>;

/** What each trouble is called where a passkey is made, or opens the second step. */
export const passkeyWords = (t: Say, deed: 'make' | 'open'): Record<PasskeyTrouble, string> =>
  Object.fromEntries(passkeyTroubles.map((each) => [each, t(`troubles.${deed}.${each}`)])) as Record<
    PasskeyTrouble,
    string
  >;
