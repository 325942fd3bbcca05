import { useLocale, useTranslations } from 'next-intl';
import { BehindBadge } from '@/components/articles/translations/behind-badge';
import { Icon } from '@/components/ui/icon';
import { type LanguageStanding, lastDayOf, minutesLate, type Standing } from '@/domain/newsroom/standing';
import { formatDay, formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { ApprovalBadges, StepBadge } from './step-badge';

type StatesProps = {
  standing: Standing;
  /** where readers find it, by language */
  addresses: Partial<Record<Locale, string>>;
  /** the newest English text does not follow the Vietnamese one */
  behind: boolean;
};

/** Where each language stands: in a word, since when and until when, and the way to what readers see. */
export function LanguageStates({ standing, addresses, behind }: StatesProps) {
  const t = useTranslations('newsroom');
  return (
    <dl className="grid gap-3">
      {standing.languages.map((language) => (
        <div key={language.locale} className="border-rule border-t pt-2.5">
          <dt className="mb-1 font-semibold">{t(`languages.${language.locale}`)}</dt>
          <dd className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <StepBadge {...language} />
            {behind && language.locale === 'en' && <BehindBadge />}
            {language.shown && addresses[language.locale] && (
              <a
                className="inline-flex min-h-11 items-center gap-1.5"
                href={addresses[language.locale]}
                lang={language.locale}
              >
                <Icon name="globe" size={18} />
                {t(`open.${language.locale}`)}
              </a>
            )}
          </dd>
          <Hours {...language} />
        </div>
      ))}
      {(standing.alone || standing.forced) && (
        <div className="flex flex-wrap gap-1.5 border-rule border-t pt-2.5">
          <dt className="sr-only">{t('approval.title')}</dt>
          <dd className="flex flex-wrap gap-1.5">
            <ApprovalBadges standing={standing} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Since when, until when, and by how much it was late. */
function Hours({ shown, planned }: LanguageStanding) {
  const t = useTranslations('newsroom.hours');
  const locale = useLocale() as Locale;
  const at = (instant: Date) => formatInstant(locale, instant);
  const endOf = (end: Date, name: 'until' | 'plannedUntil') => {
    const day = lastDayOf(end);
    return day ? t(`${name}Day`, { day: formatDay(locale, day) }) : t(name, { at: at(end) });
  };
  const late = shown ? minutesLate(shown) : 0;
  const lines = [
    shown && t('since', { at: at(shown.since) }),
    shown && late > 0 && t('late', { at: at(shown.plannedAt), minutes: late }),
    shown?.until && endOf(shown.until, 'until'),
    planned && t('planned', { at: at(planned.at) }),
    planned?.until && endOf(planned.until, 'plannedUntil'),
  ].filter((line): line is string => typeof line === 'string');
  return lines.map((line) => (
    <dd key={line} className="mt-1 text-ink-2 text-sm">
      {line}
    </dd>
  ));
}
