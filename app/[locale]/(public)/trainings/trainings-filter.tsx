import { useTranslations } from 'next-intl';
import { capital } from '@/components/trainings/place-words';
import { SessionFilter } from '@/components/trainings/session-filter';
import { audiences } from '@/domain/scales/audience';
import { deliveryModes } from '@/domain/scales/delivery-mode';
import type { Commune } from '@/domain/units/unit';
import { formatMonth } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { type Asked, comingMonths, queryOf } from './asked';

type FilterProps = {
  locale: Locale;
  asked: Asked;
  communes: readonly Commune[];
  courses: readonly { code: string; title: string }[];
  wide: boolean;
};

/** The filters of trainings; the view and its time stay as they are. */
export function TrainingsFilter({ locale, asked, communes, courses, wide }: FilterProps) {
  const t = useTranslations('trainings');
  const { view, day, month } = queryOf(asked);
  const isList = asked.view === 'list';
  return (
    <SessionFilter
      action={hrefTo(locale, 'trainings')}
      kept={{ view, day, month: isList ? undefined : month }}
      wide={wide}
      fields={[
        {
          name: 'commune',
          value: asked.commune,
          options: communes.map(({ code, name }) => ({ value: code, label: name })),
        },
        {
          name: 'topic',
          value: asked.topic,
          options: courses.map(({ code, title }) => ({ value: code, label: title })),
        },
        ...(isList
          ? [
              {
                name: 'month' as const,
                value: asked.month,
                options: comingMonths().map((first) => ({
                  value: first.slice(0, 7),
                  label: capital(formatMonth(locale, first)),
                })),
              },
            ]
          : []),
        {
          name: 'audience',
          value: asked.audience,
          options: audiences.map((audience) => ({ value: audience, label: capital(t(`audience.${audience}`)) })),
        },
        {
          name: 'mode',
          value: asked.mode,
          options: deliveryModes.map((mode) => ({ value: mode, label: t(`mode.${mode}`) })),
        },
      ]}
    />
  );
}
