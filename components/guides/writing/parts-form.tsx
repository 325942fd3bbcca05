import { useTranslations } from 'next-intl';
import { isInEnglish, LinesForm } from '@/components/articles/lines/lines-form';
import { Words } from '@/components/layout/words';
import type { FormAction } from '@/components/ui/forms/form-state';
import type { ArticleDraft } from '@/domain/articles/draft';
import { countOf } from '@/domain/articles/lines/written-lines';
import type { GuideDraft } from '@/domain/guides/written-parts';
import { fieldsOfParts, partNames } from '@/domain/guides/written-parts';
import { PartLines } from './part-lines';

type FormProps = { action: FormAction; article: ArticleDraft; accountId: string; guide: GuideDraft };

/** What she needs, the steps, and what to do when it goes wrong, in every language that the guide has. */
export function PartsForm({ action, article, accountId, guide: { parts } }: FormProps) {
  const t = useTranslations('guides.writing');
  const of = { values: fieldsOfParts(parts), topic: article.topics[0], inEnglish: isInEnglish(article) };
  return (
    <Words of={['guides.writing', 'articles.lines']}>
      <LinesForm
        action={action}
        article={article}
        accountId={accountId}
        concept="guides"
        noEnglish={t('noEnglish')}
        save={t('save')}
        leave={t('leave')}
        parts={partNames.map((part) => ({
          part,
          title: t(`parts.${part}`),
          hint: t(`hints.${part}`),
          lines: <PartLines part={part} count={countOf(parts, part)} {...of} />,
        }))}
      />
    </Words>
  );
}
