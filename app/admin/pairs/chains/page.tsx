import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { known, oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { InstructorTable } from '@/components/pairs/pairing/instructor-table';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { FilterBar } from '@/components/ui/tables/filter-bar';
import { Pager } from '@/components/ui/tables/pager';
import { UnitFilter } from '@/components/units/choice/unit-filter';
import { isToBeAsked } from '@/components/units/choice/unit-option';
import { mayAnywhere, mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { countReach, listInstructors } from '@/domain/pairs/chain-queries';
import { findUnit } from '@/domain/units/queries';
import type { Unit } from '@/domain/units/unit';
import { requireViewer } from '@/server/sign-in/session';
import { chainsPath, pairsPath } from '../asked';
import { askForPlace } from '../places';

type Props = PageProps<'/admin/pairs/chains'>;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'pairs.see')) notFound();
  return { title: (await getTranslations('pairs.chains'))('title') };
}

export default async function ChainsPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'pairs.see')) notFound();
  const query = await searchParams;
  const [t, wide] = await Promise.all([
    getTranslations('pairs'),
    oneOf(query.unit) ? findUnit(viewer, oneOf(query.unit) ?? '', 'pairs.see') : null,
  ]);
  // the whole province in one list nobody reads: a commune is chosen first
  const { question, unit, id } = await askForPlace(viewer, wide?.level === 'province' ? '' : query.unit, () => true);
  const shown = id ? await findUnit(viewer, id, 'pairs.see') : unit && (await findUnit(viewer, unit.id, 'pairs.see'));
  if (id && !shown) notFound();
  return (
    <LivePage>
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: pairsPath }, { label: t('chains.title') }]} />
        }
        title={t('chains.title')}
        lead={t('chains.lead')}
      />
      {isToBeAsked(question) && (
        <FilterBar action={chainsPath} label={t('chains.place')}>
          <UnitFilter name="unit" label={t('quiet.unit')} question={question} />
        </FilterBar>
      )}
      {shown ? <Instructors viewer={viewer} unit={shown} after={oneOf(query.after)} /> : <NoChains />}
    </LivePage>
  );
}

async function Instructors({ viewer, unit, after }: { viewer: Viewer; unit: Unit; after: string | undefined }) {
  const [t, { instructors, next }, reach] = await Promise.all([
    getTranslations('pairs.chains'),
    listInstructors(viewer, { unitId: unit.id, ...known({ after }) }),
    countReach(viewer, unit.id),
  ]);
  if (instructors.length === 0) return <NoChains />;
  return (
    <>
      <p className="my-4 max-w-[48em] font-semibold">
        {t('unitReach', { unit: unit.name, count: reach?.women ?? 0, beyond: reach?.beyond ?? 0 })}
      </p>
      <InstructorTable instructors={instructors} />
      {!mayForProvince(viewer, 'pairs.see') && <p className="mt-4 max-w-[48em] text-ink-2">{t('border')}</p>}
      <Pager as={Link} next={next && `${chainsPath}?${new URLSearchParams({ unit: unit.id, after: next })}`} />
    </>
  );
}

async function NoChains() {
  const t = await getTranslations('pairs.chains');
  return (
    <EmptyState icon="people" title={t('empty')}>
      {t('emptyHint')}
    </EmptyState>
  );
}
