import { useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import type { ArticleDraft } from '@/domain/articles/draft';

/** `knows`: it is known what stood beside its words. */
type RestoreProps = { article: ArticleDraft; textId: string; title: string; knows: boolean; action: FormAction };

/** The way back to an earlier text, and what it moves. */
export function VersionRestore({ article, textId, title, knows, action }: RestoreProps) {
  const t = useTranslations('articles.versions');
  return (
    <Panel title={t('restoreTitle')}>
      <p className="mb-2 break-words font-serif">“{title}”</p>
      {article.scheduled ? (
        <p>{t('restoreScheduled')}</p>
      ) : (
        <>
          <p className="mb-2">{t(article.editionState === 'approved' ? 'restoreAnew' : 'restoreDraft')}</p>
          <p className="mb-2 text-ink-2 text-sm">{t('restoreLines', { kind: article.kind })}</p>
          <p className="mb-4 text-ink-2 text-sm">{t(knows ? 'restoreBeside' : 'restoreUnknown')}</p>
          <Form action={action} concept="articles">
            <HiddenField name="articleId" value={article.id} />
            <HiddenField name="textId" value={textId} />
            <HiddenField name="version" value={article.version} />
            <SubmitButton variant="secondary">{t('restore')}</SubmitButton>
          </Form>
        </>
      )}
    </Panel>
  );
}
