import { useLocale, useTranslations } from 'next-intl';
import type { Changed, Piece } from '@/domain/articles/comparison/difference';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

const numbered = <Part,>(parts: readonly Part[]) => parts.map((of, at) => ({ at, of }));

/** What changed from one text to another, paragraph by paragraph and word by word; `lang` is the language of the text. */
export function ChangedWords({ changes, lang }: { changes: readonly Changed[]; lang: Locale }) {
  const t = useTranslations('translations.difference');
  return (
    <>
      <p className="mb-3 text-ink-2 text-sm">{t('lead')}</p>
      <div className="grid gap-2.5 font-serif">
        {numbered(changes).map(({ at, of: change }) =>
          'unchanged' in change ? (
            <Unchanged key={at} count={change.unchanged} />
          ) : (
            <Paragraph key={at} pieces={change.pieces} lang={lang} />
          ),
        )}
      </div>
    </>
  );
}

function Unchanged({ count }: { count: number }) {
  const t = useTranslations('translations.difference');
  const locale = useLocale() as Locale;
  return (
    <p className="font-sans text-ink-2 text-sm">{t('unchanged', { count, shown: formatNumber(locale, count) })}</p>
  );
}

const Paragraph = ({ pieces, lang }: { pieces: readonly Piece[]; lang: Locale }) => (
  <p lang={lang} className="break-words">
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
