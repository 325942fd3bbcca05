import { useTranslations } from 'next-intl';

/** Where the skip link leads, and what the answer to a missing page begins with. */
export const mainId = 'noi-dung';

export function SkipLink() {
  const t = useTranslations('layout');
  return (
    <a href={`#${mainId}`} className="button primary absolute top-2 left-2 z-30 not-focus:sr-only">
      {t('skip')}
    </a>
  );
}
