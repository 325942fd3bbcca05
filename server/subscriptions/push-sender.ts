import 'server-only';
import http from 'node:http';
import https from 'node:https';
import webPush from 'web-push';
import type { PushKeys } from '@/domain/ground/push-pair';
import { isOfPushService, type Services } from '@/domain/subscriptions/push-service';
import type { PushMessage, PushOutcome, SendPush } from '@/domain/subscriptions/pushing/push';
import { headersOf, payloadOf } from './payload';
import { publicLookup } from './public-lookup';
import { Resting } from './resting';

type Options = {
  keys: PushKeys;
  /** whom a push service may write to */
  subject: string;
  services: Services;
  /** milliseconds for one device */
  patience?: number;
};

/** Seconds for which a push service takes what the portal says of itself, and for which it is said again. */
const SIGNED = 12 * 3_600;
const SIGNED_AGAIN = 6 * 3_600;
const SOCKETS_MAX = 8;
const ANSWER_MAX = 10_000;
/** How the portal signs, and how long what it says is: no device can do anything about that, so none is the worse for it. */
const OWN_FAULTS = [401, 403, 413];

/** Sends what a device is told to its push service, sealed for that device alone (RFC 8291) and signed by the portal (VAPID). */
export class PushSender {
  private readonly resting = new Resting();
  private readonly signed = new Map<string, { header: string; until: number }>();
  private readonly agents = {
    'https:': new https.Agent({ keepAlive: true, maxSockets: SOCKETS_MAX, lookup: publicLookup }),
    'http:': new http.Agent({ keepAlive: true, maxSockets: SOCKETS_MAX }),
  };

  constructor(private readonly options: Options) {}

  readonly send: SendPush = async (message) => {
    const { endpoint } = message.reach;
    // what was allowed when it followed may not be any more
    if (!isOfPushService(endpoint, this.options.services)) return 'refused';
    const url = new URL(endpoint);
    const seconds = this.resting.secondsOf(url.host);
    if (seconds > 0) return { held: seconds };
    const body = sealed(message);
    if (!body) return 'gone';
    try {
      const { status, retryAfter } = await this.post(url, body, headersOf(message));
      return this.outcomeOf(url.host, status, retryAfter);
    } catch {
      this.resting.failed(url.host);
      return { later: null };
    }
  };

  close(): void {
    for (const agent of Object.values(this.agents)) agent.destroy();
  }

  private outcomeOf(host: string, status: number, retryAfter: number | null): PushOutcome {
    if (status === 429 || status >= 500) {
      // 429 may be about this device alone: its service is left alone only if it says for how long
      if (status >= 500 || retryAfter !== null) this.resting.failed(host, retryAfter ?? undefined);
      return { later: retryAfter };
    }
    this.resting.answered(host);
    if (status >= 200 && status < 300) return 'sent';
    if (OWN_FAULTS.includes(status)) return { later: null };
    return status === 404 || status === 410 ? 'gone' : 'refused';
  }

  private post(url: URL, body: Buffer, headers: Record<string, string>) {
    const protocol = url.protocol === 'http:' ? 'http:' : 'https:';
    const { request } = protocol === 'http:' ? http : https;
    return new Promise<{ status: number; retryAfter: number | null }>((resolve, reject) => {
      const asking = request(url, {
        method: 'POST',
        agent: this.agents[protocol],
        signal: AbortSignal.timeout(this.options.patience ?? 10_000),
        headers: {
          ...headers,
          'content-type': 'application/octet-stream',
          'content-encoding': 'aes128gcm',
          'content-length': body.length,
          authorization: this.signatureFor(url.origin),
        },
      });
      asking.once('error', reject);
      asking.once('response', (answer) => {
        // what it says beside its status is read by nobody, and a long one is not waited for
        let length = 0;
        answer.on('data', (part: Buffer) => {
          length += part.length;
          if (length > ANSWER_MAX) answer.destroy();
        });
        answer.once('error', () => {});
        resolve({ status: answer.statusCode ?? 0, retryAfter: secondsIn(answer.headers['retry-after']) });
      });
      asking.end(body);
    });
  }

  /** Signed once for each push service and used for hours: signing costs as much as sealing. */
  private signatureFor(origin: string): string {
    const now = Math.floor(Date.now() / 1_000);
    const known = this.signed.get(origin);
    if (known && known.until > now) return known.header;
    const { keys, subject } = this.options;
    const { Authorization } = webPush.getVapidHeaders(
      origin,
      subject,
      keys.public,
      keys.private,
      'aes128gcm',
      now + SIGNED,
    );
    this.signed.set(origin, { header: Authorization, until: now + SIGNED_AGAIN });
    return Authorization;
  }
}

/** Nothing where a device's key is none: nobody could open what is sealed with it. */
function sealed(message: PushMessage): Buffer | null {
  const { p256dh, auth } = message.reach;
  try {
    return webPush.encrypt(p256dh, auth, JSON.stringify(payloadOf(message)), 'aes128gcm').cipherText;
  } catch {
    return null;
  }
}

/** `Retry-After` in seconds, which may be said as a date. */
function secondsIn(said: string | undefined): number | null {
  if (!said) return null;
  const seconds = /^\d{1,6}$/.test(said) ? Number(said) : (Date.parse(said) - Date.now()) / 1_000;
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds) : null;
}
