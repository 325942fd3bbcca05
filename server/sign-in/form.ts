import 'server-only';
import { cookies } from 'next/headers';

/** The name she typed, which a wrong password must not take from her: for five minutes, read by this page alone. */
const NAME = 'sign-in-name';
const KEPT_SECONDS = 300;

export async function keepName(name: string): Promise<void> {
  (await cookies()).set(NAME, name, { httpOnly: true, sameSite: 'lax', path: '/', maxAge: KEPT_SECONDS });
}

export async function forgetName(): Promise<void> {
  (await cookies()).delete(NAME);
}

export const keptName = async () => (await cookies()).get(NAME)?.value ?? '';

/** The token that next-auth wants to see again in a form; null before its cookie is set. */
export async function formToken(): Promise<string | null> {
  const jar = await cookies();
  const cookie = jar.get('__Host-next-auth.csrf-token') ?? jar.get('next-auth.csrf-token');
  return cookie?.value.split('|')[0] ?? null;
}
