import { useLocale, useTranslations } from 'next-intl';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { dayOf } from '@/domain/days/day';
import type { LibraryPicture } from '@/domain/pictures/library';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { PictureStateBadge } from './picture-state-badge';

type GridProps = { pictures: readonly LibraryPicture[]; addressOf: (id: string) => string };

/** Pictures side by side: each leads to its page, its words say so. */
export function PictureGrid({ pictures, addressOf }: GridProps) {
  const t = useTranslations('pictures');
  const locale = useLocale() as Locale;
  return (
    <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-4">
      {pictures.map(({ id, alt, width, height, unit, state, addedAt, demo }) => (
        <li key={id} className="relative min-w-0 rounded-control border border-rule bg-card p-3">
          <Thumb id={id} width={width} height={height} state={state} />
          <h2 className="mt-2 break-words text-base">
            <Link href={addressOf(id)} className="text-ink after:absolute after:inset-0">
              {alt || t('noWords')}
            </Link>
          </h2>
          <p className="text-ink-2 text-sm">{t('of', { unit: unit.name, day: formatDay(locale, dayOf(addedAt)) })}</p>
          <p className="mt-2 flex flex-wrap gap-2">
            <PictureStateBadge state={state} />
            {demo && <DemoMark />}
          </p>
        </li>
      ))}
    </ul>
  );
}

type ThumbProps = Pick<LibraryPicture, 'id' | 'width' | 'height' | 'state'>;

/** The words beside it say what it shows. */
export function Thumb({ id, width, height, state }: ThumbProps) {
  const t = useTranslations('pictures');
  if (state === 'withdrawn')
    return <p className="grid aspect-[3/2] place-items-center bg-paper-deep text-ink-2 text-sm">{t('gone')}</p>;
  return (
    // biome-ignore lint/performance/noImgElement: private pictures pass no image service
    <img
      src={`/admin/media/${id}?width=480`}
      alt=""
      width={width}
      height={height}
      loading="lazy"
      className="block aspect-[3/2] h-auto w-full rounded-control object-cover"
    />
  );
}
