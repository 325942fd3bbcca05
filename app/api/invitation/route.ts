import { fieldsOf, textIn } from '@/app/forms/form-fields';
import { sentForm } from '@/app/forms/sent-form';
import { acceptInput } from '@/domain/accounts/account';
import { acceptInvitation } from '@/domain/accounts/invitation-commands';
import { hrefTo } from '@/i18n/routes';
import { readersNetwork } from '@/server/entrance/readers-network';
import { mayAsk, wasKnown } from '@/server/rate-limit';

/**
 * Takes up an invitation and leads to the sign-in page, or back to the form with the reason. Links that do not exist are
 * counted, and cost no hash. The front refuses foreign origins.
 */
export async function POST(request: Request) {
  const received = await sentForm(request);
  if (received instanceof Response) return received;
  const form = fieldsOf(received);
  const parsed = acceptInput.strict().safeParse(form);
  const token = encodeURIComponent(textIn(form.token));
  const back = (problem: string) => {
    const query = new URLSearchParams({ problem, name: textIn(form.displayName).slice(0, 80) });
    return `/admin/invitation/${token}?${query}`;
  };
  const network = await readersNetwork();
  if (!(await mayAsk('invitation', network))) return tooMany(back('too-many-tries'));
  if (!parsed.success) return seeOther(back(parsed.error.issues[0]?.message ?? 'too-short'));
  const result = await acceptInvitation(parsed.data);
  if (result.ok || result.problem !== 'invitation-over') await wasKnown('invitation', network);
  return seeOther(result.ok ? `${hrefTo('vi', 'signIn')}?said=accepted` : back(result.problem));
}

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } });

/** A program reads that it has to wait; a browser goes on to the form, which says so in words. */
const tooMany = (to: string) =>
  new Response(null, {
    status: 429,
    headers: { 'retry-after': '900', refresh: `0; url=${to}`, 'cache-control': 'no-store' },
  });
