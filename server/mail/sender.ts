import 'server-only';
import pg from 'pg';
import type { Logger } from 'pino';
import { mailOf } from './mail';
import { ATTEMPTS_MAX, type Claim, claimMail, markDiscarded, markFailed, markSent, readMail } from './outbox';
import type { MailTransport } from './transport';

type Options = {
  transport: MailTransport;
  portalUrl: string;
  /** address of the database that wakes it when something is to be sent */
  database: string;
  log: Pick<Logger, 'warn' | 'info'>;
};

/** Milliseconds between two looks when nobody wakes it: for what is to be tried again, and for wakes that were missed. */
const LOOKS = 30_000;

/**
 * Sends the e-mails of the outbox, one after the other, as long as the process lives. At least once: a process killed
 * at the worst moment sends a mail again, under the same Message-ID (decision 0016).
 */
export class MailSender {
  private timer: NodeJS.Timeout | undefined;
  private ear: pg.Client | undefined;
  private stopped = false;
  private work: Promise<void> | undefined;
  private woken = false;

  constructor(private readonly options: Options) {}

  start(): void {
    this.timer = setInterval(() => this.look(), LOOKS);
    this.timer.unref();
    this.look();
  }

  /** Takes no more messages; resolves when the one under way is sent and written down. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.ear?.end().catch(() => {});
    await this.work;
    this.options.transport.close();
  }

  /** Resolves when nothing is due any more. Called while it works, it looks once more afterwards. */
  wake(): Promise<void> {
    this.woken = true;
    this.work ??= this.sendAll().finally(() => {
      this.work = undefined;
    });
    return this.work;
  }

  private look(): void {
    if (!this.ear) void this.listen();
    void this.wake();
  }

  private async sendAll(): Promise<void> {
    while (this.woken && !this.stopped) {
      this.woken = false;
      try {
        for (let claim = await claimMail(); claim; claim = this.stopped ? null : await claimMail())
          await this.send(claim);
      } catch (error) {
        this.options.log.warn({ err: error }, 'the outbox could not be read');
      }
    }
  }

  private async send(claim: Claim): Promise<void> {
    const { transport, portalUrl, log } = this.options;
    if (claim.attempt > ATTEMPTS_MAX) return markFailed(claim, { error: 'INTERRUPTED', forGood: true });
    const message = await readMail(claim);
    if (typeof message === 'string') return void (await markDiscarded(claim, message));
    try {
      await transport.send(mailOf(message, portalUrl));
    } catch (error) {
      const why = explained(error);
      log.warn({ message: claim.id, attempt: claim.attempt, why: why.error }, 'an e-mail could not be sent');
      return markFailed(claim, why);
    }
    await markSent(claim);
  }

  private async listen(): Promise<void> {
    const ear = new pg.Client({
      connectionString: this.options.database,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      application_name: 'portal mail',
    });
    this.ear = ear;
    ear.on('error', () => {});
    ear.once('end', () => {
      this.ear = undefined;
    });
    ear.on('notification', () => void this.wake());
    try {
      await ear.connect();
      await ear.query('LISTEN outbox_mail');
    } catch {
      ear.end().catch(() => {});
      this.ear = undefined; // at the next look, again
    }
  }
}

type MailError = { code?: string; responseCode?: number; command?: string };

/**
 * The error without the other side's own words, which name addresses: "EENVELOPE 550 RCPT TO". From 500 on a refused
 * recipient or mail stays refused; a refused sign-in is put right in the settings.
 */
function explained(error: unknown): { error: string; forGood: boolean } {
  const { code, responseCode, command } = error as MailError;
  const forGood = (responseCode ?? 0) >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
  return { error: [code ?? 'EUNKNOWN', responseCode, command].filter(Boolean).join(' ').slice(0, 60), forGood };
}
