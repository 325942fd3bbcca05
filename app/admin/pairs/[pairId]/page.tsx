import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHead } from '@/components/layout/page-head';
import { EndForm } from '@/components/pairs/end-form';
import { PairFacts } from '@/components/pairs/pair-facts';
import { TieForm } from '@/components/pairs/tie-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/demo-mark';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { today } from '@/domain/day';
import type { PairRow } from '@/domain/pairs/pair';
import { findPair } from '@/domain/pairs/queries';
import { requireViewer } from '@/server/session';
import { endPair, tiePair } from '../actions';
import { pairsPath } from '../asked';
import { familiesOf } from '../families';

type Props = PageProps<'/admin/pairs/[pairId]'>;

const saids = ['paired', 'tied', 'ended'] as const;

const loadPair = cache(async (pairId: string) => (await findPair(await requireViewer(), pairId)) ?? notFound());

async function titleOf({ instructor, learner }: PairRow): Promise<string> {
  const t = await getTranslations('pairs.record');
  return t('title', { instructor: instructor.name ?? t('erased'), learner: learner.name ?? t('erased') });
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await titleOf(await loadPair((await params).pairId)) };
}

export default async function PairPage({ params, searchParams }: Props) {
  const [{ pairId }, { said }] = await Promise.all([params, searchParams]);
  const pair = await loadPair(pairId);
  const [t, title] = await Promise.all([getTranslations('pairs'), titleOf(pair)]);
  const done = saids.find((key) => key === said);
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: pairsPath }, { label: title }]}>
            {pair.demo && <DemoMark />}
          </Breadcrumbs>
        }
        title={title}
      />
      {done && <Notice title={t(`said.${done}`)} />}
      {pair.instructorLeft && pair.state !== 'ended' && <Notice tone="problem" title={t('record.left')} />}
      <div className="grid items-start gap-x-8 gap-y-10 2xl:grid-cols-[minmax(0,1fr)_384px]">
        <PairFacts pair={pair} />
        {pair.state !== 'ended' && <Work pair={pair} />}
      </div>
    </>
  );
}

/** Tying and ending, beside the record; below it on a phone. */
async function Work({ pair }: { pair: PairRow }) {
  const viewer = await requireViewer();
  const [t, all] = await Promise.all([
    getTranslations('pairs'),
    pair.host && pair.may.tie ? familiesOf(viewer, pair.host.unitId) : [],
  ]);
  const families = all.filter(({ id }) => !pair.families.some(({ modelId }) => modelId === id));
  return (
    <div className="grid gap-6">
      {pair.may.tie && (families.length > 0 || pair.families.length === 0) && (
        <Panel id="tie" title={t('tie.title')} grid>
          {families.length > 0 ? (
            <TieForm action={tiePair} pair={pair} families={families} today={today()} />
          ) : (
            <p>
              {t('tie.none')}{' '}
              <Link href={`/admin/digital-models/new?kind=digital_family&unit=${pair.host?.unitId ?? ''}`}>
                {t('tie.found')}
              </Link>
            </p>
          )}
        </Panel>
      )}
      {pair.may.end && (
        <Panel id="end" title={t('end.title')}>
          <EndForm action={endPair} pair={pair} today={today()} />
        </Panel>
      )}
    </div>
  );
}
