import { fieldsOf, textIn } from '@/app/forms/form-fields';
import { sentForm } from '@/app/forms/sent-form';
import { seeOther, tooMany } from '@/app/forms/ways-on';
import { resetInput } from '@/domain/accounts/resets/reset';
import { resetPassword } from '@/domain/accounts/resets/reset-commands';
import { isPublishedResetOpen } from '@/domain/accounts/resets/reset-queries';
import { tokenHash } from '@/domain/accounts/token';
import type { Locale } from '@/domain/locale';
import { hrefTo } from '@/i18n/routes';
import { readersNetwork } from '@/server/entrance/readers-network';
import { GUESSED_SECONDS, mayAsk, wasKnown } from '@/server/rate-limit';

/**
 * Sets a new password by a link, and leads to the sign-in page, or back to the form with the reason. Links that do not exist are counted; a
 * password that is refused is none of those.
 */
export async function POST(request: Request) {
  const received = await sentForm(request);
  if (received instanceof Response) return received;
  const form = fieldsOf(received);
  const parsed = resetInput.strict().safeParse(form);
  const language: Locale = form.language === 'en' ? 'en' : 'vi';
  const token = textIn(form.token);
  const back = (problem: string) => hrefTo(language, 'newPassword', { slug: token }, { problem });
  const network = await readersNetwork();
  if (!(await mayAsk('passwordReset', network))) return tooMany(back('too-many-resets'), GUESSED_SECONDS);
  if (!parsed.success) {
    if (await isPublishedResetOpen(tokenHash(token))) await wasKnown('passwordReset', network);
    const issue = parsed.error.issues.find(({ path }) => path[0] === 'password');
    return seeOther(back(issue?.message ?? 'reset-over'));
  }
  const result = await resetPassword(parsed.data);
  if (result.ok || result.problem !== 'reset-over') await wasKnown('passwordReset', network);
  return seeOther(result.ok ? hrefTo(language, 'signIn', {}, { said: 'renewed' }) : back(result.problem));
}
