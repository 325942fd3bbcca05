import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { OtherDay } from '@/components/coverage/other-day';
import { PartTable } from '@/components/indicators/part-table';
import { RowTable } from '@/components/indicators/row-table';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Pager } from '@/components/ui/tables/pager';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { lastAskedDay } from '@/domain/coverage/coverage';
import type { Day } from '@/domain/days/day';
import { type IndicatorCode, toldOf } from '@/domain/indicators/indicator';
import { findIndicator } from '@/domain/indicators/queries';
import { hasRows, rowKindOf } from '@/domain/indicators/rows/row';
import { listIndicatorRows } from '@/domain/indicators/rows/row-queries';
import { formatDay } from '@/i18n/format';
import { addressOf, askedOf, indicatorPath } from '../../asked';
import { placeOf } from '../../place';
import { loadDefinition } from '../load';

type Props = PageProps<'/admin/indicators/[code]/rows'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { definition } = await loadDefinition((await params).code);
  return { title: `${definition.name}: ${(await getTranslations('indicators.rows'))('title')}` };
}

/** Row by row what a number counts in a place on a day, for who may see both; of women and pairs of the whole city commune by commune. */
export default async function RowsPage({ params, searchParams }: Props) {
  const { viewer, code, definition } = await loadDefinition((await params).code);
  const query = await searchParams;
  const { day, refused, unitId } = askedOf(query);
  const asked = { code, unitId: unitId ?? placeOf(viewer, toldOf(code).needs) ?? '', day };
  const read = await keptFor(viewer, `rows behind ${code} ${JSON.stringify(query)}`, () =>
    readRows(viewer, asked, oneOf(query.after)),
  );
  const { found, page } = read;
  if (!found || !rowKindOf(code) || (hasRows(code, found.unit) && !page)) notFound();
  const t = await getTranslations('indicators.rows');
  const path = `${indicatorPath(code)}/rows`;
  const next = page?.next && addressOf(path, { day, unitId, after: page.next });
  return (
    <LivePage of={read}>
      <PageHead
        above={<Way name={definition.name} href={addressOf(indicatorPath(code), { day, unitId })} />}
        title={definition.name}
        lead={t(page ? 'lead' : 'leadOfCity', {
          place: found.unit.name,
          day: formatDay(viewer.locale, day),
          count: found.figure.done ?? 0,
        })}
      />
      <OtherDay locale={viewer.locale} day={day} refused={refused} last={lastAskedDay()} />
      {!page && (
        <PartTable
          locale={viewer.locale}
          measure={definition.measure}
          total={found.figure}
          rows={found.parts}
          sort="name"
          caption={definition.name}
          whole={found.unit.name}
          linked={({ id }, name) => <Link href={addressOf(path, { day, unitId: id })}>{name}</Link>}
        />
      )}
      {page && page.rows.length > 0 && <RowTable rows={page.rows} />}
      {page?.rows.length === 0 && <EmptyState icon="report" title={t('none')} />}
      <Pager as={Link} next={next ?? null} />
    </LivePage>
  );
}

/** The number, and a page of what it counts. */
async function readRows(viewer: Viewer, asked: { code: IndicatorCode; unitId: string; day: Day }, after?: string) {
  const [found, page] = await Promise.all([
    findIndicator(viewer, { ...asked, trend: [] }),
    listIndicatorRows(viewer, { ...asked, after }),
  ]);
  return { found, page };
}

function Way({ name, href }: { name: string; href: string }) {
  const t = useTranslations('indicators.rows');
  return <Breadcrumbs as={Link} crumbs={[{ label: name, href }, { label: t('title') }]} />;
}
