import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { ChangeForm } from '@/components/units/restructuring/change-form';
import { today } from '@/domain/days/day';
import { levelBelow } from '@/domain/units/restructuring/change';
import { findPlan } from '@/domain/units/restructuring/plan-queries';
import { requireViewer } from '@/server/sign-in/session';
import { loadUnit } from '../[unitId]/load';
import { planChange } from '../actions';
import { unitsPath } from '../asked';

type Props = PageProps<'/admin/units/new'>;

async function loadParent(query: Awaited<Props['searchParams']>) {
  const parent = await loadUnit(oneOf(query.parent) ?? '');
  const level = levelBelow[parent.level];
  return parent.may.found && level ? { parent, level } : notFound();
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { parent } = await loadParent(await searchParams);
  return { title: (await getTranslations('units.change'))('title.found', { name: parent.name }) };
}

export default async function FoundUnitPage({ searchParams }: Props) {
  const query = await searchParams;
  const viewer = await requireViewer();
  const { parent, level } = await loadParent(query);
  const [t, plan] = await Promise.all([getTranslations('units'), findPlan(viewer, oneOf(query.plan) ?? '')]);
  const title = t('change.title.found', { name: parent.name });
  const back = `${unitsPath}/${parent.id}`;
  return (
    <LivePage>
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[{ label: t('title'), href: unitsPath }, { label: parent.name, href: back }, { label: title }]}
          />
        }
        title={title}
        lead={t('change.lead')}
      />
      <div className="max-w-2xl">
        <ChangeForm
          action={planChange}
          kind="found"
          unitId={parent.id}
          level={level}
          unitKind={null}
          target={null}
          sources={[]}
          today={today()}
          plan={plan?.unitId === parent.id ? plan : null}
          back={back}
        />
      </div>
    </LivePage>
  );
}
