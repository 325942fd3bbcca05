import { headers } from 'next/headers';
import { fieldsWithin, textIn } from '@/app/forms/form-fields';
import { sentForm } from '@/app/forms/sent-form';
import { seeOther, tooMany } from '@/app/forms/ways-on';
import { passByRecoveryCode, passByTotp } from '@/domain/accounts/second-factors/step-commands';
import { localeAsked } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { readersNetwork } from '@/server/entrance/readers-network';
import { secondsUntilStep, stepSucceeded } from '@/server/sign-in/limit';
import { giveSignedIn } from '@/server/sign-in/second-step';
import { getOwing, getViewer, sessionToken } from '@/server/sign-in/session';
import { ownPath } from '@/server/sign-in/way-back';
import { noteRefusal } from '@/server/still/shared';

const CODE_MAX = 40;
const FIELDS_MAX = 20;

/**
 * The second step of signing in, by a code of her app or from her paper: a plain form, which works without a script. A try is counted before
 * it is looked at. The front refuses foreign origins.
 */
export async function POST(request: Request) {
  const received = await sentForm(request);
  if (received instanceof Response) return received;
  const form = fieldsWithin(received, FIELDS_MAX);
  if (!form) return new Response(null, { status: 413 });
  const locale = localeAsked(form.language);
  const to = ownPath(form.callbackUrl);
  const [owing, token] = await Promise.all([getOwing(), sessionToken()]);
  // she made the step in another tab
  if (!owing && (await getViewer())) return seeOther(to);
  if (!owing || !token)
    return seeOther(`${hrefTo(locale, 'signIn')}?said=step-over&callbackUrl=${encodeURIComponent(to)}`);

  const attempt = { account: owing.accountId, network: await readersNetwork() };
  const remember = form.remember === 'on';
  const asked = { callbackUrl: to, ...(remember && { remember: 'on' }) };
  const back = (problem: string) => `${hrefTo(locale, 'secondStep')}?${new URLSearchParams({ problem, ...asked })}`;
  const seconds = await secondsUntilStep(attempt);
  if (seconds > 0) {
    noteRefusal({ reason: 'throttled', account: owing.accountId });
    return tooMany(back(`throttled-${seconds}`), seconds);
  }
  const [recovery, code] = [textIn(form.recovery).trim(), textIn(form.code).trim()];
  const step = {
    token,
    code: (recovery || code).slice(0, CODE_MAX),
    remember,
    agent: (await headers()).get('user-agent'),
  };
  const result = recovery ? await passByRecoveryCode(step) : await passByTotp(step);
  if (result.ok) {
    await stepSucceeded(attempt);
    await giveSignedIn(result.value);
    return seeOther(to);
  }
  noteRefusal({ reason: result.problem, account: owing.accountId });
  return seeOther(back(recovery ? `recovery-${result.problem === 'code-used' ? 'used' : 'wrong'}` : result.problem));
}
