import { useLocale, useTranslations } from 'next-intl';
import { placeName } from '@/components/coverage/coverage-table';
import { Copying } from '@/components/messages/copying';
import { ReadyText } from '@/components/messages/ready-text';
import { movedMost, type Summary } from '@/domain/reports/summary/summary';
import { formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { periodWithin, sentenceText } from '../report-words';

/** Words for Zalo that hold what everybody may read: shares and communes, never who has not reported. */
export function ShareText({ summary: { content }, address }: { summary: Summary; address: string }) {
  const t = useTranslations('reports');
  const [coverage, words] = [useTranslations('coverage'), useTranslations('messages.copying')];
  const locale = useLocale() as Locale;
  const shares = content.sentences.filter(({ say }) => say === 'coverage');
  const up = movedMost(content).up.map(({ now, ...place }) =>
    t('summary.share.one', { place: placeName(coverage, place), now: formatPercent(locale, now) }),
  );
  const text = [
    content.demo && t('summary.share.demo'),
    t('summary.share.title', { period: periodWithin(t, content.period) }),
    ...shares.map((sentence) => sentenceText(t, locale, sentence)),
    up.length > 0 && t('summary.share.up', { names: up.join(', ') }),
    t('summary.share.more', { address }),
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <section className="no-print mt-7 max-w-[44em]">
      <h2 className="mb-2 text-h3">{t('summary.share.heading')}</h2>
      <Copying copied={words('copied')} failed={words('notCopied')}>
        <ReadyText text={text} language={locale} />
      </Copying>
    </section>
  );
}
