import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { easyParagraphs } from '@/domain/articles/easy-read/easy-read';
import type { Locale } from '@/i18n/locales';

/** Its place within the page: whoever follows a link to it sees it in the place of the whole text (`.easy-read`). */
export const EASY_READ = 'de-doc';

/**
 * `locale`: of the text, which is not always that of the page around it. `whole`: id of the whole text, which follows. `children`: what
 * belongs to either version.
 */
type EasyProps = { locale: Locale; text: string; whole: string; children?: ReactNode };

/** The text in short sentences and everyday words, for readers who choose it; the whole one is one tap away. */
export async function EasyRead({ locale, text, whole, children }: EasyProps) {
  const t = await getTranslations({ locale, namespace: 'articles.easyRead' });
  return (
    <section id={EASY_READ} className="easy-read" aria-label={t('title')}>
      <div className="reading">
        <h2>{t('title')}</h2>
        <p className="no-print">
          <a href={`#${whole}`} target="_self" className="button tool">
            <Icon name="book" />
            {t('whole')}
          </a>
        </p>
        {easyParagraphs(text).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      {children && <div className="mt-7">{children}</div>}
    </section>
  );
}
