import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { known, oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { MetTodayForm } from '@/components/pairs/quiet/met-today-form';
import { QuietTable } from '@/components/pairs/quiet/quiet-table';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { FilterBar } from '@/components/ui/tables/filter-bar';
import { Pager } from '@/components/ui/tables/pager';
import { UnitFilter } from '@/components/units/choice/unit-filter';
import { isToBeAsked } from '@/components/units/choice/unit-option';
import { mayAnywhere } from '@/domain/access/access';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { listQuietPairs } from '@/domain/pairs/quiet-queries';
import { requireViewer } from '@/server/sign-in/session';
import { recordMetToday } from '../actions';
import { pairsPath, quietPath } from '../asked';
import { askForPlace } from '../places';

type Props = PageProps<'/admin/pairs/quiet'>;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'pairs.see')) notFound();
  return { title: (await getTranslations('pairs.quiet'))('title') };
}

export default async function QuietPairsPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'pairs.see')) notFound();
  const query = await searchParams;
  const read = await keptFor(viewer, `quiet pairs ${JSON.stringify(query)}`, () => readAll(viewer, query));
  const { question, id: unitId, pairs, total, next } = read;
  const t = await getTranslations('pairs');
  return (
    <LivePage of={query.said ? undefined : read}>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: pairsPath }, { label: t('quiet.title') }]} />}
        title={t('quiet.title')}
        lead={t('quiet.lead')}
      />
      {query.said === 'met' && <Notice title={t('quiet.said')} />}
      {isToBeAsked(question) && (
        <FilterBar action={quietPath} label={t('quiet.label')}>
          <UnitFilter name="unit" label={t('quiet.unit')} question={question} />
        </FilterBar>
      )}
      {pairs.length > 0 ? (
        <>
          <p role="status" className="my-3 text-ink-2">
            {t('quiet.found', { count: total })}
          </p>
          {pairs.some(({ may }) => may.guide) && <MetTodayForm action={recordMetToday} />}
          <QuietTable
            pairs={pairs}
            today={today()}
            within={new Set(pairs.map(({ host }) => host?.communeId)).size < 2}
          />
        </>
      ) : (
        <EmptyState icon="check" title={t('quiet.empty')}>
          {t('quiet.emptyHint')}
        </EmptyState>
      )}
      <Pager
        as={Link}
        next={next && `${quietPath}?${new URLSearchParams({ ...(unitId ? { unit: unitId } : {}), after: next })}`}
      />
    </LivePage>
  );
}

/** The pairs that are asked for, and the place that they are narrowed to. */
async function readAll(viewer: Viewer, query: Awaited<Props['searchParams']>) {
  const { question, id } = await askForPlace(viewer, query.unit);
  return { question, id, ...(await listQuietPairs(viewer, known({ unitId: id, after: oneOf(query.after) }))) };
}
