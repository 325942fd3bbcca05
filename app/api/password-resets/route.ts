import { fieldsOf } from '@/app/forms/form-fields';
import { sentForm } from '@/app/forms/sent-form';
import { seeOther, tooMany } from '@/app/forms/ways-on';
import { identifierOf } from '@/domain/accounts/account';
import { askInput } from '@/domain/accounts/resets/reset';
import { askReset } from '@/domain/accounts/resets/reset-commands';
import { hrefTo } from '@/i18n/routes';
import { readersNetwork } from '@/server/entrance/readers-network';
import { log } from '@/server/log';
import { whyResetWaits } from '@/server/sign-in/reset-limit';

/**
 * Takes the name of an account whose password is forgotten. Counted before anything is looked up; the answer goes out before the
 * account is looked for, so that its words, status and time are the same for every name.
 */
export async function POST(request: Request) {
  const received = await sentForm(request);
  if (received instanceof Response) return received;
  const parsed = askInput.strict().safeParse(fieldsOf(received));
  if (!parsed.success) return new Response(null, { status: 400 });
  const { identifier: name, language } = parsed.data;
  const back = (query: Record<string, string>) => hrefTo(language, 'forgottenPassword', {}, query);
  const identifier = identifierOf(name);
  const why = await whyResetWaits(await readersNetwork(), identifier && Object.values(identifier).join());
  if (why) return tooMany(back({ problem: why.problem }), why.seconds);
  if (!identifier) return seeOther(back({ problem: 'not-an-email-or-phone' }));
  askReset(name).catch((error: unknown) => log.error({ err: error }, 'a forgotten password could not be asked for'));
  return seeOther(back({ said: 'asked' }));
}
