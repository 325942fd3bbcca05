import { useTranslations } from 'next-intl';
import { Words } from '@/components/layout/words';
import { ButtonLink } from '@/components/ui/button';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import type { ArticleDraft } from '@/domain/articles/draft';
import type { GuideDraft } from '@/domain/guides/written-parts';
import { countOf, fieldsOfParts, partNames } from '@/domain/guides/written-parts';
import { PartLines } from './part-lines';

type FormProps = { action: FormAction; article: ArticleDraft; guide: GuideDraft };

/** What she needs, the steps, and what to do when it goes wrong, in every language that the guide has. */
export function PartsForm({ action, article, guide: { parts } }: FormProps) {
  const t = useTranslations('guides.writing');
  const inEnglish = article.texts.some(({ locale }) => locale === 'en');
  const values = fieldsOfParts(parts);
  return (
    <Words of={['guides.writing', 'articles.lines']}>
      <Form action={action} concept="guides" guarded>
        <HiddenField name="articleId" value={article.id} />
        <HiddenField name="version" value={article.version} />
        {!inEnglish && <p className="mt-4">{t('noEnglish')}</p>}
        {partNames.map((part) => (
          <section key={part} className="mt-8 border-ink border-t-2 pt-4">
            <h2>{t(`parts.${part}`)}</h2>
            <p className="mt-1 mb-4 max-w-[44em] text-ink-2">{t(`hints.${part}`)}</p>
            <PartLines
              part={part}
              count={countOf(parts, part)}
              values={values}
              topic={article.topics[0]}
              inEnglish={inEnglish}
            />
          </section>
        ))}
        <div className="mt-8 flex flex-wrap gap-3">
          <SubmitButton>{t('save')}</SubmitButton>
          <ButtonLink as={Link} href={`/admin/articles/${article.id}`}>
            {t('leave')}
          </ButtonLink>
        </div>
      </Form>
    </Words>
  );
}
