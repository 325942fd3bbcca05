import { getTranslations } from 'next-intl/server';
import type { Day } from '@/domain/days/day';
import { CITY_SLUG, figureSlug, isListed } from '@/domain/figures/figure';
import type { IndicatorCode } from '@/domain/indicators/indicator';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

export type CitedAt = { code: IndicatorCode; day: Day; place?: string };

/** The lasting address of a number, of the whole city where no place is named. */
export const figureHref = (locale: Locale, { code, day, place = CITY_SLUG }: CitedAt) =>
  hrefTo(locale, 'figure', { slug: figureSlug(code, locale), place, day });

/** Search engines are led to no more figures than they shall walk. */
export const relOf = ({ code, day, place = CITY_SLUG }: CitedAt) =>
  isListed(code, place, day) ? undefined : 'nofollow';

type LinkProps = CitedAt & { locale: Locale; of?: string; className?: string };

/** From a public number to the address at which it stays as it is. `of` tells apart several on a page for those who hear them. */
export async function CiteLink({ locale, of, className = '', ...at }: LinkProps) {
  const t = await getTranslations({ locale, namespace: 'figures' });
  return (
    <a
      href={figureHref(locale, at)}
      rel={relOf(at)}
      className={`no-print inline-block underline-offset-[.22em] ${className}`.trimEnd()}
    >
      {t('cite')}
      {of !== undefined && <span className="sr-only">: {of}</span>}
    </a>
  );
}
