import { STATUS_CODES } from 'node:http';
import type { Encoding, Reply } from '../../still/store/reply';
import { bodyFields, type FieldLines, hashOf, lastingFields } from '../../still/store/send';

const BODY = { br: 'brotli', gzip: 'gzip', identity: 'plain' } as const satisfies Record<Encoding, keyof Reply>;
const DATE = 'Date: ';

/** One answer to the letter. */
type Form = {
  bytes: Buffer;
  /** where the bytes of its date begin */
  readonly dateAt: number;
  /** the second that its date tells */
  second: number;
  /** A reader has not taken all of these bytes yet: they must not change under her. */
  lent: boolean;
};

/** What a reader takes, and the entity tag she has. */
type Asked = { br: boolean; gzip: boolean; has: string | undefined };

/** One for each encoding, once it was asked for. */
type Forms = Record<Encoding, Form | undefined>;
const noForms = (): Forms => ({ br: undefined, gzip: undefined, identity: undefined });

/**
 * A reply as it goes over the wire, head and body in one, for each encoding; and what says "you have it already". The reply's
 * bodies become parts of these bytes: nothing lies in memory twice.
 */
export class ReadyAnswer {
  private readonly whole = noForms();
  private readonly same = noForms();
  /** Which bodies the reply has, and what they are: looked at for each reader, and replies are of many makes. */
  private readonly hash: string;
  private readonly plain: boolean;
  private readonly br: boolean;
  private readonly gzip: boolean;

  constructor(
    private readonly reply: Reply,
    private readonly lifetime: string,
    /** what every answer carries, whatever it says */
    private readonly always: FieldLines,
  ) {
    this.hash = reply.hash;
    this.plain = reply.plain !== undefined;
    this.br = reply.brotli !== undefined;
    this.gzip = reply.gzip !== undefined;
  }

  /** The answer to her, dated this second; undefined when none is ready in what she takes. */
  formFor(asked: Asked, second: number): Form | undefined {
    const encoding = this.encodingFor(asked);
    if (!encoding) return undefined;
    const has = asked.has !== undefined && hashOf(asked.has) === this.hash;
    const forms = has ? this.same : this.whole;
    forms[encoding] ??= has ? this.headOf(304, encoding) : this.wholeOf(encoding);
    const form = forms[encoding];
    if (form.second !== second) this.setDate(form, second, has ? undefined : encoding);
    return form;
  }

  private encodingFor({ br, gzip }: Asked): Encoding | undefined {
    if (this.plain) return 'identity';
    if (br && this.br) return 'br';
    return gzip && this.gzip ? 'gzip' : undefined;
  }

  private wholeOf(encoding: Encoding): Form {
    const body = this.reply[BODY[encoding]] as Buffer;
    const form = this.headOf(200, encoding, bodyFields(this.reply, encoding, body));
    form.bytes = Buffer.concat([form.bytes, body]);
    this.shareBody(form, encoding);
    return form;
  }

  private headOf(status: 200 | 304, encoding: Encoding, more: FieldLines = []): Form {
    const start = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${DATE}`;
    const lasting = lastingFields(this.reply, encoding, { lifetime: this.lifetime, etag: true });
    const lines = [...this.always, ...lasting, ...more].map(([name, value]) => `${name}: ${value}\r\n`);
    const bytes = Buffer.from(`${start}${new Date(0).toUTCString()}\r\n${lines.join('')}\r\n`, 'latin1');
    return { bytes, dateAt: start.length, second: 0, lent: false };
  }

  /** Bytes that are still on their way to a slow reader stay hers; everybody else gets others from now on. */
  private setDate(form: Form, second: number, shared: Encoding | undefined): void {
    if (form.lent) {
      form.bytes = Buffer.from(form.bytes);
      form.lent = false;
      if (shared) this.shareBody(form, shared);
    }
    form.bytes.write(new Date(second * 1_000).toUTCString(), form.dateAt, 'latin1');
    form.second = second;
  }

  private shareBody(form: Form, encoding: Encoding): void {
    const key = BODY[encoding];
    const { length } = this.reply[key] as Buffer;
    this.reply[key] = form.bytes.subarray(form.bytes.length - length);
  }
}
