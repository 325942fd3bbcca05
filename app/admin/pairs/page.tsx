import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ExportLinks } from '@/components/exports/export-links';
import { PageHead } from '@/components/layout/page-head';
import { PairTable } from '@/components/pairs/pair-table';
import { ButtonLink, MoreLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar, FilterChips, FilterSelect, FilterText } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { mayAnywhere } from '@/domain/access/access';
import { isId } from '@/domain/id';
import { countReach } from '@/domain/pairs/chain-queries';
import { listPairs } from '@/domain/pairs/queries';
import { findUnit, listUnits } from '@/domain/units/queries';
import type { Unit } from '@/domain/units/unit';
import { requireViewer } from '@/server/session';
import { known, oneOf } from '../digital-models/host-choices';
import { type AskedPairs, addressOf, askedOf, pairsPath } from './asked';

type Props = PageProps<'/admin/pairs'>;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'pairs.see')) notFound();
  return { title: (await getTranslations('pairs'))('title') };
}

export default async function PairsPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'pairs.see')) notFound();
  const query = await searchParams;
  const asked = askedOf(query);
  const communes = await listUnits(viewer, { permission: 'pairs.see', levels: ['commune'] });
  const communeId = communes.length === 1 ? communes[0]?.id : communes.find(({ id }) => id === asked.communeId)?.id;
  const [t, { pairs, total, next }, units, unit] = await Promise.all([
    getTranslations('pairs'),
    listPairs(viewer, known({ ...asked, after: oneOf(query.after) })),
    communeId ? listUnits(viewer, { permission: 'pairs.see', levels: ['sub_association'], communeId }) : [],
    asked.subAssociationId ? findUnit(viewer, asked.subAssociationId, 'pairs.see') : null,
  ]);
  return (
    <>
      <PageHead
        above={pairs.some(({ demo }) => demo) && <DemoMark />}
        title={t('title')}
        lead={t('lead')}
        actions={
          mayAnywhere(viewer, 'pairs.pair-up') && (
            <ButtonLink as={Link} href={`${pairsPath}/new`} variant="primary" icon="plus">
              {t('list.pairUp')}
            </ButtonLink>
          )
        }
      />
      <Onward unitId={asked.subAssociationId ?? communeId ?? viewer.grants[0]?.unitId} />
      <Filters asked={asked} communes={communes} units={units} unit={unit} found={total} />
      {pairs.length > 0 ? (
        <PairTable pairs={pairs} within={communes.length < 2 || Boolean(communeId)} />
      ) : (
        <NoPairs narrowed={Object.values(asked).some(Boolean)} />
      )}
      <Pager as={Link} next={next && addressOf({ ...asked, after: next })} />
      {pairs.length > 0 && <ExportLinks address={addressOf(asked)} />}
    </>
  );
}

/** How far the guidance went from here, and the two lists that lead on. */
async function Onward({ unitId }: { unitId: string | undefined }) {
  const viewer = await requireViewer();
  const [t, unit, reach] = await Promise.all([
    getTranslations('pairs.list'),
    unitId && isId(unitId) ? findUnit(viewer, unitId, 'pairs.see') : null,
    unitId && isId(unitId) ? countReach(viewer, unitId) : null,
  ]);
  return (
    <div className="mb-6">
      {unit && reach !== null && <p className="max-w-[48em]">{t('reach', { unit: unit.name, count: reach })}</p>}
      <p className="flex flex-wrap gap-x-6">
        <MoreLink as={Link} href={`${pairsPath}/chains${unit ? `?unit=${unit.id}` : ''}`}>
          {t('chains')}
        </MoreLink>
        <MoreLink as={Link} href={`${pairsPath}/quiet`}>
          {t('quietLink')}
        </MoreLink>
      </p>
    </div>
  );
}

type FilterProps = { asked: AskedPairs; communes: Unit[]; units: Unit[]; unit: Unit | null; found: number };

const choices = (units: readonly Unit[]) => units.map(({ id, name }) => ({ value: id, label: name }));

function Filters({ asked, communes, units, unit, found }: FilterProps) {
  const t = useTranslations('pairs.list');
  const named = (list: Unit[], id: string | undefined) => list.find((unit) => unit.id === id)?.name;
  const chips = [
    { label: asked.q && `“${asked.q}”`, without: addressOf({ ...asked, q: undefined }) },
    {
      label: named(communes, asked.communeId),
      without: addressOf({ ...asked, communeId: undefined, subAssociationId: undefined }),
    },
    { label: unit?.name, without: addressOf({ ...asked, subAssociationId: undefined }) },
    { label: asked.state && t(asked.state), without: addressOf({ ...asked, state: undefined }) },
  ];
  return (
    <>
      <FilterBar action={pairsPath} label={t('label')}>
        <FilterText name="q" label={t('q')} value={asked.q} placeholder={t('placeholder')} />
        {communes.length > 1 && (
          <FilterSelect name="commune" label={t('commune')} value={asked.communeId} options={choices(communes)} />
        )}
        {units.length > 1 && (
          <FilterSelect name="unit" label={t('unit')} value={asked.subAssociationId} options={choices(units)} />
        )}
        <FilterSelect
          name="state"
          label={t('state')}
          value={asked.state}
          options={(['live', 'ended'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </FilterBar>
      <FilterChips
        as={Link}
        found={t('found', { count: found })}
        chips={chips.flatMap(({ label, without }) => (label ? [{ label, without }] : []))}
      />
    </>
  );
}

function NoPairs({ narrowed }: { narrowed: boolean }) {
  const t = useTranslations('pairs.list');
  return <EmptyState title={t(narrowed ? 'nothing' : 'empty')}>{t(narrowed ? 'nothingHint' : 'emptyHint')}</EmptyState>;
}
