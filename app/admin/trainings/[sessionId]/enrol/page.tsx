import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { EnrolMembersForm } from '@/components/enrolments/enrol-members-form';
import { ParticipantTable } from '@/components/enrolments/participant-table';
import { PageHead } from '@/components/layout/page-head';
import { whenWords } from '@/components/trainings/time-words';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { FilterBar, FilterText } from '@/components/ui/tables/filter-bar';
import { Pager } from '@/components/ui/tables/pager';
import { UnitChooser } from '@/components/units/choice/unit-chooser';
import type { Viewer } from '@/domain/access/viewer';
import { findSessionToJoin, listMembersToEnrol } from '@/domain/enrolments/join-queries';
import type { SessionToJoin } from '@/domain/enrolments/participants/participant';
import { listOwnParticipants, seesParticipants } from '@/domain/enrolments/participants/participant-queries';
import { formatNumber } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';
import { askForUnit } from '../../../units/question';
import { trainingsPath } from '../../asked';
import { acceptOffer, enrolMembers, removeEnrolment, seeParticipantPhone } from '../participants/actions';

type Props = PageProps<'/admin/trainings/[sessionId]/enrol'>;

type Query = Awaited<Props['searchParams']>;

const LEVELS = ['commune', 'sub_association', 'group'] as const;

const pathOf = (session: SessionToJoin) => `${trainingsPath}/${session.id}`;

const load = cache(async (sessionId: string) => {
  const viewer = await requireViewer();
  const session = await findSessionToJoin(viewer, sessionId);
  return session ? { viewer, session } : notFound();
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ session }, t] = await Promise.all([
    load((await props.params).sessionId),
    getTranslations('enrolments.enrol'),
  ]);
  return { title: t('pageTitle', { title: session.title }) };
}

/** A unit, a name if there is one, then the women to tick: of a commune's session also for heads of its sub-associations. */
export default async function EnrolPage(props: Props) {
  const [{ viewer, session }, query] = await Promise.all([load((await props.params).sessionId), props.searchParams]);
  const { question, asked, members, next, own, seesAll } = await loadMembers(viewer, session, query);
  return (
    <LivePage>
      <Said viewer={viewer} query={query} messages={seesAll ? `${pathOf(session)}/messages` : '/admin/messages'} />
      <Head viewer={viewer} session={session} seesAll={seesAll} />
      <Search session={session} question={question} asked={asked} />
      <Members session={session} asked={asked} members={members} next={next} />
      {own.length > 0 && !seesAll && <Own session={session} participants={own} />}
    </LivePage>
  );
}

/** The women of the unit that is asked for, and those of hers who are enrolled. */
async function loadMembers(viewer: Viewer, { id: sessionId }: SessionToJoin, query: Query) {
  const { question, unit } = await askForUnit(viewer, { permission: 'enrolments.enrol', levels: LEVELS }, query.unit);
  const asked = { unitId: unit?.id, q: oneOf(query.q)?.slice(0, 100) };
  const [{ members, next }, own, seesAll] = await Promise.all([
    unit
      ? listMembersToEnrol(viewer, { sessionId, unitId: unit.id, q: asked.q, after: oneOf(query.after) })
      : { members: [], next: null },
    listOwnParticipants(viewer, sessionId),
    seesParticipants(viewer, sessionId),
  ]);
  return { question, asked, members, next, own, seesAll };
}

type Loaded = Awaited<ReturnType<typeof loadMembers>>;

function Said({ viewer, query, messages }: { viewer: Viewer; query: Query; messages: string }) {
  const t = useTranslations('enrolments');
  const said = oneOf(query.said);
  const changed = (['removed', 'accepted'] as const).find((each) => each === said);
  const count = (name: string) => formatNumber(viewer.locale, Number(oneOf(query[name]) ?? 0) || 0);
  return (
    <>
      {said === 'enrolled' && (
        <Notice
          title={t('enrol.done', { seated: count('seated'), waiting: count('waiting'), already: count('already') })}
          action={<Link href={messages}>{t('enrol.tell')}</Link>}
        />
      )}
      {changed && <Notice title={t(`list.${changed}`)} />}
    </>
  );
}

function Head({ viewer, session, seesAll }: { viewer: Viewer; session: SessionToJoin; seesAll: boolean }) {
  const t = useTranslations('enrolments');
  const trainings = useTranslations('trainings');
  const participants = `${pathOf(session)}/participants`;
  return (
    <PageHead
      above={
        <Breadcrumbs
          as={Link}
          crumbs={[
            { label: t('enrol.trainings'), href: trainingsPath },
            { label: session.title, ...(seesAll ? { href: participants } : {}) },
            { label: t('enrol.title') },
          ]}
        />
      }
      title={t('enrol.pageTitle', { title: session.title })}
      lead={t('enrol.lead', {
        when: whenWords(trainings, viewer.locale, session),
        place: session.place,
        held: formatNumber(viewer.locale, session.held),
        seats: formatNumber(viewer.locale, session.seats),
        waiting: formatNumber(viewer.locale, session.waiting),
      })}
      actions={
        seesAll && (
          <ButtonLink as={Link} href={participants} icon="people">
            {t('list.title')}
          </ButtonLink>
        )
      }
    />
  );
}

function Search({ session, question, asked }: { session: SessionToJoin } & Pick<Loaded, 'question' | 'asked'>) {
  const t = useTranslations('enrolments.enrol');
  const path = `${pathOf(session)}/enrol`;
  return (
    <div className="mb-6 max-w-4xl">
      <UnitChooser action={path} name="unit" label={t('unit')} question={question} />
      {asked.unitId && (
        <FilterBar action={path} label={t('search')}>
          <input type="hidden" name="unit" value={asked.unitId} />
          <FilterText name="q" label={t('name')} value={asked.q} />
        </FilterBar>
      )}
    </div>
  );
}

type MembersProps = { session: SessionToJoin } & Pick<Loaded, 'asked' | 'members' | 'next'>;

function Members({ session, asked: { unitId, q }, members, next }: MembersProps) {
  const t = useTranslations('enrolments.enrol');
  const query = next && new URLSearchParams({ unit: unitId ?? '', ...(q ? { q } : {}), after: next });
  return (
    <div className="max-w-4xl">
      {members.length > 0 ? (
        <EnrolMembersForm action={enrolMembers} sessionId={session.id} members={members} />
      ) : (
        <EmptyState icon="people" title={t(unitId ? 'nobody' : 'chooseUnit')} />
      )}
      <Pager as={Link} next={query && `${pathOf(session)}/enrol?${query}`} />
    </div>
  );
}

/** Women of her own units who take part, for whoever may not see the whole list. */
function Own({ session, participants }: { session: SessionToJoin; participants: Loaded['own'] }) {
  const t = useTranslations('enrolments.enrol');
  return (
    <section className="mt-9">
      <h2 className="mb-3">{t('own')}</h2>
      <ParticipantTable
        caption={t('own')}
        sessionId={session.id}
        participants={participants}
        actions={{ remove: removeEnrolment, accept: acceptOffer, seePhone: seeParticipantPhone }}
        from="enrol"
      />
    </section>
  );
}
