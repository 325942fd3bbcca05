import { useLocale, useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { Feed } from '@/domain/calendar/feed';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** The addresses that open somebody's calendar, each with the button that ends it. */
export function FeedList({ feeds, action }: { feeds: Feed[]; action: FormAction }) {
  const t = useTranslations('calendar.feeds');
  const locale = useLocale() as Locale;
  return (
    <ul className="border-rule border-b">
      {feeds.map(({ id, kind, createdAt }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-rule border-t py-4">
          <div>
            <p className="font-semibold">{t(`kind.${kind}`)}</p>
            <p className="text-ink-2 text-sm">{t('madeAt', { when: formatInstant(locale, createdAt) })}</p>
          </div>
          <Form action={action} concept="calendar">
            <HiddenField name="feedId" value={id} />
            <SubmitButton variant="danger" compact>
              {t('end')}
            </SubmitButton>
          </Form>
        </li>
      ))}
    </ul>
  );
}
