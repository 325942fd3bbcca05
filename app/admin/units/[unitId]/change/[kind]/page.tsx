import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { ChangeForm } from '@/components/units/restructuring/change-form';
import { today } from '@/domain/days/day';
import type { ChangeKind, ChangePlan } from '@/domain/units/restructuring/change';
import { findPlan } from '@/domain/units/restructuring/plan-queries';
import { countRemaining } from '@/domain/units/restructuring/remaining-queries';
import type { UnitRecord } from '@/domain/units/tree';
import { requireViewer } from '@/server/sign-in/session';
import { planChange } from '../../../actions';
import { kindOf, unitsPath } from '../../../asked';
import { type TargetChoices, targetChoices } from '../../../target-choices';
import { loadUnit } from '../../load';
import { PreviewOf } from './preview-of';

type Props = PageProps<'/admin/units/[unitId]/change/[kind]'>;

async function load(params: Props['params']): Promise<{ unit: UnitRecord; kind: ChangeKind }> {
  const { unitId, kind: text } = await params;
  const unit = await loadUnit(unitId);
  const kind = kindOf(text);
  const offered = kind && (kind === 'found' ? unit.may.found : unit.may.change);
  return offered ? { unit, kind } : notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { unit, kind } = await load(params);
  return { title: (await getTranslations('units.change'))(`title.${kind}`, { name: unit.name }) };
}

/** First what is to happen, then, with a plan in the address, everything that it would change. */
export default async function ChangeUnitPage({ params, searchParams }: Props) {
  const [{ unit, kind }, query, viewer] = await Promise.all([load(params), searchParams, requireViewer()]);
  const planId = oneOf(query.plan);
  const found = planId ? await findPlan(viewer, planId) : null;
  const plan = found?.unitId === unit.id && found.kind === kind ? found : null;
  if (planId && !plan) notFound();
  const editing = oneOf(query.edit) !== undefined;
  if (kind === 'found' && (!plan || editing))
    redirect(`${unitsPath}/new?parent=${unit.id}${planId ? `&plan=${planId}` : ''}`);
  const t = await getTranslations('units');
  const title = t(`change.title.${kind}`, { name: unit.name });
  const way = [
    { label: t('title'), href: unitsPath },
    { label: unit.name, href: `${unitsPath}/${unit.id}` },
    { label: t(`kind.${kind}`) },
  ];
  return (
    <LivePage>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={way} />}
        title={title}
        {...(plan && !editing ? {} : { lead: t('change.lead') })}
      />
      {planId && plan && !editing ? (
        <PreviewOf unit={unit} plan={plan} planId={planId} query={query} />
      ) : (
        <Asking unit={unit} kind={kind} plan={plan} />
      )}
    </LivePage>
  );
}

/** A unit that closes with nobody and nothing in it needs none. */
const NONE: TargetChoices = { target: null, sources: [] };

async function Asking({ unit, kind, plan }: { unit: UnitRecord; kind: ChangeKind; plan: ChangePlan | null }) {
  const viewer = await requireViewer();
  const remaining = kind === 'close' ? await countRemaining(viewer, unit.id, plan?.from ?? today()) : null;
  const asksForTarget = kind !== 'close' || remaining !== null;
  const choices = asksForTarget ? await targetChoices(viewer, unit, kind, plan?.targetId ?? undefined) : NONE;
  return (
    <div className="max-w-2xl">
      <ChangeForm
        action={planChange}
        kind={kind}
        unitId={unit.id}
        level={unit.level}
        unitKind={unit.kind}
        {...choices}
        remaining={remaining}
        today={today()}
        plan={plan}
        back={`${unitsPath}/${unit.id}`}
      />
    </div>
  );
}
