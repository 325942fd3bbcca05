import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { FoundForm } from '@/components/digital-models/found-form';
import { hostOptions } from '@/components/digital-models/host-options';
import { KindChoice } from '@/components/digital-models/kind-choice';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar, FilterSelect } from '@/components/ui/filter-bar';
import { Stepper } from '@/components/ui/stepper';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/day';
import { hostLevelsOf, type ModelKind, modelKinds } from '@/domain/digital-models/digital-model';
import { listHomeCandidates } from '@/domain/digital-models/household-candidate-queries';
import { findSharedPractice } from '@/domain/digital-models/practice-queries';
import type { Unit } from '@/domain/units/unit';
import { requireViewer } from '@/server/session';
import { foundModel } from '../actions';
import { modelsPath } from '../asked';
import { hostChoices, oneOf } from '../host-choices';

type Props = PageProps<'/admin/digital-models/new'>;

const path = `${modelsPath}/new`;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'digital-models.found')) notFound();
  return { title: (await getTranslations('digital-models.found'))('title') };
}

export default async function FoundPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'digital-models.found')) notFound();
  const query = await searchParams;
  const kind = modelKinds.find((each) => each === oneOf(query.kind));
  const place = { commune: oneOf(query.commune), unit: oneOf(query.unit), practice: oneOf(query.practice) };
  const [t, models] = await Promise.all([getTranslations('digital-models.found'), getTranslations('digital-models')]);
  return (
    <>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: models('title'), href: modelsPath }, { label: t('title') }]} />}
        title={kind ? `${t('title')}: ${models(`kind.${kind}`)}` : t('title')}
        lead={kind ? t(`about.${kind}`) : t('lead')}
      />
      {kind ? <PlaceAndFacts viewer={viewer} kind={kind} asked={place} /> : <KindChoice unitId={place.unit} />}
    </>
  );
}

type PlaceProps = {
  viewer: Viewer;
  kind: ModelKind;
  asked: { commune: string | undefined; unit: string | undefined; practice: string | undefined };
};

/** Where there is more than one commune to choose from, that comes first; then the unit and the facts on one sheet. */
async function PlaceAndFacts({ viewer, kind, asked }: PlaceProps) {
  const [t, { communes, communeId, units, unit }] = await Promise.all([
    getTranslations('digital-models.found'),
    hostChoices(viewer, 'digital-models.found', hostLevelsOf(kind), asked),
  ]);
  const practice =
    kind === 'digital_womens_club' && asked.practice ? await findSharedPractice(viewer, asked.practice) : null;
  const several = communes.length > 1;
  const host = units?.find(({ id }) => id === unit?.id) ?? (units?.length === 1 ? units[0] : undefined);
  const found = kind === 'digital_family' && host ? await listHomeCandidates(viewer, host.path) : null;
  const homes = found && { ...found, hostName: host?.name ?? '' };
  return (
    <div className="max-w-2xl">
      <div className="mb-6">
        <Stepper steps={[t('steps.kind'), t('steps.place'), t('steps.facts')]} current={units ? 2 : 1} />
      </div>
      {several && (
        <div className="mb-8">
          <FilterBar action={path} label={t('communeChoice')}>
            <input type="hidden" name="kind" value={kind} />
            {practice && <input type="hidden" name="practice" value={practice.id} />}
            <FilterSelect
              name="commune"
              label={t('communeLabel')}
              value={communeId}
              options={communes.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </FilterBar>
          {!units && <p className="mt-3 text-ink-2">{t('communeFirst')}</p>}
        </div>
      )}
      {units && units.length === 0 && <EmptyState icon={kind} title={t('noPlace')} />}
      {units && units.length > 0 && (
        <FoundForm
          action={foundModel}
          kind={kind}
          hosts={hostOptions(units)}
          unitId={host?.id}
          name={host ? await firstName(kind, host, units) : ''}
          today={today()}
          practice={practice}
          homes={homes}
        />
      )}
    </div>
  );
}

/** "Gia đình số Tổ 1, Khu phố 5": how such models are usually called, to be changed at will. */
async function firstName(kind: ModelKind, host: Unit, units: readonly Unit[]): Promise<string> {
  const t = await getTranslations({ locale: 'vi', namespace: 'digital-models.kind' });
  const above = host.level === 'group' ? units.find(({ id }) => id === host.subAssociationId) : undefined;
  const place = [host, above].flatMap((unit) => (unit ? [unit.name.replace(/^Chi hội /, '')] : []));
  return `${t(kind)} ${place.join(', ')}`;
}
