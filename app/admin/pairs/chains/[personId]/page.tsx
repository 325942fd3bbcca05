import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { LivePage } from '@/app/admin/live-page';
import { ChainTree } from '@/components/charts/chains/chain-tree';
import { PageHead } from '@/components/layout/page-head';
import { ChainSteps, ChainText } from '@/components/pairs/chain-text';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import type { Chain } from '@/domain/pairs/chain';
import { findChain } from '@/domain/pairs/chain-queries';
import { listUnits } from '@/domain/units/queries';
import { formatDay } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';
import { SavedDrawing } from '../../../coverage/saved-drawing';
import { chainsPath, pairsPath } from '../../asked';

type Props = PageProps<'/admin/pairs/chains/[personId]'>;

/** The id of what holds the drawing. */
const DRAWN = 'chain';

const loadChain = cache(async (personId: string) => (await findChain(await requireViewer(), personId)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { root }] = await Promise.all([getTranslations('pairs'), loadChain((await params).personId)]);
  return { title: t('chains.of', { name: root.name ?? t('record.erased') }) };
}

export default async function ChainPage({ params }: Props) {
  const [viewer, chain] = await Promise.all([requireViewer(), loadChain((await params).personId)]);
  const [t, whole] = await Promise.all([
    getTranslations('pairs'),
    listUnits(viewer, { permission: 'pairs.see', levels: ['province'] }),
  ]);
  const name = chain.root.name ?? t('record.erased');
  const total = t('chains.total', { name, count: chain.reach });
  const title = t('chains.of', { name });
  return (
    <LivePage>
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[
              { label: t('title'), href: pairsPath },
              { label: t('chains.title'), href: chainsPath },
              { label: title },
            ]}
          />
        }
        title={title}
        lead={chain.reach > 0 ? total : undefined}
      />
      {chain.reach === 0 ? (
        <EmptyState icon="people" title={t('chains.noOnward', { name })} />
      ) : (
        <div className="grid items-start gap-8 2xl:grid-cols-3">
          <Panel title={t('chains.drawn')} grid>
            <Drawn viewer={viewer} chain={chain} title={title} total={total} />
          </Panel>
          <section>
            <h2>{t('chains.inWords')}</h2>
            <p className="mb-2 font-semibold">{name}</p>
            <ChainText chain={chain} />
          </section>
          <section>
            <h2>{t('chains.steps')}</h2>
            <ChainSteps chain={chain} />
          </section>
        </div>
      )}
      {whole.length === 0 && <p className="mt-6 max-w-[48em] text-ink-2">{t('chains.border')}</p>}
    </LivePage>
  );
}

type DrawnProps = { viewer: Viewer; chain: Chain; title: string; total: string };

/** The chain as a tree, which can be taken along without names: those of women leave by sheets, which are recorded. */
async function Drawn({ viewer, chain, title, total }: DrawnProps) {
  const [t, coverage] = await Promise.all([getTranslations('pairs'), getTranslations('coverage')]);
  return (
    <>
      <div id={DRAWN}>
        <ChainTree chain={chain} label={`${title}. ${total}`} />
      </div>
      <SavedDrawing
        of={DRAWN}
        file={`${t('chains.file')}-${today()}`}
        title={t('chains.title')}
        lines={[
          t('chains.total', { name: t('chains.unnamed', { number: 1 }), count: chain.reach }),
          t('chains.nameless'),
          `${coverage('asOf', { day: formatDay(viewer.locale, today()) })}.`,
        ]}
      />
    </>
  );
}
