'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { KeptWriting } from '@/domain/articles/writing/writing-memory';
import { formatInstant, formatTime } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import type { Told } from './form-watch';

/** The text of an article, or words of another form. */
export type WhatIsKept = 'text' | 'words';
type OfferProps = {
  offered: KeptWriting;
  what: WhatIsKept;
  onTake?: () => void;
  onDrop: () => void;
  /** another way back to them than to take them here, and the words themselves */
  way?: ReactNode;
  children?: ReactNode;
};

/** What was left on this device and stands nowhere else: to be taken, or dropped. */
export function KeptOffer({ offered, what, onTake, onDrop, way, children }: OfferProps) {
  const t = useTranslations('articles.kept');
  const locale = useLocale() as Locale;
  return (
    <Notice
      tone="information"
      title={t(`${what}.left`, { instant: formatInstant(locale, new Date(offered.at)) })}
      action={
        <span className="flex flex-wrap gap-2">
          {onTake && (
            <Button compact variant="primary" onClick={onTake}>
              {t('take')}
            </Button>
          )}
          {way}
          <Button compact variant="text" onClick={onDrop}>
            {t('drop')}
          </Button>
        </span>
      }
    >
      {t(`${what}.leftLead`)}
      {children}
    </Notice>
  );
}

/** When the words were kept, or that they could not be. */
export function KeptTold({ told, what }: { told: Told; what: WhatIsKept }) {
  const t = useTranslations('articles.kept');
  return (
    <p className="text-ink-2 text-sm" role="status">
      {typeof told === 'number' ? t('at', { time: formatTime(new Date(told)) }) : told && t(`${what}.${told}`)}
    </p>
  );
}
