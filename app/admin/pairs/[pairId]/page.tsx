import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { ContactForm } from '@/components/pairs/contacts/contact-form';
import { ContactList } from '@/components/pairs/contacts/contact-list';
import { EndForm } from '@/components/pairs/end-form';
import { AddGoalForm, GoalList } from '@/components/pairs/goal-list';
import { PairFacts } from '@/components/pairs/pair-facts';
import { PairNotices } from '@/components/pairs/pair-notices';
import { TieForm } from '@/components/pairs/pairing/tie-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import { Pager } from '@/components/ui/tables/pager';
import { listPublishedSkills } from '@/domain/courses/skill-queries';
import { type Day, today } from '@/domain/days/day';
import { lastDayOffered } from '@/domain/days/ending';
import { listContacts } from '@/domain/pairs/contacts/contact-queries';
import { type Goal, isReached } from '@/domain/pairs/goals/goal';
import { listGoals } from '@/domain/pairs/goals/goal-queries';
import { GOALS_MAX, laterOf, type PairRow, tieAhead } from '@/domain/pairs/pair';
import { findPair } from '@/domain/pairs/queries';
import { formatDay } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';
import { Moved } from '../../coverage/moved';
import { addGoal, endPair, markGoal, recordContact, removeGoal, tiePair } from '../actions';
import { pairsPath } from '../asked';
import { familiesOf } from '../families';

type Props = PageProps<'/admin/pairs/[pairId]'>;

const saids = ['paired', 'tied', 'ended', 'goal-added', 'goal-removed', 'marked', 'met'] as const;

/** After these her unit may stand differently. */
const moving = new Set<(typeof saids)[number]>(['paired', 'tied', 'ended']);

const loadPair = cache(async (pairId: string) => (await findPair(await requireViewer(), pairId)) ?? notFound());

async function titleOf({ instructor, learner }: PairRow): Promise<string> {
  const t = await getTranslations('pairs.record');
  return t('title', { instructor: instructor.name ?? t('erased'), learner: learner.name ?? t('erased') });
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await titleOf(await loadPair((await params).pairId)) };
}

export default async function PairPage({ params, searchParams }: Props) {
  const [{ pairId }, { said, contacts, family, moved }] = await Promise.all([params, searchParams]);
  const [viewer, pair] = await Promise.all([requireViewer(), loadPair(pairId)]);
  const [t, title, goals, met] = await Promise.all([
    getTranslations('pairs'),
    titleOf(pair),
    listGoals(viewer, pairId),
    listContacts(viewer, pairId, oneOf(contacts)),
  ]);
  const done = saids.find((key) => key === said);
  const ahead = done === 'tied' && tieAhead(pair, today());
  // of one that begins later is said what it will move; a second one is not offered
  const moves = done && moving.has(done) && pair.host;
  return (
    <LivePage>
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: pairsPath }, { label: title }]}>
            {pair.demo && <DemoMark />}
          </Breadcrumbs>
        }
        title={title}
      />
      {done && (
        <Notice title={ahead ? t('said.tiedAhead', { day: formatDay(viewer.locale, ahead) }) : t(`said.${done}`)} />
      )}
      {moves && <Moved unitId={moves.unitId} recordId={pairId} word={moved} onlyIfMoved={pair.state === 'announced'} />}
      <PairNotices pair={pair} goals={goals} />
      <div className="grid items-start gap-x-8 gap-y-10 2xl:grid-cols-[minmax(0,1fr)_384px]">
        <div className="grid gap-8">
          <PairFacts pair={pair} />
          {pair.may.guide && pair.state === 'live' && (
            <Panel id="contact" title={t('contact.title')} grid>
              <ContactForm action={recordContact} pair={pair} goals={goals} today={today()} contactId={randomUUID()} />
            </Panel>
          )}
          <Goals pair={pair} goals={goals} />
          <Contacts pairId={pairId} met={met} />
        </div>
        {pair.state !== 'ended' && (
          <Work pair={pair} reached={isReached(goals)} lastMet={met.last} familyId={oneOf(family)} />
        )}
      </div>
    </LivePage>
  );
}

async function Goals({ pair, goals }: { pair: PairRow; goals: readonly Goal[] }) {
  const t = await getTranslations('pairs.goals');
  const may = pair.may.guide && pair.state === 'live';
  const skills = may
    ? (await listPublishedSkills()).filter(({ id }) => !goals.some(({ skillId }) => skillId === id))
    : [];
  return (
    <Panel id="goals" title={t('title')}>
      <GoalList
        goals={goals}
        marking={may ? { from: pair.from, day: today(), mark: markGoal, remove: removeGoal } : null}
      />
      {may && goals.length < GOALS_MAX && <AddGoalForm action={addGoal} pair={pair} skills={skills} />}
    </Panel>
  );
}

type ContactsProps = { pairId: string; met: Awaited<ReturnType<typeof listContacts>> };

function Contacts({ pairId, met: { contacts, total, next } }: ContactsProps) {
  const t = useTranslations('pairs.contact');
  return (
    <section id="contacts">
      <h2>{t('list')}</h2>
      {contacts.length > 0 ? (
        <>
          <p className="mb-2 text-ink-2">{t('listHint', { count: total })}</p>
          <ContactList contacts={contacts} />
          <Pager as={Link} next={next && `${pairsPath}/${pairId}?contacts=${next}#contacts`} />
        </>
      ) : (
        <p className="text-ink-2">{t('none')}</p>
      )}
    </section>
  );
}

type WorkProps = { pair: PairRow; reached: boolean; lastMet: Day | null; familyId: string | undefined };

/** Tying and ending, beside the record; below it on a phone. */
async function Work({ pair, reached, lastMet, familyId }: WorkProps) {
  const viewer = await requireViewer();
  const [t, all] = await Promise.all([
    getTranslations('pairs'),
    pair.host && pair.may.tie ? familiesOf(viewer, pair.host.unitId) : [],
  ]);
  const offered = lastDayOffered(pair.from, today());
  const families = all.filter(({ id }) => !pair.families.some(({ modelId }) => modelId === id));
  return (
    <div className="grid gap-6">
      {pair.may.tie && (families.length > 0 || pair.families.length === 0) && (
        <Panel id="tie" title={t('tie.title')} grid>
          {families.length > 0 ? (
            <TieForm action={tiePair} pair={pair} families={families} familyId={familyId} today={today()} />
          ) : (
            <p>
              {t('tie.none')}{' '}
              <Link href={`/admin/digital-models/new?kind=digital_family&unit=${pair.host?.unitId ?? ''}`}>
                {t('tie.found')}
              </Link>
            </p>
          )}
        </Panel>
      )}
      {pair.may.end && (
        <Panel id="end" title={t('end.title')}>
          <EndForm action={endPair} pair={pair} lastDay={laterOf(offered, lastMet ?? offered)} reached={reached} />
        </Panel>
      )}
    </div>
  );
}
