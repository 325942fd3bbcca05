import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { known, oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { ExportLinks } from '@/components/exports/export-links';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { EmptyState } from '@/components/ui/empty-state';
import { PlainCheckbox } from '@/components/ui/forms/plain-fields';
import { Link } from '@/components/ui/link';
import { FilterBar, FilterChips, FilterSelect, FilterText } from '@/components/ui/tables/filter-bar';
import { Pager } from '@/components/ui/tables/pager';
import { UnitTable } from '@/components/units/unit-table';
import { mayAnywhere } from '@/domain/access/access';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { findUnitRecord } from '@/domain/units/record-queries';
import { levelBelow } from '@/domain/units/restructuring/change';
import type { UnitRecord } from '@/domain/units/tree';
import { listTopUnits, listUnitsBelow } from '@/domain/units/tree-queries';
import { requireViewer } from '@/server/sign-in/session';
import { type AskedUnits, addressOf, askedOf, unitsPath } from './asked';

type Props = PageProps<'/admin/units'>;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'units.see')) notFound();
  return { title: (await getTranslations('units'))('title') };
}

/** The tree, one unit's branches at a time, or what a search finds in it. */
export default async function UnitsPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'units.see')) notFound();
  const query = await searchParams;
  const [t, read] = await Promise.all([
    getTranslations('units.list'),
    keptFor(viewer, `units ${JSON.stringify(query)}`, () => readAll(viewer, query)),
  ]);
  const { asked, searching, looksAt, under, units, next } = read;
  if (asked.under && !under) notFound();
  return (
    <LivePage of={read}>
      <Head under={under} demo={units.some(({ demo }) => demo)} />
      <Filters asked={asked} found={t('found', { count: units.length })} />
      <h2 className="mb-3">
        {under ? (
          <Link href={`${unitsPath}/${under.id}`} aria-label={t('openUnit', { name: under.name })}>
            {t('in', { name: under.name })}
          </Link>
        ) : (
          t('everywhere')
        )}
      </h2>
      {units.length > 0 ? (
        <UnitTable
          units={units}
          today={today()}
          belowOf={({ unitId }) => addressOf({ under: unitId })}
          within={Boolean(under)}
        />
      ) : (
        <EmptyState icon="people" title={t(searching ? 'nothing' : 'empty')}>
          {t(searching ? 'nothingHint' : 'emptyHint')}
        </EmptyState>
      )}
      <Pager as={Link} next={next && addressOf({ ...looksAt, after: next })} />
      {units.length > 0 && <ExportLinks address={addressOf(looksAt)} />}
    </LivePage>
  );
}

/** What is asked for, the unit that is looked below, and what lies there or is found. */
async function readAll(viewer: Viewer, query: Awaited<Props['searchParams']>) {
  const asked = askedOf(query);
  const searching = Boolean(asked.q || asked.level || asked.closed);
  const top = await listTopUnits(viewer);
  const standsAt = asked.under ?? (searching ? undefined : top.length === 1 ? top[0]?.id : undefined);
  const looksAt = { ...asked, ...known({ under: standsAt }) };
  const [list, under] = await Promise.all([
    listUnitsBelow(viewer, known({ ...looksAt, after: oneOf(query.after) })),
    standsAt ? findUnitRecord(viewer, standsAt) : null,
  ]);
  return { asked, searching, looksAt, under, ...list };
}

/** The way down to the unit whose branches are shown, and founding one below it. */
function Head({ under, demo }: { under: UnitRecord | null; demo: boolean }) {
  const t = useTranslations('units');
  const below = under && levelBelow[under.level];
  return (
    <PageHead
      above={
        <>
          {under && <Way under={under} />}
          {demo && <DemoMark />}
        </>
      }
      title={t('title')}
      lead={t('list.lead')}
      actions={
        under?.may.found &&
        below && (
          <ButtonLink as={Link} href={`${unitsPath}/new?parent=${under.id}`} variant="primary" icon="plus">
            {t(`record.foundBelow.${below as 'group'}`)}
          </ButtonLink>
        )
      }
    />
  );
}

function Way({ under }: { under: UnitRecord }) {
  const t = useTranslations('units');
  const crumbs = [
    { label: t('title'), href: unitsPath },
    ...under.above.map(({ unitId, name }) => ({ label: name, href: addressOf({ under: unitId }) })),
    { label: under.name },
  ];
  return <Breadcrumbs as={Link} crumbs={crumbs} />;
}

function Filters({ asked, found }: { asked: AskedUnits; found: string }) {
  const t = useTranslations('units');
  const levels = ['commune', 'sub_association', 'group'] as const;
  const chips = [
    { label: asked.q && `“${asked.q}”`, without: addressOf({ ...asked, q: undefined }) },
    { label: asked.level && t(`levels.${asked.level}`), without: addressOf({ ...asked, level: undefined }) },
    { label: asked.closed && t('list.closed'), without: addressOf({ ...asked, closed: undefined }) },
  ];
  return (
    <>
      <FilterBar action={unitsPath} label={t('list.search')}>
        <FilterText name="q" label={t('list.q')} value={asked.q} placeholder={t('list.placeholder')} />
        <FilterSelect
          name="level"
          label={t('list.level')}
          value={asked.level}
          options={levels.map((value) => ({ value, label: t(`levels.${value}`) }))}
        />
        <PlainCheckbox
          id="filter-closed"
          name="closed"
          label={t('list.closed')}
          defaultChecked={Boolean(asked.closed)}
        />
      </FilterBar>
      <FilterChips
        as={Link}
        found={found}
        chips={chips.flatMap(({ label, without }) => (label ? [{ label, without }] : []))}
      />
    </>
  );
}
