import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { FeedForm } from '@/components/calendar/feed-form';
import { FeedList } from '@/components/calendar/feed-list';
import { PageHead } from '@/components/layout/page-head';
import { Words } from '@/components/layout/words';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import { mayAnywhere } from '@/domain/access/access';
import { feedsFor } from '@/domain/calendar/feed';
import { listFeeds } from '@/domain/calendar/feed-queries';
import { requireViewer } from '@/server/sign-in/session';
import { trainingsPath } from '../asked';
import { endFeed, makeFeed } from './actions';

type Props = PageProps<'/admin/trainings/calendars'>;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'trainings.see')) notFound();
  return { title: (await getTranslations('calendar.feeds'))('title') };
}

/** Addresses under which a phone's calendar takes in what the viewer may see: made, listed and ended by herself. */
export default async function CalendarsPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'trainings.see')) notFound();
  const [t, words, feeds, query] = await Promise.all([
    getTranslations('calendar.feeds'),
    getTranslations('trainings.admin'),
    listFeeds(viewer),
    searchParams,
  ]);
  return (
    <LivePage>
      {oneOf(query.said) === 'ended' && <Notice title={t('ended')} />}
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={[{ label: words('title'), href: trainingsPath }, { label: t('title') }]} />
        }
        title={t('title')}
        lead={t('lead')}
      />
      <div className="grid items-start gap-9 2xl:grid-cols-2">
        <Panel grid title={t('new')}>
          <Words of={['calendar.feeds']}>
            <FeedForm
              action={makeFeed}
              kinds={feedsFor(viewer).map((kind) => ({
                value: kind,
                label: t(`kind.${kind}`),
                hint: t(`hint.${kind}`),
              }))}
            />
          </Words>
        </Panel>
        <section>
          <h2 className="mb-3">{t('own')}</h2>
          {feeds.length > 0 ? <FeedList feeds={feeds} action={endFeed} /> : <p>{t('none')}</p>}
        </section>
      </div>
    </LivePage>
  );
}
