import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { facebookHref, mailHref, zaloHref } from './share-links';

type ShareRowProps = { url: string; title: string; text?: string; children?: ReactNode };

/** Ways to hand a page on. Plain links; what the device itself offers joins them when there is a script. */
export function ShareRow({ url, title, text, children }: ShareRowProps) {
  const t = useTranslations('layout.share');
  const away = { target: '_blank', rel: 'noopener noreferrer', className: 'button secondary compact' };
  return (
    <div className="no-print" data-share-row="">
      <p className="mb-2 font-semibold">{t('label')}</p>
      <div className="flex flex-wrap gap-2.5">
        <a href={zaloHref(url)} {...away}>
          Zalo
        </a>{' '}
        <a href={facebookHref(url)} {...away}>
          Facebook
        </a>{' '}
        <a href={mailHref(url, title)} className="button secondary compact">
          <Icon name="mail" />
          {t('mail')}
        </a>
        <Button compact icon="link" className="needs-script" data-copy={url} data-copied={t('copied')}>
          {t('copy')}
        </Button>
        <Button compact icon="share" className="needs-share" data-share={url} data-title={title} data-text={text}>
          {t('more')}
        </Button>
      </div>
      {children}
      <p role="status" className="mt-1 min-h-6 text-sm" />
    </div>
  );
}
