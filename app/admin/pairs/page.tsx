import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { known, oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { ExportLinks } from '@/components/exports/export-links';
import { PageHead } from '@/components/layout/page-head';
import { PairTable } from '@/components/pairs/pair-table';
import { ButtonLink, MoreLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { FilterBar, FilterChips, FilterSelect, FilterText } from '@/components/ui/tables/filter-bar';
import { Pager } from '@/components/ui/tables/pager';
import { UnitFilter } from '@/components/units/choice/unit-filter';
import { isToBeAsked, type UnitQuestion } from '@/components/units/choice/unit-option';
import { mayAnywhere } from '@/domain/access/access';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { countReach } from '@/domain/pairs/chain-queries';
import { listPairs } from '@/domain/pairs/queries';
import { findUnit } from '@/domain/units/queries';
import { requireViewer } from '@/server/sign-in/session';
import { askForUnit } from '../units/question';
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
  const read = await keptFor(viewer, `pairs ${JSON.stringify(query)}`, () => readAll(viewer, query));
  const { asked, commune, sub, unit, reach, pairs, total, next } = read;
  const t = await getTranslations('pairs');
  return (
    <LivePage of={read}>
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
      <Onward unit={unit} reach={reach} />
      <Filters asked={asked} commune={commune} sub={sub} found={total} />
      {pairs.length > 0 ? (
        <PairTable pairs={pairs} within={Boolean(commune.chosen) || !isToBeAsked(commune)} />
      ) : (
        <NoPairs narrowed={Object.values(asked).some(Boolean)} />
      )}
      <Pager as={Link} next={next && addressOf({ ...asked, after: next })} />
      {pairs.length > 0 && <ExportLinks address={addressOf(asked)} />}
    </LivePage>
  );
}

/** The pairs that are asked for, and what the page asks beside them. */
async function readAll(viewer: Viewer, query: Awaited<Props['searchParams']>) {
  const permission = 'pairs.see' as const;
  const commune = await askForUnit(viewer, { permission, levels: ['commune'] }, query.commune);
  const within = commune.unit?.id;
  const sub = await askForUnit(viewer, { permission, levels: ['sub_association'], within }, query.unit);
  const asked = { ...askedOf(query), communeId: commune.id, subAssociationId: sub.id };
  const place = asked.subAssociationId ?? within ?? viewer.grants[0]?.unitId;
  const at = place && isId(place) ? place : null;
  const [list, unit, reach] = await Promise.all([
    listPairs(viewer, known({ ...asked, after: oneOf(query.after) })),
    at ? findUnit(viewer, at, 'pairs.see') : null,
    at ? countReach(viewer, at) : null,
  ]);
  return { asked, commune: commune.question, sub: sub.question, unit, reach, ...list };
}

type OnwardProps = Pick<Awaited<ReturnType<typeof readAll>>, 'unit' | 'reach'>;

/** How far the guidance went from here, and the two lists that lead on. */
function Onward({ unit, reach }: OnwardProps) {
  const t = useTranslations('pairs.list');
  return (
    <div className="mb-6">
      {unit && reach !== null && (
        <p className="max-w-[48em]">{t('reach', { unit: unit.name, count: reach.women, beyond: reach.beyond })}</p>
      )}
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

type FilterProps = { asked: AskedPairs; commune: UnitQuestion; sub: UnitQuestion; found: number };

function Filters({ asked, commune, sub, found }: FilterProps) {
  const t = useTranslations('pairs.list');
  const chips = [
    { label: asked.q && `“${asked.q}”`, without: addressOf({ ...asked, q: undefined }) },
    {
      label: asked.communeId && commune.chosen?.label,
      without: addressOf({ ...asked, communeId: undefined, subAssociationId: undefined }),
    },
    {
      label: asked.subAssociationId && sub.chosen?.label,
      without: addressOf({ ...asked, subAssociationId: undefined }),
    },
    { label: asked.state && t(asked.state), without: addressOf({ ...asked, state: undefined }) },
  ];
  return (
    <>
      <FilterBar action={pairsPath} label={t('label')}>
        <FilterText name="q" label={t('q')} value={asked.q} placeholder={t('placeholder')} />
        <UnitFilter name="commune" label={t('commune')} question={commune} />
        <UnitFilter name="unit" label={t('unit')} question={sub} />
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
