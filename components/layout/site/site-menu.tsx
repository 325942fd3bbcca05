import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Locale } from '@/i18n/locales';
import { hrefTo, type RouteName } from '@/i18n/routes';
import { LanguageSwitch } from '../language-switch';
import { ariaCurrent, navigation, navigationIcons } from '../navigation';

type SiteMenuProps = { locale: Locale; twin: string; current?: RouteName | undefined };

const row =
  'flex min-h-[52px] items-center gap-3.5 border-rule border-b font-semibold text-ink no-underline aria-[current]:text-lotus';

/** "Danh mục" on phones and tablets: search first, then the parts of the portal. */
export function SiteMenu({ locale, twin, current }: SiteMenuProps) {
  const t = useTranslations('layout');
  return (
    <details className="group 2xl:hidden" data-menu="">
      <summary className="button tool list-none">
        <Icon name="menu" className="group-open:hidden" />
        <Icon name="cross" className="hidden group-open:block" />
        {t('menu')}
      </summary>
      <div className="absolute inset-x-0 top-full z-20 border-ink border-y-2 bg-paper">
        <div className="wrap py-5">
          <search>
            <form action={hrefTo(locale, 'search')} method="get" className="mb-3 flex gap-2">
              <input
                name="q"
                type="search"
                className="control min-w-0 flex-1"
                aria-label={t('search')}
                placeholder={t('searchHint')}
                maxLength={100}
              />
              <Button type="submit" variant="primary" aria-label={t('search')}>
                <Icon name="search" />
              </Button>
            </form>
          </search>
          <nav aria-label={t('navigation.label')} className="grid sm:grid-cols-2 sm:gap-x-8">
            {navigation.map((name) => (
              <a key={name} href={hrefTo(locale, name)} className={row} {...ariaCurrent(name, current)}>
                <Icon name={navigationIcons[name]} size={26} />
                {t(`navigation.${name}`)}
              </a>
            ))}
          </nav>
          <p className="mt-4">
            <LanguageSwitch locale={locale} twin={twin} className="button secondary compact" />
          </p>
        </div>
      </div>
    </details>
  );
}
