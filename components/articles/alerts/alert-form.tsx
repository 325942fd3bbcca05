import { useTranslations } from 'next-intl';
import { Words } from '@/components/layout/words';
import { ButtonLink } from '@/components/ui/button';
import type { FormAction } from '@/components/ui/forms/form-state';
import { Link } from '@/components/ui/link';
import type { AlertParts } from '@/domain/articles/alerts/alert';
import { alertParts, fieldsOfAlert } from '@/domain/articles/alerts/written-alert';
import type { ArticleDraft } from '@/domain/articles/draft';
import { countOf } from '@/domain/articles/lines/written-lines';
import type { Locale } from '@/i18n/locales';
import { isInEnglish, LinesForm } from '../lines/lines-form';
import { AlertLines } from './alert-lines';

type FormProps = {
  action: FormAction;
  article: ArticleDraft;
  accountId: string;
  parts: Partial<Record<Locale, AlertParts>>;
};

/** How it is recognised, what to do and whom to call, in every language that the alert has; who verified it is told, and where that is written. */
export function AlertForm({ action, article, accountId, parts }: FormProps) {
  const t = useTranslations('articles.alert.writing');
  const of = { values: fieldsOfAlert(parts), inEnglish: isInEnglish(article) };
  return (
    <Words of={['articles.alert.writing', 'articles.lines']}>
      <LinesForm
        action={action}
        article={article}
        accountId={accountId}
        concept="articles"
        noEnglish={t('noEnglish')}
        save={t('save')}
        leave={t('leave')}
        parts={alertParts.map((part) => ({
          part,
          title: t(`parts.${part}`),
          hint: t(`hints.${part}`),
          lines: <AlertLines part={part} count={countOf(parts, part)} {...of} />,
        }))}
      >
        <VerifiedBy article={article} />
      </LinesForm>
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
