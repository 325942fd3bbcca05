'use client';

import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/messages/copy-button';

/** A link that is shown once, and words with it that are ready to be sent: selected by hand, or copied by a tap. */
export function ReadyLink({ link, words }: { link: string; words: string }) {
  const t = useTranslations('accounts.invitation');
  const said = { copied: t('copied'), failed: t('notCopied') };
  return (
    <>
      <label className="mt-3 mb-2 block font-semibold">
        {t('link')}
        <input
          className="control mt-1 text-ink"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <CopyButton text={link} label={t('copyLink')} {...said} />
      <p className="mt-4 mb-1 font-semibold">{t('ready')}</p>
      <p className="mb-2 select-all whitespace-pre-line border-2 border-rule bg-card p-3 text-ink [overflow-wrap:anywhere]">
        {words}
      </p>
      <CopyButton text={words} label={t('copyWords')} {...said} />
    </>
  );
}
