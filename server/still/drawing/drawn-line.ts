import { withoutSecret } from '@/server/entrance/secret';
import { pathOf } from '@/server/entrance/visit';
import { log } from '@/server/log';
import type { Drawing } from '../shared';

/**
 * Says in the log how often the database was asked for an answer, where everything is said (LOG_LEVEL=debug): tests count
 * by this line. `id` is that of the request, `internal` Next's own path and query.
 */
export function sayDrawn(id: string | undefined, internal: string, { statements }: Drawing): void {
  log.debug({ id, path: withoutSecret(pathOf(internal)), statements }, 'drawn');
}
