/** Signs in with a password as the form does. Answers with the cookies that the portal gave. */
export async function signIn(base: string, email: string, password: string): Promise<string> {
  const begun = await fetch(`${base}/api/auth/csrf`);
  const { csrfToken } = (await begun.json()) as { csrfToken: string };
  const cookies = cookiesOf(begun);
  const answer = await fetch(`${base}/api/auth/callback/credentials?language=vi`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookies, origin: base },
    body: new URLSearchParams({ csrfToken, identifier: email, password }),
  });
  const given = cookiesOf(answer);
  if (!given.includes('session-token')) throw new Error(`${email} was not let in at ${base}.`);
  return `${cookies}; ${given}`;
}

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
