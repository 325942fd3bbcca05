import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { known, oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { ModelTable } from '@/components/digital-models/model-table';
import { ExportLinks } from '@/components/exports/export-links';
import { PageHead } from '@/components/layout/page-head';
import { ButtonLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { EmptyState } from '@/components/ui/empty-state';
import { Segmented } from '@/components/ui/forms/segmented';
import { Link } from '@/components/ui/link';
import { FilterBar, FilterChips, FilterSelect, FilterText } from '@/components/ui/tables/filter-bar';
import { Pager } from '@/components/ui/tables/pager';
import { UnitFilter } from '@/components/units/choice/unit-filter';
import { isToBeAsked, type UnitQuestion } from '@/components/units/choice/unit-option';
import { mayAnywhere } from '@/domain/access/access';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { type ModelKind, modelKinds } from '@/domain/digital-models/digital-model';
import { listModels } from '@/domain/digital-models/queries';
import { modelStatuses } from '@/domain/digital-models/status';
import { findUnit } from '@/domain/units/queries';
import type { Unit } from '@/domain/units/unit';
import { requireViewer } from '@/server/sign-in/session';
import { askForUnit } from '../units/question';
import { type Asked, addressOf, askedOf, modelsPath } from './asked';

type Props = PageProps<'/admin/digital-models'>;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'digital-models.see')) notFound();
  return { title: (await getTranslations('digital-models'))('title') };
}

export default async function ModelsPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'digital-models.see')) notFound();
  const query = await searchParams;
  const read = await keptFor(viewer, `models ${JSON.stringify(query)}`, () => readAll(viewer, query));
  const { asked, place, unit, models, total, next } = read;
  const { kind } = asked;
  const t = await getTranslations('digital-models');
  const within = Boolean(asked.communeId) || !isToBeAsked(place);
  return (
    <LivePage of={read}>
      <PageHead
        above={models.some(({ demo }) => demo) && <DemoMark />}
        title={kind ? t(`kind.${kind}`) : t('title')}
        actions={<Ways viewer={viewer} kind={kind} />}
      />
      <Filters asked={asked} place={place} unit={unit} found={t('list.found', { count: total })} />
      {models.length > 0 ? <ModelTable models={models} mixed={!kind} within={within} /> : <NoModels asked={asked} />}
      <Pager as={Link} next={next && addressOf({ ...asked, after: next })} />
      {models.length > 0 && <ExportLinks address={addressOf(asked)} />}
    </LivePage>
  );
}

/** The models that are asked for, and what the page asks beside them. */
async function readAll(viewer: Viewer, query: Awaited<Props['searchParams']>) {
  const place = await askForUnit(viewer, { permission: 'digital-models.see', levels: ['commune'] }, query.commune);
  const asked = { ...askedOf(query), communeId: place.id };
  const [list, unit] = await Promise.all([
    listModels(viewer, known({ ...asked, after: oneOf(query.after) })),
    asked.unitId ? findUnit(viewer, asked.unitId, 'digital-models.see') : null,
  ]);
  return { asked, place: place.question, unit, ...list };
}

/** The tasks that begin from here, and the other lists about models. */
function Ways({ viewer, kind }: { viewer: Viewer; kind: ModelKind | undefined }) {
  const t = useTranslations('digital-models');
  const founds = mayAnywhere(viewer, 'digital-models.found');
  return (
    <>
      {founds && (
        <ButtonLink as={Link} href={`${modelsPath}/new${kind ? `?kind=${kind}` : ''}`} variant="primary" icon="plus">
          {t('list.foundModel')}
        </ButtonLink>
      )}
      {mayAnywhere(viewer, 'digital-models.see-hints') && (
        <ButtonLink as={Link} href={`${modelsPath}/hints`}>
          {t('hints.title')}
        </ButtonLink>
      )}
      {founds && (
        <ButtonLink as={Link} href={`${modelsPath}/practices`}>
          {t('practice.listTitle')}
        </ButtonLink>
      )}
      <ButtonLink as={Link} href="/admin/criteria">
        {t('checklists.title')}
      </ButtonLink>
    </>
  );
}

type FilterProps = { asked: Asked; place: UnitQuestion; unit: Unit | null; found: string };

function Filters({ asked, place, unit, found }: FilterProps) {
  const t = useTranslations('digital-models');
  const chips = [
    { label: asked.q && `“${asked.q}”`, without: addressOf({ ...asked, q: undefined }) },
    { label: asked.communeId && place.chosen?.label, without: addressOf({ ...asked, communeId: undefined }) },
    { label: unit?.name, without: addressOf({ ...asked, unitId: undefined }) },
    { label: asked.status && t(`status.${asked.status}`), without: addressOf({ ...asked, status: undefined }) },
  ];
  return (
    <>
      <Kinds asked={asked} />
      <FilterBar action={modelsPath} label={t('list.label')}>
        {asked.kind && <input type="hidden" name="kind" value={asked.kind} />}
        {unit && <input type="hidden" name="unit" value={unit.id} />}
        <FilterText name="q" label={t('list.q')} value={asked.q} placeholder={t('list.placeholder')} />
        <UnitFilter name="commune" label={t('list.commune')} question={place} />
        <FilterSelect
          name="status"
          label={t('list.status')}
          value={asked.status}
          options={modelStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
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

function Kinds({ asked }: { asked: Asked }) {
  const t = useTranslations('digital-models');
  const segments = [undefined, ...modelKinds].map((kind) => ({
    href: addressOf({ ...asked, kind }),
    label: t(`kindShort.${kind ?? 'all'}`),
    current: kind === asked.kind,
    ...(kind ? { icon: kind } : {}),
  }));
  return (
    <div className="mb-5">
      <Segmented as={Link} label={t('list.kinds')} segments={segments} />
    </div>
  );
}

function NoModels({ asked }: { asked: Asked }) {
  const t = useTranslations('digital-models.list');
  const narrowed = Boolean(asked.q || asked.status || asked.communeId || asked.unitId);
  const all = (
    <ButtonLink as={Link} href={addressOf({ kind: asked.kind })}>
      {t('all')}
    </ButtonLink>
  );
  return (
    <EmptyState
      icon={asked.kind ?? 'digital_family'}
      title={t(narrowed ? 'nothing' : 'empty')}
      action={narrowed && all}
    >
      {t(narrowed ? 'nothingHint' : 'emptyHint')}
    </EmptyState>
  );
}
