import { useTranslations } from 'next-intl';
import { FoldedPart } from '@/components/ui/panels/fold';
import type { PublishedBand } from '@/domain/spot-checks/tally';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { BandBasis, BandSentence, publicRule } from './band-sentence';

/** What everybody is told of how far the figures hold; nothing before a round was seen nearly whole. */
export function PublishedBandNote({
  locale,
  published: { told, running },
}: {
  locale: Locale;
  published: PublishedBand;
}) {
  const t = useTranslations('spot-checks.band');
  if (!told && !running) return null;
  return (
    <div id="spot-checks" className="mb-6 max-w-[44em]">
      {told && (
        <p>
          <BandSentence locale={locale} band={told.band} /> <BandBasis locale={locale} round={told} /> {t('method')}
        </p>
      )}
      <FoldedPart summary={t('how')} className="">
        <p>{t('howText', publicRule(locale))}</p>
        {running && (
          <p className="mt-2">
            {t('running', { day: formatDay(locale, running.announcedOn) })}{' '}
            <code className="break-all">{running.commitment}</code>
          </p>
        )}
      </FoldedPart>
    </div>
  );
}
