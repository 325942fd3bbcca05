import type { Logger } from 'pino';
import { eachMidnight } from './still/day-turn';
import { shared } from './still/shared';

/** What pages that name the unit of a household, a venue or a session are made of. */
const TAGS = ['units', 'coverage', 'digital-models', 'pairs', 'trainings'];

type Ask = (sql: string) => Promise<Record<string, unknown>[]>;

/**
 * Restructurings that were dated ahead are carried out to their end when their day comes: at the start of a process, and at
 * midnight. Of several processes the first one does it. Whoever signs in does not depend on it (server/session.ts).
 */
export function moveWhenDue({ query, log }: { query: Ask; log: Logger }): () => void {
  const look = async () => {
    try {
      const [row] = await query('select app.move_due_rows() as moved');
      if (Number(row?.moved) > 0) await shared.changed(TAGS);
    } catch (error) {
      log.warn({ err: error }, 'what is due today could not be moved');
    }
  };
  void look();
  return eachMidnight(look);
}
