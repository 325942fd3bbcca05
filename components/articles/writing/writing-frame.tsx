'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { formatInstant, formatTime } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { useWriting } from './use-writing';

type FrameProps = {
  /** the article, or `new` */
  of: string;
  /** who writes: nobody else's words are offered to her */
  accountId: string;
  /** the ways on, which stay in sight */
  ways: ReactNode;
  children: ReactNode;
};

/** Stands within the form of a text: keeps what is written on this device, offers what was left, and holds the ways on in sight. */
export function WritingFrame({ of, accountId, ways, children }: FrameProps) {
  const t = useTranslations('articles.kept');
  const locale = useLocale() as Locale;
  const place = useRef<HTMLDivElement>(null);
  const { offered, told, take, drop } = useWriting(place, of, accountId);
  return (
    <div ref={place}>
      {offered && (
        <Notice
          tone="information"
          title={t('left', { instant: formatInstant(locale, new Date(offered.at)) })}
          action={
            <span className="flex flex-wrap gap-2">
              <Button compact variant="primary" onClick={take}>
                {t('take')}
              </Button>
              <Button compact variant="text" onClick={drop}>
                {t('drop')}
              </Button>
            </span>
          }
        >
          {t('leftLead')}
        </Notice>
      )}
      {children}
      <div className="save-bar">
        {ways}
        <p className="text-ink-2 text-sm" role="status">
          {typeof told === 'number' ? t('at', { time: formatTime(new Date(told)) }) : told && t(told)}
        </p>
      </div>
    </div>
  );
}
