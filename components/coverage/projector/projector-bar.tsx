import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { Segmented } from '@/components/ui/forms/segmented';
import { Link } from '@/components/ui/link';
import { ProjectorKeys } from './projector-keys';
import type { Room, Slide } from './slides';

type BarProps = {
  room: Room;
  /** the same for each slide */
  slides: { slide: Slide; href: string; current: boolean }[];
  demo: boolean;
  previous: string | null;
  next: string | null;
  palest: string | null;
  /** the same for the other room, and back to the page */
  otherRoom: string;
  leave: string;
};

/** The ways on: to the next place, or slide where there are no places, to the lowest, into the other light, and out. Links all of them, and arrow keys beside. */
export function ProjectorBar({ room, slides, demo, previous, next, palest, otherRoom, leave }: BarProps) {
  const t = useTranslations('coverage.projector');
  const places = slides.some(({ slide, current }) => current && slide === 'map');
  const link = (href: string | null, words: string, variant?: 'primary') =>
    href && (
      <ButtonLink as={Link} href={href} compact {...(variant && { variant })}>
        {words}
      </ButtonLink>
    );
  return (
    <nav aria-label={t('ways')} className="projector-bar">
      <Segmented
        as={Link}
        label={t('slides.label')}
        segments={slides.map(({ slide, href, current }) => ({ href, label: t(`slides.${slide}`), current }))}
      />
      {link(previous, t(places ? 'previous' : 'previousSlide'))}
      {link(next, t(places ? 'next' : 'nextSlide'))}
      {link(palest, t('palest'), 'primary')}
      <ProjectorKeys
        previous={previous}
        next={next}
        fromTop={!places}
        words={{ fill: t('fill'), leave: t('unfill') }}
      />
      {link(otherRoom, t(room === 'dark' ? 'bright' : 'dark'))}
      {link(leave, t('leave'))}
      {demo && <DemoMark />}
    </nav>
  );
}
