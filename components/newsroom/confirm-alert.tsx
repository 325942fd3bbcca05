import { useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { isNewestForced, mayConfirm } from '@/domain/newsroom/standing';
import type { Worked } from './publish-fields';

/** What went out at once waits for a second person, who reads why it did. */
export function ConfirmAlert({ article, standing, actions }: Worked & { actions: Record<'confirmAlert', FormAction> }) {
  const t = useTranslations('newsroom.next');
  const { unconfirmed } = standing;
  if (!unconfirmed) return null;
  return (
    <div className="mb-5">
      <p className="mb-3 font-semibold text-lg">
        {isNewestForced(standing) ? t('forced') : t('forcedEarlier', { edition: unconfirmed.number })}
      </p>
      {unconfirmed.reason && (
        <figure className="mb-4 border-lotus border-l-4 pl-4">
          <figcaption className="text-ink-2 text-sm">{t('forceReason')}</figcaption>
          <blockquote className="whitespace-pre-wrap">{unconfirmed.reason}</blockquote>
        </figure>
      )}
      {mayConfirm(standing, article.publishable && article.placesHers) ? (
        <Form action={actions.confirmAlert} concept="newsroom">
          <HiddenField name="articleId" value={article.id} />
          <HiddenField name="editionId" value={unconfirmed.editionId} />
          <HiddenField name="version" value={unconfirmed.version} />
          <SubmitButton icon="check">{t('confirmNow')}</SubmitButton>
        </Form>
      ) : (
        <p>{t('forcedOthers')}</p>
      )}
    </div>
  );
}
