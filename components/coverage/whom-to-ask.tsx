import { useTranslations } from 'next-intl';
import { communeWords } from '@/components/trainings/place-words';
import { ButtonLink } from '@/components/ui/button';
import type { Commune } from '@/domain/units/unit';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

/** The people to ask in a commune, and how she who found no class is told of the next one. Nobody by name. */
export function WhomToAsk({ locale, commune }: { locale: Locale; commune: Commune }) {
  const t = useTranslations('coverage.commune.ask');
  const words = useTranslations('trainings');
  return (
    <aside className="self-start border-ink border-t-[3px] pt-4">
      <h2 className="mb-2.5 font-bold font-sans text-h3">{t('title')}</h2>
      <p className="mb-4">{t('text', { place: communeWords(words, commune) })}</p>
      <ButtonLink href={hrefTo(locale, 'topicWait', {}, { commune: commune.slug })} icon="bell">
        {t('wait')}
      </ButtonLink>
    </aside>
  );
}
