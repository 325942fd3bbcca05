import { getTranslations } from 'next-intl/server';
import type { ShownSound } from '@/domain/articles/sounds/sound';
import { formatBytes } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

/** `locale`: of the text, which is not always that of the page around it. */
type PlayerProps = { locale: Locale; sound: ShownSound };

/** Who reads the text, and what it costs to load; nothing comes before it is asked for. It stands within the text, so it is there while that one is shown, and "Nghe bài" finds it (public/portal.js). */
export async function SoundPlayer({ locale, sound }: PlayerProps) {
  const t = await getTranslations({ locale, namespace: 'sounds.player' });
  const { textId, format, seconds, bytes, readBy, below } = sound;
  const src = below ? `${below}/${textId}.${format}` : hrefTo(locale, 'sound', { slug: textId, format });
  return (
    <figure className="no-print m-0 mb-7 max-w-[34em]" data-broken={t('broken')}>
      <figcaption className="mb-1.5 text-sm">
        {t('readBy', { readBy, ...lengthOf(seconds), size: formatBytes(locale, bytes) })}
      </figcaption>
      {/* biome-ignore lint/a11y/useMediaCaption: the text below is what is heard */}
      <audio controls preload="none" src={src} className="block w-full" />
    </figure>
  );
}

/** Whole minutes, or seconds of what is shorter. */
export const lengthOf = (seconds: number) => ({ minutes: seconds < 90 ? 0 : Math.round(seconds / 60), seconds });
