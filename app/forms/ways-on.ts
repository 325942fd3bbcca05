/** Leads on from a form that was sent; kept by nobody on the way. */
export const seeOther = (to: string): Response =>
  new Response(null, { status: 303, headers: { location: to, 'cache-control': 'private, no-store' } });

/** A link, a picture or a script on somebody else's page: it takes no list out, begins no sign-in, and is not counted. */
export const isFromElsewhere = ({ headers }: Pick<Request, 'headers'>) =>
  headers.get('sec-fetch-site') === 'cross-site';

/** A program reads that it has to wait, and for how long; a browser goes on to the form, which says so in words. */
export const tooMany = (to: string, seconds: number, words?: string): Response =>
  new Response(words ? `${words}\n` : null, {
    status: 429,
    headers: {
      ...(words && { 'content-type': 'text/plain; charset=utf-8' }),
      'retry-after': String(seconds),
      refresh: `0; url=${to}`,
      'cache-control': 'private, no-store',
    },
  });
