import { useLocale, useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/panels/panel';
import type { PictureWords } from '@/domain/articles/pictures/text-picture';
import type { Remark } from '@/domain/newsroom/remarks/remark';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { usePassageWords } from './passage-words';
import { ToPlace } from './to-place';

/** Each with the passage where it stands today; null where that is gone. */
type PlacesProps = {
  articleId: string;
  remarks: readonly (Omit<Remark, 'passage'> & { passage: number | null })[];
  /** what pictures show */
  told: PictureWords;
};

/** What colleagues said of the text, for who is writing it: each leads to its words. */
export function RemarkPlaces({ articleId, remarks, told }: PlacesProps) {
  const t = useTranslations('remarks');
  const wordsOf = usePassageWords(told);
  const locale = useLocale() as Locale;
  if (remarks.length === 0) return null;
  return (
    <Panel title={t('editor.title')} aside={t('open', { count: remarks.length })} className="mb-6">
      <p className="mb-2 text-ink-2 text-sm">{t('editor.lead')}</p>
      <ul className="max-h-80 overflow-y-auto">
        {remarks.map(({ id, by, at, text, quote, passage, locale: of }) => (
          <li key={id} className="border-rule border-t py-2">
            <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</p>
            <p className="text-ink-2 text-sm [overflow-wrap:anywhere]">
              {t('at', { by, at: formatInstant(locale, at) })} · {t(`editor.language.${of}`)} ·{' '}
              <q lang={of}>{wordsOf(quote)}</q>
            </p>
            <ToPlace articleId={articleId} of={of} passage={passage} quote={quote}>
              {t('editor.go')} <span className="sr-only">{t('editor.goOf', { by, text: text.slice(0, 60) })}</span>
            </ToPlace>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
