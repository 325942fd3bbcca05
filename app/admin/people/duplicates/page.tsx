import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { DuplicateList } from '@/components/people/duplicates/duplicate-list';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { FilterBar } from '@/components/ui/tables/filter-bar';
import { Pager } from '@/components/ui/tables/pager';
import { UnitFilter } from '@/components/units/choice/unit-filter';
import { isToBeAsked } from '@/components/units/choice/unit-option';
import { mayAnywhere } from '@/domain/access/access';
import { listLikelyPairs } from '@/domain/people/duplicates/duplicate-list-queries';
import { requireViewer } from '@/server/sign-in/session';
import { askForUnit } from '../../units/question';
import { sayNotSame } from '../actions';
import { peoplePath } from '../asked';

type Props = PageProps<'/admin/people/duplicates'>;

const duplicatesPath = `${peoplePath}/duplicates`;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'people.record')) notFound();
  return { title: (await getTranslations('people.duplicates'))('title') };
}

export default async function DuplicatesPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'people.record')) notFound();
  const query = await searchParams;
  const place = await askForUnit(viewer, { permission: 'people.record', levels: ['commune'] }, query.unit);
  const unitId = place.id;
  const [t, { pairs, next }] = await Promise.all([
    getTranslations('people'),
    listLikelyPairs(viewer, { unitId, after: oneOf(query.after) }),
  ]);
  return (
    <LivePage>
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: peoplePath }, { label: t('duplicates.title') }]} />
        }
        title={t('duplicates.title')}
        lead={t('duplicates.lead')}
      />
      {query.said === 'notSame' && <Notice title={t('said.notSame')} />}
      {isToBeAsked(place.question) && (
        <div className="mb-6">
          <FilterBar action={duplicatesPath} label={t('duplicates.title')}>
            <UnitFilter name="unit" label={t('duplicates.commune')} question={place.question} />
          </FilterBar>
        </div>
      )}
      {pairs.length > 0 ? (
        <DuplicateList pairs={pairs} notSame={sayNotSame} mayMerge={mayAnywhere(viewer, 'merging.merge')} />
      ) : (
        <EmptyState icon="people" title={t('duplicates.empty')}>
          {t('duplicates.emptyHint')}
        </EmptyState>
      )}
      <Pager
        as={Link}
        next={next && `${duplicatesPath}?${new URLSearchParams({ ...(unitId ? { unit: unitId } : {}), after: next })}`}
      />
    </LivePage>
  );
}
