import { useLocale, useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { addDays, addMonths, today } from '@/domain/days/day';
import type { GuideDraft } from '@/domain/guides/written-parts';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Half a year: what a screen looks like does not hold longer. */
const HOLDS_MONTHS = 6;

type ReviewProps = { action: FormAction | undefined; articleId: string; guide: GuideDraft };

/** When somebody last made sure that it is true, and when it is looked at again. Without an action it is only told. */
export function GuideReview({ action, articleId, guide: { reviewedOn, reviewOn, version } }: ReviewProps) {
  const t = useTranslations('guides.review');
  const locale = useLocale() as Locale;
  const isDue = reviewOn !== null && reviewOn <= today();
  return (
    <>
      <p className="mb-4">
        {reviewedOn ? t('reviewed', { day: formatDay(locale, reviewedOn) }) : t('never')}{' '}
        {reviewOn && t(isDue ? 'due' : 'next', { day: formatDay(locale, reviewOn) })}
      </p>
      {action ? (
        <Form action={action} concept="guides" className="max-w-xl">
          <HiddenField name="articleId" value={articleId} />
          <HiddenField name="version" value={version} />
          <Checkbox name="reviewed" label={t('today')} hint={t('todayHint')} />
          <DateField
            name="reviewOn"
            label={t('on')}
            hint={t('onHint')}
            min={addDays(today(), 1)}
            defaultValue={isDue || !reviewOn ? addMonths(today(), HOLDS_MONTHS) : reviewOn}
          />
          <SubmitButton>{t('save')}</SubmitButton>
        </Form>
      ) : (
        <p>{t('byPublisher')}</p>
      )}
    </>
  );
}
