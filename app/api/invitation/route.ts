import { fieldsOf, textIn } from '@/app/forms/form-fields';
import { sentForm } from '@/app/forms/sent-form';
import { seeOther, tooMany } from '@/app/forms/ways-on';
import { acceptInput } from '@/domain/accounts/account';
import { acceptInvitation } from '@/domain/accounts/invitation-commands';
import { findPublishedInvitation } from '@/domain/accounts/queries';
import { tokenHash } from '@/domain/accounts/token';
import { hrefTo } from '@/i18n/routes';
import { readersNetwork } from '@/server/entrance/readers-network';
import { GUESSED_SECONDS, mayAsk, wasKnown } from '@/server/rate-limit';

/**
 * Takes up an invitation and leads to the sign-in page, or back to the form with the reason. Links that do not exist are counted, and cost no
 * hash; a weak password is none of those.
 */
export async function POST(request: Request) {
  const received = await sentForm(request);
  if (received instanceof Response) return received;
  const form = fieldsOf(received);
  const parsed = acceptInput.strict().safeParse(form);
  const token = textIn(form.token);
  const back = (problem: string) => {
    const query = new URLSearchParams({ problem, name: textIn(form.displayName).slice(0, 80) });
    return `/admin/invitation/${encodeURIComponent(token)}?${query}`;
  };
  const network = await readersNetwork();
  if (!(await mayAsk('invitation', network))) return tooMany(back('too-many-tries'), GUESSED_SECONDS);
  if (!parsed.success) {
    if (await findPublishedInvitation(tokenHash(token))) await wasKnown('invitation', network);
    return seeOther(back(parsed.error.issues[0]?.message ?? 'too-short'));
  }
  const result = await acceptInvitation(parsed.data);
  if (result.ok || result.problem !== 'invitation-over') await wasKnown('invitation', network);
  return seeOther(result.ok ? hrefTo(result.value.locale, 'signIn', {}, { said: 'accepted' }) : back(result.problem));
}
