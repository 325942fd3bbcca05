/** The weight of a check: nothing to do, somebody should look at it in the next days, something must be done. */
export type Weight = 'fine' | 'look' | 'act';

/**
 * All that a check can say, and what it weighs. Words of each stand in `i18n/messages`: what is so, and what to do next
 * where it is not fine.
 */
export const sayings = {
  settings: { right: 'fine', wrong: 'act' },
  alarms: { none: 'fine', unseen: 'act' },
  trail: { whole: 'fine', never: 'look', old: 'act', broken: 'act' },
  backups: { made: 'fine', demonstration: 'fine', none: 'act', old: 'act', failed: 'act', broken: 'act', gap: 'act' },
  keys: { closed: 'fine', set: 'fine', several: 'fine', old: 'look', open: 'act', missing: 'act' },
  migrations: { applied: 'fine', missing: 'act' },
  jobs: { onTime: 'fine', found: 'look', late: 'act', failing: 'act' },
  mail: { sent: 'fine', demonstration: 'fine', failed: 'look', unnamed: 'act', waiting: 'act' },
  certificate: { none: 'fine', unasked: 'look', unreached: 'look', valid: 'fine', ending: 'look', ended: 'act' },
  provider: { none: 'fine', unasked: 'look', answers: 'fine', silent: 'look', otherwise: 'act', secretless: 'act' },
  disk: { room: 'fine', little: 'look', full: 'act' },
  'database-disk': { room: 'fine', elsewhere: 'fine', little: 'look', full: 'act' },
  clock: { same: 'fine', ahead: 'act', behind: 'act' },
  memory: { enough: 'fine', little: 'look', short: 'act' },
  pages: { quick: 'fine', unmeasured: 'fine', slow: 'look' },
  sessions: { open: 'fine' },
  'second-factors': { all: 'fine', without: 'look' },
  refusals: { few: 'fine', unknown: 'fine', many: 'look' },
  push: { told: 'fine', nobody: 'fine', refused: 'look' },
  release: { is: 'fine' },
  node: { supported: 'fine', ending: 'look', ended: 'look' },
  postgres: { supported: 'fine', demonstration: 'fine', embedded: 'look', ending: 'look', ended: 'look' },
  database: { reached: 'fine', embedded: 'fine', unusable: 'act' },
  port: { free: 'fine', ours: 'fine', taken: 'act' },
  folder: { writable: 'fine', made: 'fine', open: 'act', closed: 'act' },
} as const satisfies Record<string, Record<string, Weight>>;

export type CheckName = keyof typeof sayings;
export const checkNames = Object.keys(sayings) as CheckName[];

/** A figure as words are given it: a number, an instant, or a text; "YYYY-MM-DD" is a day. */
export type Figure = number | string | Date;

/** One line of the condition of the portal. */
export type Check = { name: CheckName; says: string; weight: Weight; figures: Readonly<Record<string, Figure>> };

/** A check that says one of what its table allows. */
export const check = <Name extends CheckName>(
  name: Name,
  says: Extract<keyof (typeof sayings)[Name], string>,
  figures: Readonly<Record<string, Figure>> = {},
): Check => ({ name, says, weight: (sayings[name] as Record<string, Weight>)[says] ?? 'act', figures });

const order: readonly Weight[] = ['act', 'look', 'fine'];

/** What must be done first, then what is to be looked at, then the rest; each in the order of the table. */
export const inOrder = (checks: readonly Check[]): Check[] =>
  order.flatMap((weight) =>
    checkNames.flatMap((name) => checks.filter((each) => each.name === name && each.weight === weight)),
  );

/** Must something be done? */
export const mustAct = (checks: readonly Check[]): boolean => checks.some(({ weight }) => weight === 'act');
