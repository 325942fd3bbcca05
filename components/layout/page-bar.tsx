import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';

/** Says on every page, and on every printed sheet, that what one reads here is made up. */
export function PageBar() {
  const t = useTranslations('layout.demo');
  return (
    <div className="demo-stripes demo-on-print text-sm [--width:10px]">
      <p className="wrap flex items-center gap-2.5 py-[7px] leading-[1.4]">
        <Icon name="information" size={20} />
        <span>
          <strong>{t('title')}</strong> {t('text')}
        </span>
      </p>
    </div>
  );
}
