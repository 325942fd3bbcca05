import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { CodesPanel } from '@/components/accounts/second-factors/codes-panel';
import { DevicesPanel } from '@/components/accounts/second-factors/devices-panel';
import { PasskeysPanel } from '@/components/accounts/second-factors/passkeys-panel';
import { TotpPanel } from '@/components/accounts/second-factors/totp-panel';
import { SignOutForm } from '@/components/accounts/sign-out-form';
import { PageHead } from '@/components/layout/page-head';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { passkeysWork } from '@/domain/accounts/passkeys/passkey';
import { findOwnFactors, findTotpWaiting } from '@/domain/accounts/second-factors/factor-queries';
import { mayBeRemembered } from '@/domain/accounts/second-factors/second-factor';
import { dayOf } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import { formatDay } from '@/i18n/format';
import { firstFormToken, formToken } from '@/server/sign-in/form';
import { type Owner, pageAfterLeaving, requireOwner } from '@/server/sign-in/session';
import { confirmTotp, endRememberedDevice, makeRecoveryCodes, removeFactor, startTotp } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('second-factors'))('title') };
}

/** Where she sets up her second factor; the one page that somebody who owes one can open. */
export default async function SecondFactorPage({ searchParams }: PageProps<'/admin/accounts/own/second-factor'>) {
  const [owner, { said }] = await Promise.all([requireOwner(), searchParams]);
  const [factors, waiting] = await Promise.all([findOwnFactors(owner), findTotpWaiting(owner)]);
  const hasFactor = factors.totp !== null || factors.passkeys.length > 0;
  const content = (
    <>
      <Said said={oneOf(said)} />
      <Head owner={owner} hasFactor={hasFactor} />
      <div className="grid max-w-[46em] gap-6">
        <TotpPanel
          totp={factors.totp}
          waiting={waiting}
          isFresh={owner.isFresh}
          locale={owner.locale}
          actions={{ start: startTotp, confirm: confirmTotp, remove: removeFactor }}
        />
        <PasskeysPanel
          passkeys={factors.passkeys}
          works={passkeysWork(env.PORTAL_URL)}
          isFresh={owner.isFresh}
          locale={owner.locale}
          remove={removeFactor}
        />
        <CodesPanel left={factors.codesLeft} hasFactor={hasFactor} isFresh={owner.isFresh} make={makeRecoveryCodes} />
        <DevicesPanel
          devices={factors.devices}
          may={owner.owes || mayBeRemembered(owner.grants)}
          locale={owner.locale}
          end={endRememberedDevice}
        />
      </div>
    </>
  );
  return owner.owes ? <main className="mx-auto max-w-4xl px-4 py-10">{content}</main> : content;
}

const SAID = ['totp', 'passkey', 'removed', 'device-ended'] as const;
/** After these somebody else may still be in by what was there before: she sees where, and ends it. */
const CHANGED: readonly string[] = ['totp', 'passkey', 'removed'];

async function Said({ said }: { said: string | undefined }) {
  const t = await getTranslations('second-factors.said');
  const known = SAID.find((each) => each === said);
  if (!known) return null;
  if (!CHANGED.includes(known)) return <Notice title={t(known)} />;
  return (
    <Notice title={t(known)}>
      <a href="/admin/accounts/own#sessions">{t('sessions')}</a>
    </Notice>
  );
}

/** Whether it is asked of her, and from when on. */
async function Head({ owner, hasFactor }: { owner: Owner; hasFactor: boolean }) {
  const t = await getTranslations('second-factors');
  return (
    <>
      <PageHead title={t('title')} lead={t('page.lead')} />
      {env.DEMO === 'on' && (
        <Notice tone="information" title={t('page.demoTitle')}>
          {t('page.demo')}
        </Notice>
      )}
      {owner.owes && (
        <>
          <Notice tone="information" title={t('page.owed')}>
            {t('page.owedLead')} {t('page.askedAs', { name: owner.displayName })}
          </Notice>
          <div className="mb-6">
            <SignOutForm token={(await formToken()) ?? firstFormToken() ?? ''} to={await pageAfterLeaving('/')} />
          </div>
        </>
      )}
      {!owner.owes && owner.due && !hasFactor && (
        <Notice tone="information" title={t('page.due', { day: formatDay(owner.locale, dayOf(owner.due)) })} />
      )}
      {!owner.owes && (
        <p className="mb-6">
          <ButtonLink variant="text" href="/admin/accounts/own">
            {t('page.back')}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
