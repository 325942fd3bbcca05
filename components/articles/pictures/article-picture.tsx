import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { placeOf } from '@/components/pictures/focal-place';
import type { ShownPicture } from '@/domain/articles/pictures/lead-picture';
import { hrefTo } from '@/i18n/routes';

type Shape = 'card' | 'brief' | 'lead' | 'cover' | 'text';

/** How wide it is drawn from 601 px up, which is all that a browser needs to choose a size. */
const SIZES: Record<Shape, string> = {
  card: '(min-width: 1024px) 380px, 50vw',
  brief: '(min-width: 1024px) 400px, 50vw',
  lead: '(min-width: 1024px) 700px, 100vw',
  cover: '100vw',
  text: '(min-width: 1024px) 680px, 100vw',
};
const LOOKS: Record<Shape, string> = {
  card: 'aspect-[3/2]',
  brief: 'aspect-[13/7]',
  lead: 'aspect-[16/9]',
  cover: 'max-h-[260px] md:max-h-[440px]',
  text: '',
};

const PHONE = '(max-width: 600px)';
const FORMATS = ['avif', 'webp'] as const;

/** A size of a public picture, or of one whose text is looked at before it is public. */
const addressOf = ({ id, below }: ShownPicture, width: number, format: 'avif' | 'webp') =>
  below ? `${below}/${id}-${width}.${format}` : hrefTo('vi', 'picture', { slug: `${id}-${width}`, format });

type PictureProps = { picture: ShownPicture; shape: Shape; className?: string; first?: boolean };

/**
 * The picture of a piece: phones load the narrowest. It waits until it is near, which one that is to be asked for never is; the first of its
 * page comes before all else. Paper shows it if everybody agreed.
 */
export function ArticlePicture({ picture, shape, className = '', first = false }: PictureProps) {
  const { alt, width, height, widths, focal, onPaper } = picture;
  const narrowest = widths[0] ?? width;
  return (
    <picture {...(!onPaper && { className: 'not-on-paper' })}>
      {FORMATS.map((format) => (
        <source key={format} media={PHONE} type={`image/${format}`} srcSet={addressOf(picture, narrowest, format)} />
      ))}
      {FORMATS.map((format) => (
        <source
          key={format}
          type={`image/${format}`}
          sizes={SIZES[shape]}
          srcSet={widths.map((each) => `${addressOf(picture, each, format)} ${each}w`).join(', ')}
        />
      ))}
      <img
        src={addressOf(picture, narrowest, 'webp')}
        alt={alt}
        width={width}
        height={height}
        loading="lazy"
        {...(first && { fetchPriority: 'high' as const })}
        className={`block h-auto w-full object-cover ${placeOf(focal)} ${LOOKS[shape]} ${className}`.trimEnd()}
      />
    </picture>
  );
}

/** In the head of its page, for the first words there: what phones load of its picture. */
const HeadPictureLink = ({ picture }: { picture: ShownPicture }) => (
  <link
    rel="lead"
    as="image"
    type="image/avif"
    media={PHONE}
    href={addressOf(picture, picture.widths[0] ?? picture.width, 'avif')}
    fetchPriority="high"
  />
);

/** Across the head of its page, with what is said of it. */
export function HeadPicture({ picture }: { picture: ShownPicture }) {
  return (
    <figure className="m-0">
      <HeadPictureLink picture={picture} />
      <ArticlePicture picture={picture} shape="cover" first />
      <AskForPicture picture={picture} className="wrap" />
      <InPlaceOnPaper picture={picture} className="wrap" />
      {picture.caption && <figcaption className="wrap pt-2 text-ink-2 text-sm">{picture.caption}</figcaption>}
    </figure>
  );
}

type InPlaceProps = { picture: ShownPicture; className?: string };

/** In the place of a picture on a device that saves data; on paper what it shows. */
function AskForPicture({ picture: { alt, onPaper }, className = '' }: InPlaceProps) {
  const t = useTranslations('layout.reading');
  return (
    <p className={`ask-for-picture ${onPaper ? className : `no-print ${className}`}`.trimEnd()}>
      <button type="button" className="button tool min-h-[52px] whitespace-normal text-left font-sans" data-picture="">
        {t('picture', { alt })}
      </button>
      <span className="print-only font-sans text-sm">{t('pictureOnPaper', { alt })}</span>
    </p>
  );
}

/** On paper, in the place of a picture of which somebody in it did not agree to that. */
function InPlaceOnPaper({ picture: { alt, onPaper }, className = '' }: InPlaceProps) {
  const t = useTranslations('layout.reading');
  if (onPaper) return null;
  return (
    <p className={`print-only on-paper font-sans text-sm ${className}`.trimEnd()}>{t('pictureOnPaper', { alt })}</p>
  );
}

/** Within a text, as wide as its lines and as high as it was taken. */
const TextPicture = ({ picture }: { picture: ShownPicture }) => (
  <figure className="text-picture">
    <ArticlePicture picture={picture} shape="text" />
    <AskForPicture picture={picture} />
    <InPlaceOnPaper picture={picture} />
    {picture.caption && <figcaption>{picture.caption}</figcaption>}
  </figure>
);

/** Pictures within a text as readers see them, by their numbers in the library. */
export const drawnPictures = (pictures: readonly ShownPicture[]): ReadonlyMap<string, ReactNode> =>
  new Map(pictures.map((picture) => [picture.id, <TextPicture key={picture.id} picture={picture} />]));
