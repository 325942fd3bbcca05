import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { hostOptions } from '@/components/digital-models/host-options';
import { PageHead } from '@/components/layout/page-head';
import { PairUpForm } from '@/components/pairs/pair-up-form';
import { PlaceForm } from '@/components/pairs/place-form';
import { WomenSearch } from '@/components/pairs/women-search';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/empty-state';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/day';
import { listMembers } from '@/domain/people/queries';
import type { Unit } from '@/domain/units/unit';
import { requireViewer } from '@/server/session';
import { hostChoices, oneOf } from '../../digital-models/host-choices';
import { pairUp } from '../actions';
import { pairsPath } from '../asked';
import { familiesOf } from '../families';

type Props = PageProps<'/admin/pairs/new'>;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'pairs.pair-up')) notFound();
  return { title: (await getTranslations('pairs.new'))('title') };
}

export default async function PairUpPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'pairs.pair-up')) notFound();
  const query = await searchParams;
  const place = { commune: oneOf(query.commune), unit: oneOf(query.unit) };
  const [t, choices] = await Promise.all([
    getTranslations('pairs'),
    hostChoices(viewer, 'pairs.pair-up', ['sub_association', 'group'], place),
  ]);
  const host = choices.units?.find(({ id }) => id === choices.unit?.id);
  const family = oneOf(query.family);
  return (
    <>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: pairsPath }, { label: t('new.title') }]} />}
        title={t('new.title')}
        lead={t('new.lead')}
      />
      <div className="max-w-2xl">
        <PlaceForm
          communes={choices.communes}
          communeId={choices.communeId}
          hosts={choices.units && hostOptions(choices.units)}
          unitId={host?.id}
        />
        {host && (
          <Women
            viewer={viewer}
            host={host}
            family={family}
            wide={choices.communes.some(({ id }) => id === host.communeId)}
            asked={{ q: oneOf(query.q), whole: oneOf(query.whole) }}
          />
        )}
      </div>
    </>
  );
}

type WomenProps = {
  viewer: Viewer;
  host: Unit;
  family: string | undefined;
  /** whether her reach goes beyond the sub-association */
  wide: boolean;
  asked: { q: string | undefined; whole: string | undefined };
};

/** Members to choose from: those of the sub-association, or of the whole commune when asked; within her reach either way. */
async function Women({ viewer, host, family, wide, asked: { q, whole } }: WomenProps) {
  const near = host.subAssociationId ?? host.id;
  const where = wide && whole && host.communeId ? host.communeId : near;
  const [t, { members, next }, families] = await Promise.all([
    getTranslations('pairs.new'),
    listMembers(viewer, { unitId: where, ...(q ? { q } : {}) }),
    familiesOf(viewer, host.id),
  ]);
  return (
    <>
      <WomenSearch unitId={host.id} family={family} q={q} whole={wide ? Boolean(whole) : undefined} />
      {next && <p className="mb-4 text-ink-2">{t('more')}</p>}
      {members.length > 0 ? (
        <PairUpForm
          action={pairUp}
          unitId={host.id}
          members={members}
          families={families}
          familyId={families.find(({ id }) => id === family)?.id}
          today={today()}
          back={family ? `/admin/digital-models/${family}` : pairsPath}
        />
      ) : (
        <EmptyState icon="people" title={t('noMembers')}>
          {t('noMembersHint')}
        </EmptyState>
      )}
    </>
  );
}
