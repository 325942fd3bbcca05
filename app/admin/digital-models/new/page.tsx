import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf, withoutNoise } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { FOUND_FORM, FoundForm } from '@/components/digital-models/found-form';
import { KindChoice } from '@/components/digital-models/kind-choice';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Stepper } from '@/components/ui/panels/stepper';
import { UnitChooser } from '@/components/units/choice/unit-chooser';
import { mayAnywhere } from '@/domain/access/access';
import { keptFor } from '@/domain/access/kept-queries';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { hostLevelsOf, type ModelKind, modelKinds } from '@/domain/digital-models/digital-model';
import { type FactFields, factNames } from '@/domain/digital-models/facts';
import { listHouseholdCandidates } from '@/domain/digital-models/households/household-candidate-queries';
import { findSharedPractice } from '@/domain/digital-models/practices/practice-queries';
import type { UnitChoice } from '@/domain/units/choice/choice';
import { requireViewer } from '@/server/sign-in/session';
import { askForUnit } from '../../units/question';
import { foundModel } from '../actions';
import { modelsPath } from '../asked';

type Props = PageProps<'/admin/digital-models/new'>;

type Query = Awaited<Props['searchParams']>;

const path = `${modelsPath}/new`;
const TYPED_MAX = 500;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'digital-models.found')) notFound();
  return { title: (await getTranslations('digital-models.found'))('title') };
}

export default async function FoundPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'digital-models.found')) notFound();
  const query = await searchParams;
  // which women come with their households is chosen anew in another place
  const clean = withoutNoise(path, query, /^(headPersonIds|sizes)\b/);
  if (clean) redirect(clean as never);
  const kind = modelKinds.find((each) => each === oneOf(query.kind));
  const asked = { unit: query.unit, practice: oneOf(query.practice) ?? oneOf(query.practiceId), query };
  const [t, models] = await Promise.all([getTranslations('digital-models.found'), getTranslations('digital-models')]);
  return (
    <LivePage>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: models('title'), href: modelsPath }, { label: t('title') }]} />}
        title={kind ? `${t('title')}: ${models(`kind.${kind}`)}` : t('title')}
        lead={kind ? t(`about.${kind}`) : t('lead')}
      />
      {kind ? <PlaceAndFacts viewer={viewer} kind={kind} asked={asked} /> : <KindChoice unitId={oneOf(query.unit)} />}
    </LivePage>
  );
}

type PlaceProps = {
  viewer: Viewer;
  kind: ModelKind;
  asked: { unit: string | string[] | undefined; practice: string | undefined; query: Query };
};

/** The place of the model comes first, then the facts, which know it. */
async function PlaceAndFacts({ viewer, kind, asked }: PlaceProps) {
  const levels = hostLevelsOf(kind);
  const [t, { question, unit: host }] = await Promise.all([
    getTranslations('digital-models.found'),
    askForUnit(viewer, { permission: 'digital-models.found', levels }, asked.unit),
  ]);
  const practice =
    kind === 'digital_womens_club' && asked.practice ? await findSharedPractice(viewer, asked.practice) : null;
  const found = kind === 'digital_family' && host ? await candidatesAt(viewer, host.path) : null;
  const households = found && { ...found, hostName: host?.name ?? '' };
  return (
    <div className="max-w-2xl">
      <div className="mb-6">
        <Stepper steps={[t('steps.kind'), t('steps.place'), t('steps.facts')]} current={host ? 2 : 1} />
      </div>
      {question.few?.length === 0 && <EmptyState icon={kind} title={t('noPlace')} />}
      <UnitChooser
        action={path}
        name="unit"
        label={t(levels.length > 1 ? 'unit' : 'unitSub')}
        question={question}
        along={host ? FOUND_FORM : undefined}
        kept={[['kind', kind], ...(practice ? [['practice', practice.id] as const] : [])]}
      />
      {host && question.chosen && (
        <FoundForm
          // another place: what was typed stays, the first name is that of the place
          key={host.id}
          typed={typedIn(asked.query, await nameIn(viewer, kind, host, asked.query))}
          action={foundModel}
          kind={kind}
          place={question.few?.length === 1 ? question.chosen.label : undefined}
          unitId={host.id}
          today={today()}
          practice={practice}
          households={households}
        />
      )}
    </div>
  );
}

/** Whoever may come with her household, kept until anything is written: the form is opened again for each refusal. */
const candidatesAt = (viewer: Viewer, place: UnitPath) =>
  keptFor(viewer, `households that may come to ${place}`, () => listHouseholdCandidates(viewer, place));

/** `name`: the first one of the place, or what was typed instead. */
function typedIn(query: Query, name: string) {
  const text = (each: string) => oneOf(query[each])?.slice(0, TYPED_MAX);
  const typed = Object.fromEntries(factNames.map((each) => [each, text(each) ?? ''])) as FactFields;
  return {
    facts: { ...typed, name, foundedOn: typed.foundedOn || today() },
    status: text('status'),
    activeFrom: text('activeFrom'),
    reason: text('reason'),
  };
}

/** The name that was typed, unless it was the first name of the place before. */
async function nameIn(viewer: Viewer, kind: ModelKind, host: UnitChoice, query: Query): Promise<string> {
  const [first, typed, before] = [await firstName(kind, host), oneOf(query.name), oneOf(query.unitId)];
  if (!typed) return first;
  const scope = { permission: 'digital-models.found', levels: hostLevelsOf(kind) } as const;
  const was = before ? (await askForUnit(viewer, scope, before)).unit : null;
  return was && typed === (await firstName(kind, was)) ? first : typed.slice(0, TYPED_MAX);
}

/** "Gia đình số Tổ 1, Khu phố 5": how such models are usually called, to be changed at will. */
async function firstName(kind: ModelKind, host: UnitChoice): Promise<string> {
  const t = await getTranslations({ locale: 'vi', namespace: 'digital-models.kind' });
  const above = host.level === 'group' && host.subAssociation ? [host.subAssociation] : [];
  const place = [host.name, ...above].map((name) => name.replace(/^Chi hội /, ''));
  return `${t(kind)} ${place.join(', ')}`;
}
