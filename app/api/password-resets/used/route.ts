import { fieldsOf, textIn } from '@/app/forms/form-fields';
import { sentForm } from '@/app/forms/sent-form';
import { resetInput } from '@/domain/accounts/resets/reset';
import { resetPassword } from '@/domain/accounts/resets/reset-commands';
import type { Locale } from '@/domain/locale';
import { hrefTo } from '@/i18n/routes';
import { readersNetwork } from '@/server/entrance/readers-network';
import { mayAsk, wasKnown } from '@/server/rate-limit';

/** Sets a new password by a link, and leads to the sign-in page, or back to the form with the reason. Links that do not exist are counted. */
export async function POST(request: Request) {
  const received = await sentForm(request);
  if (received instanceof Response) return received;
  const form = fieldsOf(received);
  const parsed = resetInput.strict().safeParse(form);
  const language: Locale = form.language === 'en' ? 'en' : 'vi';
  const back = (problem: string) => hrefTo(language, 'newPassword', { slug: textIn(form.token) }, { problem });
  const network = await readersNetwork();
  if (!(await mayAsk('passwordReset', network))) {
    const headers = {
      'retry-after': '900',
      refresh: `0; url=${back('too-many-resets')}`,
      'cache-control': 'no-store',
    };
    return new Response(null, { status: 429, headers });
  }
  if (!parsed.success) {
    const issue = parsed.error.issues.find(({ path }) => path[0] === 'password');
    return seeOther(back(issue?.message ?? 'reset-over'));
  }
  const result = await resetPassword(parsed.data);
  if (result.ok) await wasKnown('passwordReset', network);
  return seeOther(result.ok ? hrefTo(language, 'signIn', {}, { said: 'renewed' }) : back(result.problem));
}

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } });
