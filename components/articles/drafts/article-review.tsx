import { useLocale, useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { holdsMonths, type Review } from '@/domain/articles/renewal/review';
import { addDays, addMonths, today } from '@/domain/days/day';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type ReviewProps = { action: FormAction | undefined; articleId: string; review: Review | null };

/** When somebody last made sure that it is true, and when it is looked at again. Without an action it is only told. */
export function ArticleReview({ action, articleId, review }: ReviewProps) {
  const t = useTranslations('articles.review');
  const locale = useLocale() as Locale;
  if (!review) return null;
  const { kind, reviewedOn, reviewOn, version } = review;
  const isDue = reviewOn !== null && reviewOn <= today();
  return (
    <section>
      <h2 className="mb-2">{t('title')}</h2>
      <p className="mb-2">
        {reviewedOn ? t('reviewed', { day: formatDay(locale, reviewedOn) }) : t('never')}{' '}
        {reviewOn && t(isDue ? 'due' : 'next', { day: formatDay(locale, reviewOn) })}
      </p>
      {action ? (
        <Form action={action} concept="articles" fold={{ summary: t('open'), open: isDue, part: true }}>
          <HiddenField name="articleId" value={articleId} />
          <HiddenField name="version" value={version} />
          <Checkbox name="reviewed" label={t('today')} hint={t(kind === 'guide' ? 'guideHint' : 'todayHint')} />
          <DateField
            name="reviewOn"
            label={t('on')}
            hint={t('onHint')}
            min={addDays(today(), 1)}
            defaultValue={isDue || !reviewOn ? addMonths(today(), holdsMonths(kind) ?? 12) : reviewOn}
          />
          <SubmitButton>{t('save')}</SubmitButton>
        </Form>
      ) : (
        <p className="text-ink-2">{t('byPublisher')}</p>
      )}
    </section>
  );
}
