import { useLocale, useTranslations } from 'next-intl';
import { HoneycombPercent } from '@/components/charts/map/honeycomb-percent';
import type { CoverageLevel, CoverageState } from '@/domain/coverage/coverage';
import { formatNumber, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

const ALL = 100;

type Counted = { units: number; covered: number; percent: number | null };

type CombProps = {
  level: CoverageLevel;
  now: Counted & { state?: CoverageState };
  /** on the first day of the month, where that is another day than today */
  before?: Counted | undefined;
  /** the share that the year asks for, in percent */
  target?: number | undefined;
  title: string;
};

/** How far one level has come, where it stood as the month began, and how many are still to go. */
export function CombFigure({ level, now, before, target = ALL, title }: CombProps) {
  const t = useTranslations('overview.figures');
  const states = useTranslations('coverage.states');
  const locale = useLocale() as Locale;
  if (now.percent === null)
    return (
      <section>
        <h2>{title}</h2>
        <p className="text-ink-2">{states(now.state ?? 'not_reported')}</p>
      </section>
    );
  const left = Math.max(0, Math.ceil((now.units * target) / ALL) - now.covered);
  const counted = (count: number) => ({ level, count: formatNumber(locale, count) });
  return (
    <section>
      <h2>{title}</h2>
      <div className="mt-1 mb-2.5 flex flex-wrap items-center gap-x-4 gap-y-1">
        <b
          className={`font-extrabold font-serif text-[3rem] leading-none lining-nums ${level === 'group' ? 'text-lake' : 'text-cover-5'}`}
        >
          {formatPercent(locale, now.percent)}
        </b>
        <p className="text-ink-2 text-sm">
          {t('of', { ...counted(now.covered), units: formatNumber(locale, now.units) })}
          {before && before.percent !== null && (
            <>
              <br />
              {t('monthBegan', counted(before.covered))}
            </>
          )}
        </p>
      </div>
      <div className="max-w-[24rem]">
        <HoneycombPercent locale={locale} percent={now.percent} level={level} />
      </div>
      <p className="mt-2 text-ink-2 text-sm">{left === 0 ? t('done') : t('left', { ...counted(left), left })}</p>
    </section>
  );
}
