'use client';

import { useTranslations } from 'next-intl';
import { CopyWords } from './copy-words';
import { Copying } from './copying';

/** A link that is shown once, and words with it that are ready to be sent: selected by hand, or copied by a tap. */
export function ReadyLink({ link, words }: { link: string; words: string }) {
  const t = useTranslations('messages.copying');
  return (
    <Copying copied={t('copied')} failed={t('notCopied')}>
      <div data-copied-from="">
        <label className="mt-3 mb-2 block font-semibold">
          {t('link')}
          <input
            className="control mt-1 text-ink"
            readOnly
            value={link}
            data-words=""
            onFocus={(event) => event.currentTarget.select()}
          />
        </label>
        <CopyWords label={t('copyLink')} />
      </div>
      <div data-copied-from="">
        <p className="mt-4 mb-1 font-semibold">{t('ready')}</p>
        <p
          className="mb-2 select-all whitespace-pre-line border-2 border-rule bg-card p-3 text-ink [overflow-wrap:anywhere]"
          data-words=""
        >
          {words}
        </p>
        <CopyWords label={t('copyWords')} />
      </div>
    </Copying>
  );
}
