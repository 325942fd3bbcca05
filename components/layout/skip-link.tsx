import { useTranslations } from 'next-intl';

/** The target of the skip link, with which the answer to a missing page begins. */
export const mainId = 'noi-dung';

/** It stays on its page, also where links of a page that is looked at before open others (`base`). */
export function SkipLink() {
  const t = useTranslations('layout');
  return (
    <a href={`#${mainId}`} target="_self" className="button primary absolute top-2 left-2 z-30 not-focus:sr-only">
      {t('skip')}
    </a>
  );
}
