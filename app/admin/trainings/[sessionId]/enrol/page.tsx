import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
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
import { findSessionToJoin, listMembersToEnrol } from '@/domain/enrolments/join-queries';
import { listOwnParticipants, seesParticipants } from '@/domain/enrolments/participants/participant-queries';
import { formatNumber } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';
import { askForUnit } from '../../../units/question';
import { trainingsPath } from '../../asked';
import { acceptOffer, enrolMembers, removeEnrolment, seeParticipantPhone } from '../participants/actions';

type Props = PageProps<'/admin/trainings/[sessionId]/enrol'>;

async function load({ params }: Pick<Props, 'params'>) {
  const viewer = await requireViewer();
  const session = await findSessionToJoin(viewer, (await params).sessionId);
  return session ? { viewer, session } : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ session }, t] = await Promise.all([load(props), getTranslations('enrolments.enrol')]);
  return { title: t('pageTitle', { title: session.title }) };
}

/** A unit, a name if there is one, then the women to tick: of a commune's session also for heads of its sub-associations. */
export default async function EnrolPage(props: Props) {
  const [{ viewer, session }, query, t, trainings] = await Promise.all([
    load(props),
    props.searchParams,
    getTranslations('enrolments'),
    getTranslations('trainings'),
  ]);
  const levels = ['commune', 'sub_association', 'group'] as const;
  const { question, unit } = await askForUnit(viewer, { permission: 'enrolments.enrol', levels }, query.unit);
  const unitId = unit?.id;
  const asked = {
    sessionId: session.id,
    unitId: unitId ?? '',
    q: oneOf(query.q)?.slice(0, 100),
    after: oneOf(query.after),
  };
  const [{ members, next }, own, all] = await Promise.all([
    unitId ? listMembersToEnrol(viewer, asked) : { members: [], next: null },
    listOwnParticipants(viewer, session.id),
    seesParticipants(viewer, session.id),
  ]);
  const path = `${trainingsPath}/${session.id}`;
  const { locale } = viewer;
  const changed = (['removed', 'accepted'] as const).find((each) => each === oneOf(query.said));
  const count = (name: string) => formatNumber(locale, Number(oneOf(query[name]) ?? 0) || 0);
  return (
    <>
      {oneOf(query.said) === 'enrolled' && (
        <Notice
          title={t('enrol.done', { seated: count('seated'), waiting: count('waiting'), already: count('already') })}
          action={<Link href={all ? `${path}/messages` : '/admin/messages'}>{t('enrol.tell')}</Link>}
        />
      )}
      {changed && <Notice title={t(`list.${changed}`)} />}
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[
              { label: t('enrol.trainings'), href: trainingsPath },
              { label: session.title, ...(all ? { href: `${path}/participants` } : {}) },
              { label: t('enrol.title') },
            ]}
          />
        }
        title={t('enrol.pageTitle', { title: session.title })}
        lead={t('enrol.lead', {
          when: whenWords(trainings, locale, session),
          place: session.place,
          held: formatNumber(locale, session.held),
          seats: formatNumber(locale, session.seats),
          waiting: formatNumber(locale, session.waiting),
        })}
        actions={
          all && (
            <ButtonLink as={Link} href={`${path}/participants`} icon="people">
              {t('list.title')}
            </ButtonLink>
          )
        }
      />
      <div className="mb-6 max-w-4xl">
        <UnitChooser action={`${path}/enrol`} name="unit" label={t('enrol.unit')} question={question} />
        {unitId && (
          <FilterBar action={`${path}/enrol`} label={t('enrol.search')}>
            <input type="hidden" name="unit" value={unitId} />
            <FilterText name="q" label={t('enrol.name')} value={asked.q} />
          </FilterBar>
        )}
      </div>
      <div className="max-w-4xl">
        {members.length > 0 ? (
          <EnrolMembersForm action={enrolMembers} sessionId={session.id} members={members} />
        ) : (
          <EmptyState icon="people" title={t(unitId ? 'enrol.nobody' : 'enrol.chooseUnit')} />
        )}
        <Pager
          as={Link}
          next={
            next &&
            `${path}/enrol?${new URLSearchParams({ unit: asked.unitId, ...(asked.q ? { q: asked.q } : {}), after: next })}`
          }
        />
      </div>
      {own.length > 0 && !all && (
        <section className="mt-9">
          <h2 className="mb-3">{t('enrol.own')}</h2>
          <ParticipantTable
            caption={t('enrol.own')}
            sessionId={session.id}
            participants={own}
            actions={{ remove: removeEnrolment, accept: acceptOffer, seePhone: seeParticipantPhone }}
            from="enrol"
          />
        </section>
      )}
    </>
  );
}
