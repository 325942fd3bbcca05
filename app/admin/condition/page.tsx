import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { AlarmList } from '@/components/condition/alarm-list';
import { CheckList } from '@/components/condition/check-list';
import { PageHead } from '@/components/layout/page-head';
import { Notice } from '@/components/ui/notice';
import { mayAnywhere } from '@/domain/access/access';
import { listUnseenAlarms } from '@/domain/condition/alarms/alarm-queries';
import { conditionOf } from '@/domain/condition/condition';
import { findDatabaseFacts } from '@/domain/condition/fact-queries';
import { env } from '@/domain/ground/env';
import { formatInstant } from '@/i18n/format';
import { readKeptFacts } from '@/server/condition/kept-facts';
import { readMachineFacts, wantedMigrations } from '@/server/condition/machine-facts';
import { requireViewer } from '@/server/sign-in/session';
import { seeToAlarm } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'condition.see')) notFound();
  return { title: (await getTranslations('condition'))('title') };
}

/** Everything that keeps the portal running, what must be done on top; what rang stands above it. */
export default async function ConditionPage({ searchParams }: PageProps<'/admin/condition'>) {
  const viewer = await requireViewer();
  const [database, alarms] = await Promise.all([findDatabaseFacts(viewer), listUnseenAlarms(viewer)]);
  if (!database || !alarms) notFound();
  const [t, query] = await Promise.all([getTranslations('condition'), searchParams]);
  const now = new Date();
  const facts = {
    machine: readMachineFacts(),
    kept: readKeptFacts(env.DATA_DIR, now),
    database,
    wanted: wantedMigrations(),
  };
  return (
    <LivePage>
      {oneOf(query.said) === 'seen' && <Notice title={t('alarms.said')} />}
      <PageHead title={t('title')} lead={t('lead')} />
      <p className="mb-6 text-ink-2">{t('asOf', { at: formatInstant(viewer.locale, now) })}</p>
      <AlarmList alarms={alarms} see={seeToAlarm} />
      <CheckList checks={conditionOf(facts, now)} />
    </LivePage>
  );
}
