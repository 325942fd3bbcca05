import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { CoverageLegend } from '@/components/charts/coverage-legend';
import { CoverageMapDrawing } from '@/components/coverage/map/map-drawing';
import { ProjectedAll, ProjectedPlace } from '@/components/coverage/projector/projected-place';
import { ProjectorBar } from '@/components/coverage/projector/projector-bar';
import { type Room, rooms, type Slide, slides } from '@/components/coverage/projector/slides';
import { mayAnywhere } from '@/domain/access/access';
import { keptThisMinute } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { lastMonthOf, mostMoved } from '@/domain/coverage/changes/change';
import { type CoverageView, readView } from '@/domain/coverage/view/view';
import { env } from '@/domain/ground/env';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { requireViewer } from '@/server/sign-in/session';
import { gapsIn, type Look, lookAt, matrixAt } from '../look';
import { matrixPath } from '../map-and-place';
import { loadMeeting, type Meeting } from '../meeting/load';
import { Changed, Needed } from '../meeting/parts';
import { viewPath } from '../view-path';
import { placesBeside, slidesBeside } from './ways';

type Props = PageProps<'/admin/coverage/projector'>;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'coverage.see')) notFound();
  return { title: (await getTranslations('coverage.projector'))('title') };
}

/** Coverage for a room that looks on together: the map and one place after another, with what changed since last month. */
export default async function ProjectorPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'coverage.see')) notFound();
  const query = await searchParams;
  const asked = readView(query);
  const view = { ...asked, earlier: asked.earlier ?? lastMonthOf(asked.day.day) };
  const room = rooms.find((each) => each === query.room) ?? 'bright';
  const slide = slides.find((each) => each === query.slide) ?? 'map';
  const look = await keptThisMinute(viewer, `projected ${JSON.stringify(view)}`, () => lookAt(viewer, view));
  if (look.all.length === 0) notFound();
  const pathOf = pathIn(asked, room);
  const otherRoom = room === 'dark' ? 'bright' : 'dark';
  const meeting = slide === 'map' ? null : await loadMeeting(viewer, { day: view.day.day, earlier: view.earlier });
  const ways =
    slide === 'map' ? placesBeside(view, look, pathOf) : slidesBeside(slide, (each) => pathOf(asked.place, room, each));
  return (
    <LivePage of={meeting ?? look} as={JSON.stringify([asked, room, slide])}>
      <div className="projector" data-room={room}>
        <ProjectorBar
          demo={env.DEMO === 'on'}
          room={room}
          slides={slides.map((each) => ({
            slide: each,
            href: pathOf(asked.place, room, each),
            current: each === slide,
          }))}
          {...ways}
          otherRoom={pathOf(asked.place, otherRoom, slide)}
          leave={viewPath(asked)}
        />
        {meeting && slide !== 'map' ? (
          <ProjectedMeeting viewer={viewer} meeting={meeting} slide={slide} />
        ) : (
          <Places viewer={viewer} view={view} look={look} hrefOf={({ slug }) => pathOf(slug)} />
        )}
      </div>
    </LivePage>
  );
}

type PlacesProps = { viewer: Viewer; view: CoverageView; look: Look; hrefOf: (row: { slug: string }) => string };

/** The map, and beside it the place that was chosen, or all of them. */
async function Places({ viewer, view, look, hrefOf }: PlacesProps) {
  const { locale } = viewer;
  const gaps = gapsIn(await matrixAt(viewer, look, view));
  const shown = { locale, view, since: view.earlier, changes: look.changes };
  return (
    <div className="projector-places" {...(look.all.length === 1 && { 'data-alone': '' })}>
      <ProjectedMap locale={locale} view={view} look={look} hrefOf={hrefOf} />
      {look.chosen ? (
        <ProjectedPlace {...shown} row={look.chosen} gaps={gaps} matrixHref={matrixPath(look.chosen, view)} />
      ) : (
        <ProjectedAll {...shown} rows={look.rows} moved={look.changes ? mostMoved(look.rows, look.changes) : []} />
      )}
    </div>
  );
}

type MeetingProps = { viewer: Viewer; meeting: Meeting; slide: Exclude<Slide, 'map'> };

/** The page of the meeting, a part at a time. */
function ProjectedMeeting({ viewer, meeting, slide }: MeetingProps) {
  const t = useTranslations('coverage.meeting');
  const { day, earlier } = meeting;
  const since = { from: formatDay(viewer.locale, earlier ?? day), to: formatDay(viewer.locale, day) };
  const Slide = slide === 'changes' ? Changed : Needed;
  return (
    <div className="projected-meeting">
      <h1 className="mb-1">{t(slide === 'changes' ? 'changed' : 'needs')}</h1>
      <p className="mb-4 text-h3">{earlier ? t('lead', since) : t('leadFirst')}</p>
      <Slide viewer={viewer} meeting={meeting} />
    </div>
  );
}

type MapProps = { locale: Locale; view: CoverageView; look: Look; hrefOf: (row: { slug: string }) => string };

/** The map with its legend, under what it shows; with one commune there is none. */
function ProjectedMap({ locale, view, look, hrefOf }: MapProps) {
  const t = useTranslations('coverage.projector');
  return (
    <div className="min-w-0">
      <h1 className="mb-3 text-h2">{t('heading', { day: formatDay(locale, view.day.day), level: view.level })}</h1>
      {look.all.length > 1 && (
        <>
          <CoverageMapDrawing
            locale={locale}
            tiles={look.rows}
            level={view.level}
            boundaries={look.boundaries}
            hrefOf={hrefOf}
            current={look.chosen?.code}
          />
          <div className="projector-legend">
            <CoverageLegend level={view.level} />
          </div>
        </>
      )}
    </div>
  );
}

/** The address of a place in the projector, in a room, or of another slide; null is all of them. */
const pathIn =
  (view: CoverageView, room: Room) =>
  (place: string | null, other = room, slide: Slide = 'map'): string => {
    const path = viewPath({ ...view, place }, '/projector');
    const more = new URLSearchParams({
      ...(other === 'dark' && { room: other }),
      ...(slide !== 'map' && { slide }),
    }).toString();
    return more ? `${path}${path.includes('?') ? '&' : '?'}${more}` : path;
  };
