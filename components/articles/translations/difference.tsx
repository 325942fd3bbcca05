import { useLocale, useTranslations } from 'next-intl';
import type { Changed, Piece } from '@/domain/articles/comparison/difference';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

const numbered = <Part,>(parts: readonly Part[]) => parts.map((of, at) => ({ at, of }));

/** What changed in the Vietnamese text since it was translated, word by word; `words` is null where that is too much to show. */
export function Difference({ words }: { words: readonly Changed[] | null }) {
  const t = useTranslations('translations.difference');
  return (
    <section aria-labelledby="difference" className="sheet-difference">
      <h3 id="difference" className="mb-1">
        {t('title')}
      </h3>
      {words ? (
        <>
          <p className="mb-3 text-ink-2 text-sm">{t('lead')}</p>
          <div className="grid gap-2.5 font-serif">
            {numbered(words).map(({ at, of: change }) =>
              'unchanged' in change ? (
                <Unchanged key={at} count={change.unchanged} />
              ) : (
                <Paragraph key={at} pieces={change.pieces} />
              ),
            )}
          </div>
        </>
      ) : (
        <p>{t('tooMuch')}</p>
      )}
    </section>
  );
}

function Unchanged({ count }: { count: number }) {
  const t = useTranslations('translations.difference');
  const locale = useLocale() as Locale;
  return (
    <p className="font-sans text-ink-2 text-sm">{t('unchanged', { count, shown: formatNumber(locale, count) })}</p>
  );
}

const Paragraph = ({ pieces }: { pieces: readonly Piece[] }) => (
  <p lang="vi" className="break-words">
    {numbered(pieces).map(({ at, of: piece }) => (
      <Words key={at} {...piece} />
    ))}
  </p>
);

/** Told by a line through or beneath it, by its ground, and aloud. */
function Words({ kind, text }: Piece) {
  const t = useTranslations('translations.difference');
  const locale = useLocale();
  if (kind === 'same') return text;
  const [, words = '', blank = ''] = /^([\s\S]*?)(\s*)$/.exec(text) ?? [];
  const said = (name: 'removed' | 'added' | 'end') => (
    <span className="sr-only" lang={locale}>
      {t(name)}
    </span>
  );
  return kind === 'removed' ? (
    <>
      <del className="bg-basalt-soft text-basalt-deep decoration-2">
        {said('removed')}
        {words}
        {said('end')}
      </del>
      {blank || ' '}
    </>
  ) : (
    <>
      <ins className="bg-rubber-soft font-semibold text-rubber-deep decoration-2 underline-offset-4">
        {said('added')}
        {words}
        {said('end')}
      </ins>
      {blank || ' '}
    </>
  );
}
