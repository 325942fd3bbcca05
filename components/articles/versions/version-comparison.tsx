import { useTranslations } from 'next-intl';
import { differenceOf } from '@/domain/articles/comparison/difference';
import { pictureChanges } from '@/domain/articles/comparison/picture-changes';
import { plainOf } from '@/domain/articles/document';
import { besideChanges } from '@/domain/articles/versions/beside';
import type { VersionWords } from '@/domain/articles/versions/version';
import type { Locale } from '@/i18n/locales';
import { ChangedPictures } from '../comparison/changed-pictures';
import { ChangedWords } from '../comparison/changed-words';
import { type BesideNames, ChangedBeside } from './changed-beside';

type ComparisonProps = {
  lang: Locale;
  /** there are two to compare */
  chosen: boolean;
  none: boolean;
  /** null of one that is not kept any more */
  from: VersionWords | null;
  to: VersionWords | null;
  names: BesideNames;
};

/** What differs between two texts; or why nothing can be shown. */
export function VersionComparison({ lang, chosen, none, from, to, names }: ComparisonProps) {
  const t = useTranslations('articles.versions');
  return (
    <section aria-labelledby="difference" className="min-w-0 border border-rule bg-card p-4 sm:p-6">
      <h2 id="difference" className="mb-1">
        {t('between')}
      </h2>
      {from && to ? (
        <Words from={from} to={to} lang={lang} names={names} />
      ) : (
        <p>{t(none ? 'none' : chosen ? 'gone' : 'onlyOne')}</p>
      )}
    </section>
  );
}

type WordsProps = { from: VersionWords; to: VersionWords; lang: Locale; names: BesideNames };

function Words({ from, to, lang, names }: WordsProps) {
  const t = useTranslations('articles.versions');
  const changes = differenceOf(wordsOf(from), wordsOf(to));
  const pictures = pictureChanges(from.body, to.body);
  const beside = besideChanges(from.beside, to.beside);
  const isSame = changes?.every((change) => 'unchanged' in change);
  return (
    <>
      {!changes && <p>{t('tooMuch')}</p>}
      {changes && !isSame && <ChangedWords changes={changes} lang={lang} />}
      {isSame && <p>{t(sameOf(from, to, { pictures: pictures.length, beside: beside?.length ?? 0 }))}</p>}
      <ChangedPictures changes={pictures} told={{ ...from.told, ...to.told }} lang={lang} />
      {beside && from.beside && to.beside ? (
        <ChangedBeside
          parts={beside}
          from={{ ...from, beside: from.beside }}
          to={{ ...to, beside: to.beside }}
          names={names}
        />
      ) : (
        <p className="mt-4 text-ink-2 text-sm">{t('beside.unknown')}</p>
      )}
    </>
  );
}

/** What is the same where no word differs. */
const sameOf = (from: VersionWords, to: VersionWords, { pictures, beside }: { pictures: number; beside: number }) =>
  pictures > 0
    ? 'onlyPictures'
    : beside > 0
      ? 'onlyBeside'
      : JSON.stringify([from.body, from.parts]) === JSON.stringify([to.body, to.parts])
        ? 'same'
        : 'sameWords';

const linesOf = (parts: VersionWords['parts']) =>
  (parts ?? []).flatMap(({ title, body, number }) => [number ? `${title}: ${number}` : title, body ?? '']);

const wordsOf = ({ title, summary, body, easyRead, whatChanged, parts }: VersionWords) => ({
  title,
  summary,
  plain: [plainOf(body), easyRead, whatChanged, ...linesOf(parts)].filter(Boolean).join('\n'),
});
