import type { Logger } from 'pino';
import { withoutSecret } from '../entrance/secret';
import { pathOf, READS, type Visit } from '../entrance/visit';
import type { Measures } from '../measures/measures';
import type { Outcome, Refusal } from '../still/shared';

/** One line for what changed something, went wrong or was slow; the rest only when asked for. */
export function noteAnswered(
  { request, response, claims, asked }: Visit,
  { log, measures }: { log: Logger; measures?: Measures | undefined },
): void {
  const started = performance.now();
  const method = request.method;
  response.once('close', () => {
    const took = Math.round(performance.now() - started);
    const status = response.headersSent ? response.statusCode : 0;
    measures?.answered({ id: claims.id, method, asked, status, took });
    const path = withoutSecret(pathOf(asked));
    const line = { id: claims.id, method, path, status: response.statusCode, took };
    if (response.statusCode >= 500) log.error(line, 'answered');
    else if (took > 1_000 || !READS.has(method ?? '')) log.info(line, 'answered');
    else log.debug(line, 'answered');
  });
}

/** A refusal behind the front: by a rule that says so, for too many guesses, or as what does not exist for her. */
export function refusalOf({ refused, account }: Outcome, status: number): Refusal | undefined {
  const who = account ? { account } : {};
  if (refused) return { ...who, ...refused };
  if (status === 429) return { ...who, reason: 'too-often' };
  return account && (status === 403 || status === 404) ? { ...who, reason: 'not-found' } : undefined;
}
