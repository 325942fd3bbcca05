import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { AskDraw, DrawPreviewPart } from '@/components/spot-checks/announce-parts';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { mayForProvince } from '@/domain/access/access';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { FIRST_DAY } from '@/domain/coverage/coverage';
import { type Day, today } from '@/domain/days/day';
import { previewDraw } from '@/domain/spot-checks/drawing/preview-queries';
import { listSpotRounds } from '@/domain/spot-checks/round-queries';
import { requireViewer } from '@/server/sign-in/session';
import { announceSpotRound } from '../actions';
import { askedDraw, roundAddress, spotChecksPath } from '../asked';

async function load() {
  const viewer = await requireViewer();
  return mayForProvince(viewer, 'spot-checks.draw') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('spot-checks.new'))('title') };
}

/** A round is announced: what it would come to is seen before, which units it would draw is not. */
export default async function NewSpotRoundPage({ searchParams }: PageProps<'/admin/spot-checks/new'>) {
  const [viewer, query, t] = await Promise.all([load(), searchParams, getTranslations('spot-checks')]);
  const asked = askedDraw(query);
  const { countedOn, percent } = asked;
  const read = await keptFor(viewer, `a draw ${countedOn} ${percent}`, () => readDraw(viewer, countedOn, percent));
  const { preview, running } = read;
  return (
    <LivePage of={read} as={JSON.stringify(asked)}>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: spotChecksPath }]} />}
        title={t('new.title')}
        lead={t('new.lead')}
      />
      {running && (
        <Notice
          tone="information"
          title={t('new.running')}
          action={<Link href={roundAddress(running.id)}>{t('new.open')}</Link>}
        />
      )}
      <AskDraw action={`${spotChecksPath}/new`} asked={asked} first={FIRST_DAY} today={today()} />
      {preview ? (
        <DrawPreviewPart
          locale={viewer.locale}
          asked={asked}
          preview={preview}
          announce={running ? undefined : announceSpotRound}
        />
      ) : (
        <EmptyState icon="hexagon" title={t('new.nothing')} />
      )}
    </LivePage>
  );
}

/** What the draw would come to, and the round that is under way meanwhile. */
async function readDraw(viewer: Viewer, countedOn: Day, percent: number) {
  const [preview, rounds] = await Promise.all([previewDraw(viewer, countedOn, percent), listSpotRounds(viewer)]);
  return { preview, running: rounds.find(({ state }) => state === 'announced' || state === 'open') };
}
