import { randomBytes } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Mail } from './mail';

/** How a mail leaves the portal. `send` rejects with the mail library's error. */
export type MailTransport = { send(mail: Mail): Promise<void>; close(): void };

type Options = { smtpUrl: string | undefined; from: string; folder: string };

/** Hands mails to a mail server, or without one writes each as a file that any mail program opens. */
export const openTransport = ({ smtpUrl, from, folder }: Options): MailTransport =>
  smtpUrl ? smtpTransport(smtpUrl, from) : fileTransport(folder, from);

const composed = ({ messageId, to, subject, text, html, entry }: Mail) => ({
  messageId,
  to,
  subject,
  text,
  html,
  headers: { 'Auto-Submitted': 'auto-generated' },
  disableFileAccess: true,
  disableUrlAccess: true,
  ...(entry && {
    attachments: [
      { filename: 'tap-huan.ics', content: entry, contentType: 'text/calendar; charset=utf-8; method=PUBLISH' },
    ],
  }),
});

/** Milliseconds; together they stay well below the time for which a message is claimed. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000, dnsTimeout: 15_000 };

function smtpTransport(url: string, from: string): MailTransport {
  const transport = createTransport({ url, pool: true, maxConnections: 1, ...PATIENCE }, { from });
  return {
    send: async (mail) => {
      await transport.sendMail(composed(mail));
    },
    close: () => transport.close(),
  };
}

function fileTransport(folder: string, from: string): MailTransport {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' }, { from });
  return {
    send: async (mail) => {
      const { message } = await transport.sendMail(composed(mail));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // under the message's own id: sent twice it is one file, and one that is there is whole
      const place = join(folder, `${idOf(mail)}.eml`);
      const aside = `${place}.${randomBytes(4).toString('hex')}`;
      await writeFile(aside, message as Buffer, { mode: 0o600 });
      await rename(aside, place);
    },
    close: () => transport.close(),
  };
}

const idOf = ({ messageId }: Mail) => messageId.slice(1, messageId.indexOf('@'));
