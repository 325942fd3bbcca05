import { useLocale, useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { ArticleDraft } from '@/domain/articles/draft';
import type { PictureWords } from '@/domain/articles/pictures/text-picture';
import type { Remark } from '@/domain/newsroom/remarks/remark';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { usePassageWords } from './passage-words';

type ItemProps = {
  remark: Remark;
  /** the words beside which it stands; nothing where they are gone */
  passage: string;
  article: Pick<ArticleDraft, 'id' | 'number'>;
  /** what pictures show */
  told: PictureWords;
  /** hers who writes */
  action: FormAction | undefined;
};

/** One remark: on which words where they are not the beginning of what stands beside it, what, by whom; done with by who writes. */
export function RemarkItem({ remark, passage, article, told, action }: ItemProps) {
  const t = useTranslations('remarks');
  const wordsOf = usePassageWords(told);
  const locale = useLocale() as Locale;
  const { by, edition, quote, text } = remark;
  const at = formatInstant(locale, remark.at);
  return (
    <li lang={locale} className="border-lotus border-l-4 bg-card py-2 pr-3 pl-3">
      {!passage.startsWith(quote) && (
        <q className="block text-ink-2 text-sm [overflow-wrap:anywhere]" lang={remark.locale}>
          {wordsOf(quote)}
        </q>
      )}
      <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</p>
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <p className="text-ink-2 text-sm">
          {edition === article.number ? t('at', { by, at }) : t('earlier', { by, at, edition })}
        </p>
        {action && (
          <Form action={action} concept="newsroom" className="min-w-0">
            <HiddenField name="articleId" value={article.id} />
            <HiddenField name="remarkId" value={remark.id} />
            <SubmitButton variant="secondary" compact icon="check">
              {t('resolve')} <span className="sr-only">{t('resolveOf', { by, text: text.slice(0, 60) })}</span>
            </SubmitButton>
          </Form>
        )}
      </div>
    </li>
  );
}
