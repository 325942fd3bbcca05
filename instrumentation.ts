import type { Instrumentation } from 'next';

/** E-mails are sent and what is due is done from here, where words and records are at hand; the front stops both (server/background.ts). */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    if (process.env.NEXT_PHASE === 'phase-production-build') return;
    const { startMail } = await import('./server/mail/start');
    startMail();
    const { startClock } = await import('./server/jobs/start');
    startClock();
  }
}

/** Writes down once what went wrong while Next drew something, under the request's id that the reader was shown. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('./server/log');
  const id = request.headers['x-request-id'];
  log.error(
    { id, err: error, method: request.method, route: context.routePath, kind: context.routeType },
    'drawing failed',
  );
};
