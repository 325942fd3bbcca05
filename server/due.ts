import type { Logger } from 'pino';
import { eachMidnight } from './still/day-turn';
import { shared } from './still/shared';

/** What pages that name the unit of a household, a venue or a session are made of. */
const MOVED_TAGS = ['units', 'coverage', 'digital-models', 'pairs', 'trainings'];
const FORGET_AT_ONCE = 1_000;
/** A night's work; what is left waits for the next. */
const ROUNDS_MAX = 200;

type Ask = (sql: string) => Promise<Record<string, unknown>[]>;
type Surroundings = { query: Ask; log: Logger; checkAudit: () => Promise<void> };

/**
 * What a day brings is done at the start of a process and at midnight; of several processes the first one does it, and
 * nothing else depends on it:
 * - restructurings that were dated ahead are carried out to their end (whoever signs in looks too: server/session.ts);
 * - the audit trail is gone through, and its head kept outside the database (server/audit-check.ts);
 * - what tells who signed up without a record is emptied a year after the session (each sign-up does a little of it too).
 */
export function doWhatIsDue(surroundings: Surroundings): () => void {
  const look = async () => {
    await tried(surroundings, 'what is due today could not be moved', moveDueRows);
    await tried(surroundings, 'what was to be forgotten could not be', forgetSignUps);
    await tried(surroundings, 'the audit trail could not be gone through', surroundings.checkAudit);
  };
  void look();
  return eachMidnight(look);
}

async function tried({ query, log }: Surroundings, sentence: string, work: (query: Ask) => Promise<void>) {
  try {
    await work(query);
  } catch (error) {
    log.warn({ err: error }, sentence);
  }
}

async function moveDueRows(query: Ask): Promise<void> {
  const [row] = await query('select app.move_due_rows() as moved');
  if (Number(row?.moved) > 0) await shared.changed(MOVED_TAGS);
}

async function forgetSignUps(query: Ask): Promise<void> {
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const [row] = await query(`select app.forget_sign_ups(${FORGET_AT_ONCE}) as forgotten`);
    if (Number(row?.forgotten) === 0) return;
  }
}
