import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { ComponentProps } from 'react';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { SeriesCancelForm, SeriesChangeForm } from '@/components/series/series-change-form';
import { SeriesTable } from '@/components/series/series-table';
import { SessionTabs } from '@/components/trainings/session-tabs';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import type { Viewer } from '@/domain/access/viewer';
import { dayOf } from '@/domain/days/day';
import { findFormChoices } from '@/domain/trainings/form-queries';
import { timeFields } from '@/domain/trainings/plan';
import type { SessionRecord } from '@/domain/trainings/session-view';
import { formatWeekdayInside } from '@/i18n/format';
import { trainingsPath } from '../../asked';
import { choicesInWords } from '../../choices';
import { cancelSeries, checkChange } from '../../series/actions';
import { changeAsked } from '../../series/address';
import { sessionTabs } from '../tabs';
import { loadSeries } from './load';

type Props = PageProps<'/admin/trainings/[sessionId]/series'>;

const SAID = ['planned', 'changed', 'cancelled'] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { session } = await loadSeries(params);
  return { title: `${(await getTranslations('series'))('title')}: ${session.title}` };
}

/** All sessions of the series, and the forms for those from this one on. */
export default async function SeriesPage({ params, searchParams }: Props) {
  const [{ viewer, session, members }, t, query] = await Promise.all([
    loadSeries(params),
    getTranslations('series'),
    searchParams,
  ]);
  const own = members.find(({ id }) => id === session.id);
  const found = own?.open && session.commune ? await findFormChoices(viewer, session.commune.id) : null;
  const choices = found && (await choicesInWords(viewer.locale, found, session));
  const said = SAID.find((each) => each === oneOf(query.said));
  return (
    <LivePage>
      {said && <Notice title={t(`done.${said}`)} />}
      <PageHead above={<Way session={session} />} title={session.title} />
      <SessionTabs sessionId={session.id} current="series" offered={sessionTabs(viewer, session)} />
      <div className="grid gap-9">
        <SeriesTable members={members} current={session.id} />
        {choices && (
          <>
            <Change viewer={viewer} session={session} choices={choices} values={valuesOf(session, query)} />
            <SeriesCancelForm action={cancelSeries} sessionId={session.id} />
          </>
        )}
        {!own?.open && <p className="text-ink-2">{t('change.closed')}</p>}
      </div>
    </LivePage>
  );
}

function Way({ session }: { session: SessionRecord }) {
  const t = useTranslations();
  return (
    <Breadcrumbs
      as={Link}
      crumbs={[
        { label: t('trainings.admin.title'), href: trainingsPath },
        { label: session.title, href: `${trainingsPath}/${session.id}` },
        { label: t('series.title') },
      ]}
    />
  );
}

type FormProps = ComponentProps<typeof SeriesChangeForm>;

/** What was typed before the preview, or the sessions as they stand. */
function valuesOf(session: SessionRecord, query: Awaited<Props['searchParams']>): FormProps['values'] {
  const typed = changeAsked(query);
  const stands = timeFields(session);
  const values = typed.fields.sessionId
    ? { ...typed.fields, trainerIds: typed.trainerIds }
    : {
        ...stands,
        overnight: stands.endDay ? 'yes' : '',
        trainerIds: session.trainers.map(({ id }) => id),
      };
  return {
    from: '',
    to: '',
    overnight: '',
    shiftDays: '0',
    reason: '',
    venueId: session.venue?.id ?? '',
    seats: String(session.seats),
    ...values,
    sessionId: session.id,
  };
}

type ChangeProps = { viewer: Viewer; session: SessionRecord } & Pick<FormProps, 'choices' | 'values'>;

function Change({ viewer, session, choices, values }: ChangeProps) {
  const t = useTranslations('series.change');
  return (
    <Panel grid title={t('title')}>
      <p className="mb-4">{t('lead', { day: formatWeekdayInside(viewer.locale, dayOf(session.startsAt)) })}</p>
      <SeriesChangeForm action={checkChange} choices={choices} values={values} />
    </Panel>
  );
}
