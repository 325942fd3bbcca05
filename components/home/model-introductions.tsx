import { useTranslations } from 'next-intl';
import { ModelHexagon } from '@/components/ui/model-hexagon';
import type { ModelKind } from '@/domain/digital-models/digital-model';
import { modelSlugs } from '@/domain/digital-models/model-slugs';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

type IntroductionsProps = {
  locale: Locale;
  models: readonly { kind: ModelKind; active: number }[];
  /** `h2` where the four are what the page is about */
  heading?: 'h2' | 'h3';
};

/** The four models in a sentence each. */
export function ModelIntroductions({ locale, models, heading: Heading = 'h3' }: IntroductionsProps) {
  const t = useTranslations('models-explained');
  const say = useTranslations('home');
  return (
    <ul className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
      {models.map(({ kind, active }) => (
        <li key={kind} className="flex flex-wrap gap-x-5 gap-y-2">
          <ModelHexagon kind={kind} />
          <div className="min-w-[min(100%,11rem)] flex-1">
            <Heading className="font-serif text-h3">
              <a
                href={hrefTo(locale, 'model', { slug: modelSlugs[kind][locale] })}
                className="text-ink decoration-1 underline-offset-[.22em] hover:underline"
              >
                {t(`${kind}.name`)}
              </a>
            </Heading>
            <p>{t(`${kind}.short`)}</p>
            {active > 0 && (
              <p className="text-ink-2 text-sm">
                {say('models.active', { count: active, shown: formatNumber(locale, active) })}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
