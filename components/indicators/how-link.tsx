import { getLocale, getTranslations } from 'next-intl/server';
import type { LinkElement } from '@/components/ui/link-element';
import { type IndicatorCode, slugOf } from '@/domain/indicators/indicator';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

type HowProps = { locale: Locale; code: IndicatorCode; of?: string; className?: string };

/** From a public figure to its definition. `of` tells apart several on a page for those who hear them. */
export const HowLink = ({ locale, code, of, className }: HowProps) => (
  <How
    locale={locale}
    href={hrefTo(locale, 'indicator', { slug: slugOf(code, locale) })}
    of={of}
    className={className}
  />
);

type HrefProps = {
  href: string;
  of?: string | undefined;
  className?: string | undefined;
  as?: LinkElement;
  locale?: Locale;
};

/** The link itself, wherever the definition is read. */
export async function How({ href, of, className = '', as: Element = 'a', locale: asked }: HrefProps) {
  const t = await getTranslations({ locale: asked ?? (await getLocale()), namespace: 'indicators' });
  return (
    <Element href={href} className={`underline underline-offset-[.22em] ${className}`}>
      {t('how')}
      {of !== undefined && <span className="sr-only">: {of}</span>}
    </Element>
  );
}
