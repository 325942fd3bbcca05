import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { LearnerChoice } from '@/components/pairs/pairing/learner-choice';
import { WomenSearch } from '@/components/pairs/pairing/women-search';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { UnitChooser } from '@/components/units/choice/unit-chooser';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { findMember, listMembers } from '@/domain/people/queries';
import { findUnit } from '@/domain/units/queries';
import { requireViewer } from '@/server/sign-in/session';
import { askForUnit } from '../../units/question';
import { pairsPath } from '../asked';
import { type AskedPair, addressOfNew, askedOfNew, keptOfNew } from './asked';
import { InstructorStep } from './instructor-step';

type Props = PageProps<'/admin/pairs/new'>;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'pairs.pair-up')) notFound();
  return { title: (await getTranslations('pairs.new'))('title') };
}

/** Place, learner, instructor: each step is an address, so it works without a script and can be gone back. */
export default async function PairUpPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'pairs.pair-up')) notFound();
  const query = await searchParams;
  const [t, place, { question, unit: host }] = await Promise.all([
    getTranslations('pairs'),
    getTranslations('units.place'),
    askForUnit(viewer, { permission: 'pairs.pair-up', levels: ['sub_association', 'group'] }, query.unit),
  ]);
  const asked = { ...askedOfNew(query), unit: host?.id };
  const [learner, commune] = await Promise.all([
    host && asked.learner ? findMember(viewer, asked.learner) : null,
    host?.communeId ? findUnit(viewer, host.communeId, 'pairs.pair-up') : null,
  ]);
  // whether her reach goes beyond the sub-association
  const wide = commune !== null;
  const near = host && (host.subAssociationId ?? host.id);
  const where = wide && asked.whole && host?.communeId ? host.communeId : near;
  return (
    <LivePage>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: pairsPath }, { label: t('new.title') }]} />}
        title={t('new.title')}
        lead={t('new.lead')}
      />
      <div className="max-w-3xl">
        {!learner && (
          <UnitChooser
            action="/admin/pairs/new"
            name="unit"
            label={place('unit')}
            question={question}
            kept={keptOfNew({ family: asked.family })}
          />
        )}
        {host && where && !learner && <LearnerStep viewer={viewer} asked={asked} where={where} wide={wide} />}
        {host && where && learner && (
          <InstructorStep viewer={viewer} asked={asked} host={host} learner={learner} where={where} wide={wide} />
        )}
      </div>
    </LivePage>
  );
}

type LearnerStepProps = { viewer: Viewer; asked: AskedPair; where: string; wide: boolean };

/** Members to choose the learner from: those of the sub-association, or of the whole commune when asked; within her reach either way. */
async function LearnerStep({ viewer, asked, where, wide }: LearnerStepProps) {
  const [t, { members, next }] = await Promise.all([
    getTranslations('pairs.new'),
    listMembers(viewer, { unitId: where, ...(asked.q ? { q: asked.q } : {}) }),
  ]);
  return (
    <>
      <h2 className="mb-3">{t('stepLearner')}</h2>
      <WomenSearch
        label={t('search')}
        kept={keptOfNew({ unit: asked.unit, family: asked.family })}
        q={asked.q}
        whole={wide ? asked.whole : undefined}
      />
      {next && <p className="mb-4 text-ink-2">{t('more')}</p>}
      {members.length > 0 ? (
        <LearnerChoice
          members={members}
          hrefOf={(learner) => addressOfNew({ unit: asked.unit, family: asked.family, learner })}
        />
      ) : (
        <EmptyState icon="people" title={t('noMembers')}>
          {t('noMembersHint')}
        </EmptyState>
      )}
    </>
  );
}
