import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { Preview } from '@/domain/newsroom/previews/preview';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type BarProps = { locale: Locale; preview: Pick<Preview, 'edition' | 'superseded' | 'published' | 'expiresAt'> };

/** Says above an edition that it is not public, which one it is, and until when its address leads here. */
export function PreviewBar({ locale, preview: { edition, superseded, published, expiresAt } }: BarProps) {
  const t = useTranslations('previews.bar');
  return (
    <div role="note" className="border-ink border-b-2 bg-pomelo-soft text-ink">
      <p className="wrap flex items-start gap-2.5 py-2.5 leading-[1.5]">
        <Icon name="information" size={22} className="mt-0.5 flex-none" />
        <span className="min-w-0">
          <strong>
            {t(published ? 'wasPublic' : 'notPublic')}
            {expiresAt && `, ${t('until', { at: formatInstant(locale, expiresAt) })}`}.
          </strong>{' '}
          {t('edition', { edition })} {superseded && `${t('superseded')} `}
          {expiresAt && t('notes')}
        </span>
      </p>
    </div>
  );
}
