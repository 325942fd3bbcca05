import 'server-only';
import { join } from 'node:path';
import { env } from '@/domain/ground/env';
import { startOnce } from '../background';
import { log } from '../log';
import { MailSender } from './sender';
import { openTransport } from './transport';

/** Begins to send what waits, in this process; several processes on one database share the work. */
export function startMail(): void {
  startOnce('mail', () => {
    const sender = new MailSender({
      transport: openTransport({ smtpUrl: env.SMTP_URL, from: env.MAIL_FROM, folder: join(env.DATA_DIR, 'mail') }),
      portalUrl: env.PORTAL_URL,
      database: env.DATABASE_URL,
      log,
    });
    sender.start();
    return sender;
  });
}
