'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { Present } from '@/domain/articles/writing/presence';
import { formatTime } from '@/i18n/format';
import { usePresence } from './use-presence';

type PresentProps = { articleId: string; first: readonly Present[] };

/** Who else has this text open, before she types; it changes while she writes, and is read out when it does. */
export function PresentNotice({ articleId, first }: PresentProps) {
  const t = useTranslations('articles.kept');
  const present = usePresence(articleId, first);
  return (
    <div aria-live="polite">
      {present.map(({ name, since }) => (
        <Notice
          key={`${name} ${since}`}
          tone="information"
          title={t('present', { name, time: formatTime(new Date(since)) })}
        >
          {t('presentLead')}
        </Notice>
      ))}
      <noscript>
        {/* biome-ignore lint/performance/noImgElement: nothing is drawn, it says that the page was opened */}
        <img src={`/api/articles/presence?article=${articleId}`} alt="" width={1} height={1} />
      </noscript>
    </div>
  );
}
