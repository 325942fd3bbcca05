/** Why an e-mail did not leave, as people understand it. Words of each stand in `i18n/messages/messages` and `…/condition`. */
export const mailTroubles = ['address', 'unreachable', 'settings', 'interrupted', 'restored', 'other'] as const;
export type MailTrouble = (typeof mailTroubles)[number];

const beginnings: readonly [RegExp, MailTrouble][] = [
  [/^EENVELOPE\b/, 'address'],
  [
    /^(ESOCKET|ECONNECTION|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EPIPE|ETIMEDOUT|EDNS)\b/,
    'unreachable',
  ],
  [/^(EAUTH|ETLS|EREQUIRETLS|ENOAUTH|EOAUTH2|ECONFIG)\b/, 'settings'],
  [/^INTERRUPTED$/, 'interrupted'],
  [/^RESTORED$/, 'restored'],
];

/** The meaning of a code that the sender keeps (server/mail/sender.ts): people are told this, and the code is for who keeps the machine. */
export const mailTroubleOf = (code: string): MailTrouble =>
  beginnings.find(([beginning]) => beginning.test(code))?.[1] ?? 'other';
