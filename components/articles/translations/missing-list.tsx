import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { PictureApart } from '@/domain/articles/comparison/picture-changes';
import type { TwoTexts } from '@/domain/articles/translations/two-texts';
import { Shown } from '../comparison/changed-pictures';

type ListProps = Pick<TwoTexts, 'missing' | 'pictures' | 'told'>;

/** How many things one language says or shows and the other does not, or elsewhere. */
export const countMissing = ({ missing, pictures }: Pick<ListProps, 'missing' | 'pictures'>) =>
  missing.length + pictures.length;

/** What one language says or shows and the other does not, first what English lacks; then pictures that stand elsewhere. */
export function MissingList({ missing, pictures, told }: ListProps) {
  const t = useTranslations('translations.missing');
  if (missing.length + pictures.length === 0)
    return (
      <p className="flex items-start gap-2">
        <Icon name="check" className="mt-0.5 flex-none text-rubber" />
        {t('none')}
      </p>
    );
  return (
    <>
      <p className="mb-2 text-ink-2 text-sm">{t('lead')}</p>
      {(['en', 'vi'] as const).map((locale) => {
        const lacking = missing.filter(({ missingIn }) => missingIn === locale);
        const shown = pictures.filter(({ missingIn }) => missingIn === locale);
        return (
          lacking.length + shown.length > 0 && (
            <div key={locale} className="mt-2">
              <p className="font-semibold">{t(`missingIn.${locale}`)}</p>
              <ul>
                {lacking.map(({ kind, said }) => (
                  <li key={`${kind} ${said}`} className="border-rule border-t py-1.5">
                    <span className="text-ink-2 text-sm">{t(`kinds.${kind}`)}</span>{' '}
                    <span lang={locale === 'en' ? 'vi' : 'en'} className="break-words font-semibold">
                      {said}
                    </span>
                  </li>
                ))}
                <Pictures pictures={shown} told={told} />
              </ul>
            </div>
          )
        );
      })}
      <Elsewhere pictures={pictures.filter(({ missingIn }) => missingIn === null)} told={told} />
    </>
  );
}

type PicturesProps = { pictures: readonly PictureApart[]; told: ListProps['told'] };

function Pictures({ pictures, told }: PicturesProps) {
  const t = useTranslations('translations.missing');
  return pictures.map(({ picture }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a picture may stand twice, and nothing here moves
    <li key={at} className="border-rule border-t py-1.5">
      <span className="text-ink-2 text-sm">{t('kinds.picture')}</span> <Shown words={told[picture]} />
    </li>
  ));
}

function Elsewhere({ pictures, told }: PicturesProps) {
  const t = useTranslations('translations.missing');
  if (pictures.length === 0) return null;
  return (
    <div className="mt-2">
      <p className="font-semibold">{t('elsewhere')}</p>
      <ul>
        <Pictures pictures={pictures} told={told} />
      </ul>
    </div>
  );
}
