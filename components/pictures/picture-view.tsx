import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { LooksAgain } from '@/components/ui/panels/looks-again';
import type { PlaceOfPicture } from '@/domain/articles/pictures/lead-picture';
import { dayOf } from '@/domain/days/day';
import type { LibraryRecord } from '@/domain/pictures/library';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { PictureStateBadge } from './picture-state-badge';

const HOUR_MS = 3_600_000;
/** Whose sizes are not made within an hour is looked at by somebody, and not by its page. */
const isFresh = (addedAt: Date) => Date.now() - addedAt.getTime() < HOUR_MS;

/** The picture as a whole, and where it came from. */
export function PictureView({ picture }: { picture: LibraryRecord }) {
  const t = useTranslations('pictures');
  const locale = useLocale() as Locale;
  const { id, alt, width, height, unit, addedAt, addedBy, state, made } = picture;
  return (
    <section>
      {state !== 'withdrawn' && (
        // biome-ignore lint/performance/noImgElement: private pictures pass no image service
        <img
          src={`/admin/media/${id}`}
          alt={alt}
          width={width}
          height={height}
          className="block h-auto max-h-[60vh] w-auto max-w-full rounded-control border border-rule"
        />
      )}
      <p className="mt-3">
        <PictureStateBadge state={state} />
      </p>
      <p className="mt-2 text-ink-2">{t(`stateHint.${state}`)}</p>
      {state === 'being-sized' && (
        <p className="text-ink-2" role="status">
          {t('made', { done: made.done, of: made.of })}
          {isFresh(addedAt) && <LooksAgain drawnAt={Date.now()} forms />}
          <noscript> {t('reload')}</noscript>
        </p>
      )}
      <p className="mt-1 text-ink-2 text-sm">
        {t('of', { unit: unit.name, day: formatDay(locale, dayOf(addedAt)) })}
        {addedBy && ` ${t('by', { name: addedBy })}`}
      </p>
    </section>
  );
}

/** Articles that use it, and whether readers see it there. */
export function PicturePlaces({ places }: { places: readonly PlaceOfPicture[] }) {
  const t = useTranslations('pictures.places');
  return (
    <section>
      <h2 className="mb-2">{t('title')}</h2>
      {places.length === 0 && <p className="text-ink-2">{t('none')}</p>}
      <ul className="grid gap-2">
        {places.map(({ articleId, locale, title, isPublic, hidden, onCard }) => (
          <li key={`${articleId} ${locale}`} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link href={`/admin/articles/${articleId}`}>{title}</Link>
            <Badge tone={isPublic ? (hidden ? 'problem' : 'done') : 'plain'}>
              {t(isPublic ? (hidden ? 'hidden' : 'shown') : 'draft')}
            </Badge>
            {isPublic && onCard && <Badge tone="done">{t('card')}</Badge>}
          </li>
        ))}
      </ul>
    </section>
  );
}
