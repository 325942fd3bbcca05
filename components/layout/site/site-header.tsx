import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { Icon } from '@/components/ui/icon';
import type { Locale } from '@/i18n/locales';
import { hrefTo, type RouteName } from '@/i18n/routes';
import { BrandMark, BrandName } from '../brand';
import { LanguageSwitch } from '../language-switch';
import { ariaCurrent, navigation } from '../navigation';
import { TextSize } from '../text-size';
import { SiteMenu } from './site-menu';

type SiteHeaderProps = { locale: Locale; twin: string; current?: RouteName | undefined };

const link =
  'site-link relative px-3 py-3 font-semibold text-ink text-ui whitespace-nowrap no-underline hover:underline';

// The name's place on a phone is given before its letters are there: whatever stands in for them, the tools stay
// beside it.
const brand = 'flex min-h-12 min-w-0 basis-36 items-center gap-2 text-ink no-underline sm:basis-auto sm:gap-[11px]';

/** The head of every public page. Below 1150 px its parts fold into "Danh mục", which opens without a script. */
export function SiteHeader({ locale, twin, current }: SiteHeaderProps) {
  const t = useTranslations('layout');
  return (
    <header className="no-print relative border-rule border-b bg-paper">
      <div className="wrap flex min-h-[68px] flex-wrap items-center gap-1.5 py-2 2xl:min-h-[84px] 2xl:gap-3.5">
        <a
          href={hrefTo(locale, 'home')}
          className={brand}
          {...(current === 'home' && { 'aria-current': 'page' as const })}
        >
          <BrandMark on="paper" className="size-10 2xl:size-[46px]" />
          <BrandName on="paper" name={t('name')} under={t('place')} whole />
        </a>
        <nav aria-label={t('navigation.label')} className="ml-auto hidden flex-wrap gap-0.5 2xl:flex">
          {navigation.map((name) => (
            <Fragment key={name}>
              <a href={hrefTo(locale, name)} className={link} {...ariaCurrent(name, current)}>
                {t(`navigation.${name}`)}
              </a>{' '}
            </Fragment>
          ))}
        </nav>
        <div className="ml-auto flex gap-1.5 sm:gap-2 2xl:ml-2">
          <a
            href={hrefTo(locale, 'search')}
            className="button tool max-2xl:hidden"
            aria-label={t('search')}
            title={t('search')}
          >
            <Icon name="search" />
          </a>
          <LanguageSwitch locale={locale} twin={twin} className="button tool max-2xl:hidden" />
          <TextSize />
          <SiteMenu locale={locale} twin={twin} current={current} />
        </div>
      </div>
    </header>
  );
}
