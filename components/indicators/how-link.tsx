import { getTranslations } from 'next-intl/server';
import type { LinkElement } from '@/components/ui/link-element';
import { type IndicatorCode, slugOf } from '@/domain/indicators/indicator';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

type HowProps = { locale: Locale; code: IndicatorCode; of?: string; className?: string };

/** From a public figure to its definition. `of` tells apart several on a page for those who hear them. */
export async function HowLink({ locale, code, of, className }: HowProps) {
  const t = await getTranslations({ locale, namespace: 'indicators' });
  return (
    <How href={hrefTo(locale, 'indicator', { slug: slugOf(code, locale) })} of={of} className={className}>
      {t('how')}
    </How>
  );
}

type LinkProps = {
  href: string;
  of?: string | undefined;
  className?: string | undefined;
  as?: LinkElement;
  /** its words */
  children: string;
};

/** The link itself, wherever the definition is read. */
export const How = ({ href, of, className = '', as: Element = 'a', children }: LinkProps) => (
  <Element href={href} className={`underline underline-offset-[.22em] ${className}`}>
    {children}
    {of !== undefined && <span className="sr-only">: {of}</span>}
  </Element>
);
