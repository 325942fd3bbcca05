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

/** The picture of a piece: phones load the narrowest, however sharp their screens. Below the fold it waits until it is near. */
export function ArticlePicture({ picture, shape, className = '', first = false }: PictureProps) {
  const { alt, width, height, widths, focal } = picture;
  const narrowest = widths[0] ?? width;
  return (
    <picture>
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
        {...(first ? { fetchPriority: 'high' as const } : { loading: 'lazy' as const })}
        className={`block h-auto w-full object-cover ${placeOf(focal)} ${LOOKS[shape]} ${className}`.trimEnd()}
      />
    </picture>
  );
}

/** Across the head of its page, with what is said of it. */
export function HeadPicture({ picture }: { picture: ShownPicture }) {
  return (
    <figure className="m-0">
      <ArticlePicture picture={picture} shape="cover" first />
      {picture.caption && <figcaption className="wrap pt-2 text-ink-2 text-sm">{picture.caption}</figcaption>}
    </figure>
  );
}

/** Within a text, as wide as its lines and as high as it was taken. */
export const TextPicture = ({ picture }: { picture: ShownPicture }) => (
  <figure className="text-picture">
    <ArticlePicture picture={picture} shape="text" />
    {picture.caption && <figcaption>{picture.caption}</figcaption>}
  </figure>
);

/** The same for colleagues, whose picture may not be fit for readers yet. */
export const DraftPicture = ({ picture, alt }: { picture: string; alt: string }) => (
  <figure className="text-picture">
    {/* biome-ignore lint/performance/noImgElement: private pictures pass no image service */}
    <img src={`/admin/media/${picture}?width=480`} alt={alt} loading="lazy" className="block h-auto w-full" />
  </figure>
);
