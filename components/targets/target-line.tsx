import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { TargetSource } from '@/domain/targets/target';
import type { Locale } from '@/i18n/locales';
import { strong, targetText } from './target-words';

type TargetLineProps = {
  locale: Locale;
  year: number;
  /** null: there is no target for the year */
  value: number | null;
  unit: 'percent' | 'count' | 'hours';
  source: TargetSource | null;
  /** the unit that it is inherited from */
  from?: { name: string } | null;
  /** where it is set, for those who may */
  setHref?: string | undefined;
};

/** The target of a year in a sentence, whose it is, and the way to set one. */
export function TargetLine({ locale, year, value, unit, source, from, setHref }: TargetLineProps) {
  const t = useTranslations('targets');
  return (
    <>
      {value === null
        ? t('none', { year: String(year) })
        : t.rich('line', {
            b: strong,
            year: String(year),
            value: targetText(locale, value, unit),
            source:
              from && source && source !== 'campaign'
                ? t(`sourceOf.${source}`, { name: from.name })
                : t(`sources.${source ?? 'campaign'}`),
          })}
      {setHref && (
        <>
          {' '}
          <Link href={setHref}>{t('set')}</Link>
        </>
      )}
    </>
  );
}
