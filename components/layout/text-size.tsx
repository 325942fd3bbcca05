import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';

const sizes = ['normal', 'large', 'larger', 'half', 'double'] as const;
const looks = {
  normal: 'text-base',
  large: 'text-[1.125rem]',
  larger: 'text-[1.25rem]',
  half: 'text-[1.5rem]',
  double: 'text-[2rem]',
} as const;

/** Five sizes of text, up to twice as large, and whether pictures come at once, remembered on this device. Only the enhancement script can do it, so only with it is it shown. */
export function TextSize() {
  const t = useTranslations('layout.textSize');
  return (
    <details className="needs-script" data-menu="">
      <summary className="button tool list-none" aria-label={t('label')} title={t('label')}>
        <Icon name="text-size" size={24} />
      </summary>
      <fieldset
        aria-label={t('label')}
        className="absolute top-full right-[max(var(--gutter),(100vw-78rem)/2+var(--gutter))] z-20 mt-2 grid w-[min(14rem,100vw-2*var(--gutter))] gap-1 rounded-control border-2 border-ink bg-card p-2"
      >
        {sizes.map((size) => (
          <button
            key={size}
            type="button"
            data-text-size={size}
            className={`min-h-12 rounded-tile px-3 text-left font-semibold hover:bg-paper-deep aria-pressed:bg-ink aria-pressed:text-card ${looks[size]}`}
          >
            {t(size)}
          </button>
        ))}
        <button
          type="button"
          data-loading={t('loading')}
          className="min-h-12 border-rule border-t px-3 text-left font-semibold hover:bg-paper-deep"
        >
          <span>{t('loadAsked')}</span>
        </button>
      </fieldset>
    </details>
  );
}
