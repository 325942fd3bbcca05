import type { Role } from '@/domain/access/permissions';
import type { Day } from '@/domain/days/day';

/** What the machine says of itself. Bytes, instants, and rights of files. */
export type MachineFacts = {
  /** "20.19.4" */
  node: string;
  release: string;
  memory: { total: number; available: number };
  /** of the data folder; null where it is not there */
  disk: Room | null;
  /** of the database's folder; null where the database is not on this machine */
  databaseDisk: Room | null;
  /** the database comes with the portal */
  embedded: boolean;
  /** on made-up data of its own */
  demonstration: boolean;
  /** a mail server is named */
  mailServer: boolean;
  /** `set`: by the surroundings, not in a file · `open`: others than its owner may read the file */
  keys: 'closed' | 'open' | 'missing' | 'set';
  /** readers come by https */
  https: boolean;
  /** what the provider is called by which people may sign in, and whether the portal's secret there can be read; null where none is named */
  provider: { name: string; secret: boolean } | null;
};

export type Room = { free: number; total: number };

/** What the portal writes into its data folder as it runs; null where it was not written yet. */
export type KeptFacts = {
  trail: { at: Date; entries: number; wrong: number } | null;
  backup: BackupFacts | null;
  certificate: CertificateFacts | null;
  provider: ProviderFacts | null;
  /** 95 of 100 requests of a kind took no longer, in milliseconds, of so many lately; null: nothing is noted */
  pages: { kind: string; p95: number; count: number }[] | null;
  /** refused attempts in 24 hours */
  refused: number | null;
};

/**
 * The last backup that went well, one that failed after it, when the last one that was looked into was found not whole, and since when how many
 * segments of the log are missing among what was carried away.
 */
export type BackupFacts = {
  doneAt: Date | null;
  failedAt: Date | null;
  brokenAt: Date | null;
  gap?: { since: Date; missing: number } | null;
};

/** The answer of the portal's own address; `endsAt` is null where none came in time. */
export type CertificateFacts = { at: Date; endsAt: Date | null };

/** Whether a provider of OpenID Connect answered, and by the name under which it was asked. */
export type ProviderFacts = { at: Date; says: 'answers' | 'silent' | 'otherwise' };

/** What the database says, in one statement. */
export type DatabaseFacts = {
  /** "18.4" */
  version: string;
  /** names of migrations that are applied */
  migrations: string[];
  jobs: { late: number; failing: number; found: number };
  /** `code`: what the sender noted last of one that waits or failed lately; null where nothing went wrong */
  mail: { waiting: number; oldestAt: Date | null; failed: number; code: string | null };
  /** the current name of a key, when it was made, and how many names are kept */
  key: { at: Date | null; kept: number };
  sessions: { role: Role; count: number }[];
  /** accounts whose roles see persons, and how many of them have no second factor */
  accounts: { all: number; without: number };
  push: { devices: number; sent: number; refused: number };
  alarms: number;
  bytes: number;
  /** milliseconds by which this process's clock is before the database's; negative: behind it */
  aheadMs: number;
};

/** What a new machine says before the first start. */
export type NewMachineFacts = {
  port: { number: number; state: 'free' | 'ours' | 'taken' };
  /** `made`: it is not there yet and may be made */
  folder: { path: string; state: 'writable' | 'made' | 'open' | 'closed' };
  /** the version, or why it cannot be used; null for the embedded one */
  database: { version: string } | { problem: string } | null;
};

/** The last day on which a version gets fixes, by the plans of those who make it. */
export type SupportEnds = Readonly<Record<number, Day>>;
