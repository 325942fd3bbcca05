import { useTranslations } from 'next-intl';
import { Words } from '@/components/layout/words';
import { ButtonLink } from '@/components/ui/button';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import type { AlertParts } from '@/domain/articles/alerts/alert';
import { alertParts, countOfAlert, fieldsOfAlert } from '@/domain/articles/alerts/written-alert';
import type { ArticleDraft } from '@/domain/articles/draft';
import type { Locale } from '@/i18n/locales';
import { AlertLines } from './alert-lines';

type FormProps = { action: FormAction; article: ArticleDraft; parts: Partial<Record<Locale, AlertParts>> };

/** How it is recognised, what to do and whom to call, in every language that the alert has; who verified it is told, and where that is written. */
export function AlertForm({ action, article, parts }: FormProps) {
  const t = useTranslations('articles.alert.writing');
  const inEnglish = article.texts.some(({ locale }) => locale === 'en');
  const values = fieldsOfAlert(parts);
  return (
    <Words of={['articles.alert.writing', 'articles.lines']}>
      <Form action={action} concept="articles" guarded>
        <HiddenField name="articleId" value={article.id} />
        <HiddenField name="version" value={article.version} />
        {!inEnglish && <p className="mt-4">{t('noEnglish')}</p>}
        {alertParts.map((part) => (
          <section key={part} className="mt-8 border-ink border-t-2 pt-4">
            <h2>{t(`parts.${part}`)}</h2>
            <p className="mt-1 mb-4 max-w-[44em] text-ink-2">{t(`hints.${part}`)}</p>
            <AlertLines part={part} count={countOfAlert(parts, part)} values={values} inEnglish={inEnglish} />
          </section>
        ))}
        <VerifiedBy article={article} />
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

function VerifiedBy({ article: { id, source } }: { article: ArticleDraft }) {
  const t = useTranslations('articles.alert.writing');
  return (
    <section className="mt-8 border-ink border-t-2 pt-4">
      <h2>{t('source')}</h2>
      <p className="mt-1 mb-3 max-w-[44em]">
        {source?.url ? (
          <>
            {source.name} · <span className="[overflow-wrap:anywhere]">{source.url}</span>
          </>
        ) : (
          t('noSource')
        )}
      </p>
      <ButtonLink as={Link} href={`/admin/articles/${id}/edit`} icon="pencil" compact>
        {t('editSource')}
      </ButtonLink>
    </section>
  );
}
