import { useTranslations } from 'next-intl';
import type { ChangedSource } from '@/domain/articles/translations/two-texts';
import { ChangedPictures } from '../comparison/changed-pictures';
import { ChangedWords } from '../comparison/changed-words';

/** What changed in the Vietnamese text since it was translated, word by word and picture by picture. */
export function Difference({ words, pictures, told }: ChangedSource) {
  const t = useTranslations('translations.difference');
  return (
    <section aria-labelledby="difference" className="sheet-difference">
      <h3 id="difference" className="mb-1">
        {t('title')}
      </h3>
      {words ? <ChangedWords changes={words} lang="vi" /> : <p>{t('tooMuch')}</p>}
      <ChangedPictures changes={pictures} told={told} lang="vi" />
    </section>
  );
}
