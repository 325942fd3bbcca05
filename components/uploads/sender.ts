import { PART_BYTES_MIN, UPLOAD_BYTES_MAX, type Upload } from '@/domain/uploads/upload';

/** Why nothing more is sent: it is there; somebody has to move; it goes with the form as it would without a script. */
export type End = 'there' | 'stopped' | 'signed-out' | 'unreadable' | 'too-large' | 'with-form';
/** How a file on its way is getting on. */
export type Sending = { step: 'sending' | 'waiting' | 'offline' | End; received: number; uploadId: string | null };

/** What the portal said; null where the line broke before it did. */
export type Answer = { status: number; told: Partial<Upload> } | null;
/** The way from this device to the portal. */
export type Way = {
  ask(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: Blob | object): Promise<Answer>;
  /** ends sooner where the signal comes back */
  pause(milliseconds: number): Promise<void>;
  isOffline(): boolean;
  now(): number;
  /** null where this browser cannot, for it does so on a safe connection alone */
  hashOf: ((file: Blob) => Promise<string>) | null;
  close(): void;
};

const FIRST_BYTES = 65_536;
const LEAST_BYTES = 2 * PART_BYTES_MIN;
const MOST_BYTES = 262_144;
/** Milliseconds in which a part goes out on a good line: the next one may be twice as large. */
const QUICK = 4_000;
/** Seconds between tries that fail one after the other; after the last it is her turn. */
const PAUSES = [1, 2, 4, 8, 15, 30, 30, 30];
const OFFLINE_PAUSE = 30_000;
const isBroken = (answer: Answer): answer is null =>
  answer === null || answer.status >= 500 || answer.status === 408 || answer.status === 429;

/** Sends a file in parts, and goes on by itself from where the line broke, as long as there is hope. */
export class Sender {
  private upload: Upload | null = null;
  private sha256: string | undefined;
  private bytes = FIRST_BYTES;
  private failures = 0;
  private lost = 0;
  private ended = false;

  constructor(
    private readonly file: File,
    private readonly way: Way,
    private readonly tell: (sending: Sending) => void,
  ) {}

  /** Sends until all is there or somebody has to move. Called again after that, it goes on. */
  async send(): Promise<void> {
    this.failures = 0;
    this.say('sending');
    while (!this.ended) {
      const end = this.upload ? await this.sendPart(this.upload) : await this.open();
      if (this.ended) return;
      if (end === 'broken' && !(await this.rest())) return this.say('stopped');
      if (end && end !== 'broken') return this.say(end);
      if (!this.ended) this.say('sending');
    }
  }

  /** Sends nothing more; what has come stays with the portal for a day. */
  end(): void {
    this.ended = true;
    this.way.close();
  }

  /** Ends it, and takes back what has come. */
  cancel(): void {
    this.end();
    if (this.upload) void this.way.ask('DELETE', `/${this.upload.id}`);
  }

  private async open(): Promise<End | 'broken' | null> {
    if (this.file.size > UPLOAD_BYTES_MAX) return 'too-large';
    if (this.file.size === 0 || !this.way.hashOf) return 'with-form';
    this.sha256 ??= await this.way.hashOf(this.file).catch(() => undefined);
    if (this.sha256 === undefined) return 'unreadable';
    const answer = await this.way.ask('POST', '', { sha256: this.sha256, size: this.file.size });
    if (isBroken(answer)) return 'broken';
    if (answer.status === 401) return 'signed-out';
    const { id, size, received } = answer.told;
    if (answer.status !== 200 || id === undefined || size === undefined || received === undefined) return 'with-form';
    this.upload = { id, size, received };
    return null;
  }

  private async sendPart(upload: Upload): Promise<End | 'broken' | null> {
    const { id, received, size } = upload;
    if (received >= size) return 'there';
    const since = this.way.now();
    const part = this.file.slice(received, received + this.bytes);
    const answer = await this.way.ask('PATCH', `/${id}?from=${received}`, part);
    if (isBroken(answer)) {
      this.bytes = Math.max(LEAST_BYTES, this.bytes / 2);
      return 'broken';
    }
    if (answer.status === 401) return 'signed-out';
    if (answer.status === 404 && this.lost++ === 0) {
      this.upload = null;
      return null;
    }
    const now = answer.told.received;
    // an answer that moves nothing would be asked for again without end
    if (![200, 409].includes(answer.status) || now === undefined || now === received) return 'with-form';
    this.upload = { id, size, received: now };
    this.failures = 0;
    if (this.way.now() - since < QUICK) this.bytes = Math.min(MOST_BYTES, this.bytes * 2);
    return null;
  }

  /** Waits before the next try; false where there have been enough. */
  private async rest(): Promise<boolean> {
    if (this.way.isOffline()) {
      this.say('offline');
      await this.way.pause(OFFLINE_PAUSE);
      return true;
    }
    const seconds = PAUSES[this.failures++];
    if (seconds === undefined) return false;
    this.say('waiting');
    await this.way.pause(seconds * 1_000);
    return true;
  }

  private say(step: Sending['step']): void {
    if (!this.ended) this.tell({ step, received: this.upload?.received ?? 0, uploadId: this.upload?.id ?? null });
  }
}
