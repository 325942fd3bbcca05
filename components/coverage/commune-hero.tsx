import { useTranslations } from 'next-intl';
import { type PicturePlace, PlacePicture } from '@/components/charts/map/place-picture';
import { ButtonLink } from '@/components/ui/button';

type HeroProps = { name: string; kind: string; code: string; places: PicturePlace[]; trainingsHref: string };

/** A commune opens with its own tile among the tiles beside it. */
export function CommuneHero({ name, kind, code, places, trainingsHref }: HeroProps) {
  const t = useTranslations('coverage');
  return (
    <div className="overflow-hidden bg-lotus text-paper print:bg-transparent print:text-ink lg:grid lg:min-h-[26rem] lg:grid-cols-2">
      <div className="no-print relative min-h-56 lg:order-2">
        <PlacePicture
          places={places}
          current={code}
          subject="digital_womens_club"
          shape="header"
          decorative
          className="absolute inset-0 h-full"
        />
      </div>
      <div className="self-center px-(--gutter) py-8 lg:py-16 lg:pr-12 wrap-start">
        <p className="mb-2 font-semibold">{t(`commune.kind.${kind}`)}</p>
        <h1 className="mb-3 text-[clamp(2.8rem,2rem+4vw,5rem)]">{name}</h1>
        <p className="mb-6 max-w-[30em] font-serif text-read">{t('commune.lead', { place: name })}</p>
        <ButtonLink href={trainingsHref} variant="on-dark" icon="arrow">
          {t('commune.find', { place: name })}
        </ButtonLink>
      </div>
    </div>
  );
}
