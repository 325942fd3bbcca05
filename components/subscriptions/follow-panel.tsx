import { useTranslations } from 'next-intl';
import { communeWords } from '@/components/trainings/place-words';
import { Button } from '@/components/ui/button';
import type { Commune } from '@/domain/units/unit';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { breadthOf } from './follow-words';
import { useSaid } from './said-words';

type PanelProps = {
  locale: Locale;
  commune?: Pick<Commune, 'slug' | 'name' | 'kind'> | undefined;
  topic?: { code: string; name: string } | undefined;
};

/**
 * How one hears of what is new here: on this device, where its browser can be told (`public/subscriptions.js` shows the buttons then),
 * or by a feed. It asks for nothing by itself.
 */
export function FollowPanel({ locale, commune, topic }: PanelProps) {
  const t = useTranslations('subscriptions');
  const trainings = useTranslations('trainings');
  const said = useSaid();
  const place = communeWords(trainings, commune ?? null);
  const asked = { commune: commune?.slug, topic: topic?.code };
  return (
    <section
      className="no-print border-rule border-t pt-5"
      data-follow="panel"
      data-commune={asked.commune}
      data-topic={asked.topic}
      data-words={said}
    >
      <h2 className="mb-2 font-bold font-sans text-h3">
        {t(`panel.${breadthOf(asked)}`, { place, topic: topic?.name ?? '' })}
      </h2>
      <p className="max-w-[34em]">{t(commune ? 'panel.leadCommune' : 'panel.lead')}</p>
      <p role="status" className="max-w-[34em] font-semibold" />
      <p className="mt-2.5 flex flex-wrap items-center gap-x-6 gap-y-2">
        <Button icon="bell" data-follow-do="follow" hidden>
          {t('do.follow')}
        </Button>
        <Button icon="cross" data-follow-do="end" hidden>
          {t('do.end')}
        </Button>
        <a href={hrefTo(locale, 'feed', {}, asked)} className="py-2">
          {t('panel.feed')}
        </a>
        <a href={hrefTo(locale, 'subscriptions', {}, asked)} className="py-2">
          {t('panel.more')}
        </a>
      </p>
    </section>
  );
}
