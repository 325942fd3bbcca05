import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { BrandMark, BrandName } from '../brand';
import { LanguageSwitch } from '../language-switch';

const columns = {
  learn: ['guides', 'trainings', 'models', 'stories'],
  follow: ['coverage', 'news', 'subscriptions', 'feed', 'calendar'],
  about: ['about', 'privacy', 'accessibility', 'openData', 'signIn'],
} as const;

/** The closing edge of the page: a check scarf, then who speaks here and where else to go. */
export function SiteFooter({ locale, twin }: { locale: Locale; twin: string }) {
  const t = useTranslations('layout');
  return (
    <footer className="no-print">
      <div className="check-scarf" />
      <div className="bg-plum pt-11 pb-10 text-paper [&_a]:text-paper">
        <div className="wrap grid gap-7 sm:grid-cols-3 lg:grid-cols-[1.7fr_1fr_1fr_1fr]">
          <div className="sm:max-lg:col-span-3">
            <p className="flex items-center gap-3">
              <BrandMark on="plum" className="size-11" />
              <BrandName on="plum" name={t('fullName')} under={t('footer.campaign')} />
            </p>
            <p className="mt-3 max-w-[24em]">{t('footer.purpose')}</p>
          </div>
          {(Object.keys(columns) as (keyof typeof columns)[]).map((column) => (
            <FooterColumn key={column} title={t(`footer.${column}.title`)}>
              {columns[column].map((name) => (
                <FooterLink key={name}>
                  <a href={hrefTo(locale, name)}>{t(`footer.${column}.${name}`)}</a>
                </FooterLink>
              ))}
              {column === 'about' && (
                <FooterLink>
                  <LanguageSwitch locale={locale} twin={twin} />
                </FooterLink>
              )}
            </FooterColumn>
          ))}
        </div>
      </div>
    </footer>
  );
}

const FooterColumn = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="[overflow-wrap:anywhere]">
    <h2 className="mb-1.5 font-bold font-sans text-base text-blossom">{title}</h2>
    <ul>{children}</ul>
  </div>
);

const FooterLink = ({ children }: { children: ReactNode }) => <li className="holds-link">{children}</li>;
