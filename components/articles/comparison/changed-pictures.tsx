import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { PictureChange } from '@/domain/articles/comparison/picture-changes';
import type { PictureWords } from '@/domain/articles/pictures/text-picture';
import type { Locale } from '@/i18n/locales';

type ChangedProps = {
  changes: readonly PictureChange[];
  /** what the pictures show */
  told: PictureWords;
  /** the language of the text */
  lang: Locale;
};

const PLACE_MAX = 80;

/** What became of the pictures of a text, each by what it shows and where it stands or stood. */
export function ChangedPictures({ changes, told, lang }: ChangedProps) {
  const t = useTranslations('translations.pictures');
  if (changes.length === 0) return null;
  return (
    <div className="mt-4">
      <p className="font-semibold">{t('title')}</p>
      <ul>
        {changes.map((change, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a picture may stand twice, and nothing here moves
          <li key={at} className="border-rule border-t py-1.5">
            <span className="text-ink-2 text-sm">{t(`became.${change.became}`)}</span>{' '}
            <Shown words={told[change.picture]} />
            {change.became === 'changed' && (
              <>
                {' '}
                <span className="text-ink-2 text-sm">{t('insteadOf')}</span> <Shown words={told[change.before]} />
              </>
            )}
            <Place after={change.after} lang={lang} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A picture by what it shows; of one that has left the library that is told to nobody. */
export function Shown({ words }: { words: string | undefined }): ReactNode {
  const t = useTranslations('translations.pictures');
  return words ? <strong className="break-words">{words}</strong> : <em>{t('gone')}</em>;
}

function Place({ after, lang }: { after: string; lang: Locale }) {
  const t = useTranslations('translations.pictures');
  const words = after.length > PLACE_MAX ? `${after.slice(0, PLACE_MAX).replace(/\s\S*$/, '')} …` : after;
  return (
    <span className="block text-ink-2 text-sm">
      {after ? t.rich('below', { words, of: (passage) => <q lang={lang}>{passage}</q> }) : t('first')}
    </span>
  );
}
