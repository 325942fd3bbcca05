import { useTranslations } from 'next-intl';
import type { Changed } from '@/domain/articles/comparison/difference';
import { ChangedWords } from '../comparison/changed-words';

/** What changed in the Vietnamese text since it was translated, word by word; `words` is null where that is too much to show. */
export function Difference({ words }: { words: readonly Changed[] | null }) {
  const t = useTranslations('translations.difference');
  return (
    <section aria-labelledby="difference" className="sheet-difference">
      <h3 id="difference" className="mb-1">
        {t('title')}
      </h3>
      {words ? <ChangedWords changes={words} lang="vi" /> : <p>{t('tooMuch')}</p>}
    </section>
  );
}
