import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { PageHead } from '@/components/layout/page-head';
import { SeriesCancelForm, SeriesChangeForm } from '@/components/series/series-change-form';
import { SeriesTable } from '@/components/series/series-table';
import { SessionTabs } from '@/components/trainings/session-tabs';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import { dayOf } from '@/domain/days/day';
import { findFormChoices } from '@/domain/trainings/form-queries';
import { timeFields } from '@/domain/trainings/plan';
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
  const [{ viewer, session, members }, t, training, query] = await Promise.all([
    loadSeries(params),
    getTranslations('series'),
    getTranslations('trainings.admin'),
    searchParams,
  ]);
  const own = members.find(({ id }) => id === session.id);
  const found = own?.open && session.commune ? await findFormChoices(viewer, session.commune.id) : null;
  const said = SAID.find((each) => each === oneOf(query.said));
  const { fields, trainerIds } = changeAsked(query);
  const stands = timeFields(session);
  const values = fields.sessionId
    ? { ...fields, trainerIds }
    : { ...stands, overnight: stands.endDay ? 'yes' : '', trainerIds: session.trainers.map(({ id }) => id) };
  return (
    <>
      {said && <Notice title={t(`done.${said}`)} />}
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[
              { label: training('title'), href: trainingsPath },
              { label: session.title, href: `${trainingsPath}/${session.id}` },
              { label: t('title') },
            ]}
          />
        }
        title={session.title}
      />
      <SessionTabs sessionId={session.id} current="series" offered={sessionTabs(viewer, session)} />
      <div className="grid gap-9">
        <SeriesTable members={members} current={session.id} />
        {found && (
          <>
            <Panel grid title={t('change.title')}>
              <p className="mb-4">
                {t('change.lead', { day: formatWeekdayInside(viewer.locale, dayOf(session.startsAt)) })}
              </p>
              <SeriesChangeForm
                action={checkChange}
                choices={await choicesInWords(viewer.locale, found, session)}
                values={{
                  ...{ from: '', to: '', overnight: '', shiftDays: '0', reason: '' },
                  ...{ venueId: session.venue?.id ?? '', seats: String(session.seats) },
                  ...values,
                  sessionId: session.id,
                }}
              />
            </Panel>
            <SeriesCancelForm action={cancelSeries} sessionId={session.id} />
          </>
        )}
        {!own?.open && <p className="text-ink-2">{t('change.closed')}</p>}
      </div>
    </>
  );
}
