import { useLocale, useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/panels/panel';
import type { HandoverItem } from '@/domain/merging/handovers/handover';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { useItemWords } from './handover-item-words';

/** Things that only the province may take away: told, so that they are not forgotten. */
export function ProvinceItems({ items }: { items: HandoverItem[] }) {
  const t = useTranslations('merging.handover');
  const locale = useLocale() as Locale;
  const wordsOf = useItemWords();
  if (items.length === 0) return null;
  return (
    <Panel title={t('province')}>
      <p className="mb-3 text-ink-2">{t('provinceHint')}</p>
      <ul className="grid list-disc gap-1 pl-5">
        {items.map((item) => (
          <li key={item.key}>
            {wordsOf(item)}{' '}
            <small className="block text-ink-2">
              {t('where', { place: item.place, day: formatDay(locale, item.since) })}
            </small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
