import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
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
import { keptFor } from '@/domain/access/kept-queries';
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
  const [t, read] = await Promise.all([
    getTranslations('pairs'),
    keptFor(viewer, `chains ${JSON.stringify(query)}`, () => readAll(viewer, query)),
  ]);
  const { id, question, shown } = read;
  if (id && !shown) notFound();
  return (
    <LivePage of={read}>
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
      {shown ? <Instructors {...shown} isOfAll={mayForProvince(viewer, 'pairs.see')} /> : <NoChains />}
    </LivePage>
  );
}

/** The place that is asked for, who guides there and whom they reach; `shown` null while none is chosen or may be seen. */
async function readAll(viewer: Viewer, query: Awaited<Props['searchParams']>) {
  const wide = await findUnit(viewer, oneOf(query.unit) ?? '', 'pairs.see');
  // the whole province in one list nobody reads: a commune is chosen first
  const {
    question,
    unit: own,
    id,
  } = await askForPlace(viewer, wide?.level === 'province' ? '' : query.unit, () => true);
  const unit = await findUnit(viewer, id ?? own?.id ?? '', 'pairs.see');
  return { id, question, shown: unit && (await readInstructors(viewer, unit, oneOf(query.after))) };
}

async function readInstructors(viewer: Viewer, unit: Unit, after: string | undefined) {
  const [list, reach] = await Promise.all([
    listInstructors(viewer, { unitId: unit.id, ...known({ after }) }),
    countReach(viewer, unit.id),
  ]);
  return { unit, reach, ...list };
}

type InstructorsProps = Awaited<ReturnType<typeof readInstructors>> & { isOfAll: boolean };

function Instructors({ unit, reach, instructors, next, isOfAll }: InstructorsProps) {
  const t = useTranslations('pairs.chains');
  if (instructors.length === 0) return <NoChains />;
  return (
    <>
      <p className="my-4 max-w-[48em] font-semibold">
        {t('unitReach', { unit: unit.name, count: reach?.women ?? 0, beyond: reach?.beyond ?? 0 })}
      </p>
      <InstructorTable instructors={instructors} />
      {!isOfAll && <p className="mt-4 max-w-[48em] text-ink-2">{t('border')}</p>}
      <Pager as={Link} next={next && `${chainsPath}?${new URLSearchParams({ unit: unit.id, after: next })}`} />
    </>
  );
}

function NoChains() {
  const t = useTranslations('pairs.chains');
  return (
    <EmptyState icon="people" title={t('empty')}>
      {t('emptyHint')}
    </EmptyState>
  );
}
