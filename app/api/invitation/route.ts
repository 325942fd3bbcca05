import { acceptInput } from '@/domain/accounts/account';
import { acceptInvitation } from '@/domain/accounts/invitation-commands';
import { hrefTo } from '@/i18n/routes';

/** Takes up an invitation and leads to the sign-in page, or back to the form with the reason. The front refuses foreign origins. */
export async function POST(request: Request) {
  const form = Object.fromEntries(await request.formData());
  const parsed = acceptInput.strict().safeParse(form);
  const token = encodeURIComponent(String(form.token ?? ''));
  const back = (problem: string) => {
    const query = new URLSearchParams({ problem, name: String(form.displayName ?? '').slice(0, 80) });
    return seeOther(`/admin/invitation/${token}?${query}`);
  };
  if (!parsed.success) return back('too-short');
  const result = await acceptInvitation(parsed.data);
  return result.ok ? seeOther(`${hrefTo('vi', 'signIn')}?said=accepted`) : back(result.problem);
}

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } });
