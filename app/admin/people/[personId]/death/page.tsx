import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { DeathForm, TakeBackDeathForm } from '@/components/merging/deaths/death-forms';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import { today } from '@/domain/days/day';
import { findDeath } from '@/domain/merging/deaths/death-queries';
import { formatDay } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';
import { PartHead } from '../part-head';
import { recordDeath, takeBackDeath } from './actions';

type Props = PageProps<'/admin/people/[personId]/death'>;

const loadDeath = cache(async (personId: string) => (await findDeath(await requireViewer(), personId)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { person } = await loadDeath((await params).personId);
  return { title: (await getTranslations('merging.death'))('titleOf', { name: person.name }) };
}

const saids = ['died', 'death-taken-back'] as const;

/** A woman of the union has died: what it means is said before it is recorded, and it can be taken back where it was the wrong woman. */
export default async function DeathPage({ params, searchParams }: Props) {
  const [{ personId }, query, { locale }] = await Promise.all([params, searchParams, requireViewer()]);
  const [{ person, diedOn, roles }, t] = await Promise.all([loadDeath(personId), getTranslations('merging')]);
  const said = saids.find((each) => each === oneOf(query.said));
  return (
    <LivePage>
      <PartHead
        person={person}
        title={t('death.titleOf', { name: person.name })}
        step={t('death.title')}
        {...(!diedOn && { lead: t('death.lead') })}
      />
      {said && <Notice title={t(`said.${said}`)} />}
      <div className="grid max-w-2xl gap-6">
        {diedOn ? (
          <>
            <p>{t('death.known', { day: formatDay(locale, diedOn) })}</p>
            <p>{t('death.stays')}</p>
            <Panel title={t('death.backTitle')}>
              <p className="mb-4">{t('death.backText')}</p>
              <TakeBackDeathForm action={takeBackDeath} person={person} />
            </Panel>
          </>
        ) : (
          <>
            <p>{t('death.stays')}</p>
            {roles > 0 ? (
              <Notice tone="information" title={t('death.roles', { count: roles })} />
            ) : (
              <Panel>
                <DeathForm action={recordDeath} person={person} today={today()} />
              </Panel>
            )}
          </>
        )}
      </div>
    </LivePage>
  );
}
