'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextArea } from '@/components/ui/forms/form';
import { EASY_MAX, longSentencesIn } from '@/domain/articles/easy-read/easy-read';

const SHOWN = 3;

/** The easy-read version of a text; which sentences are long is told while it is written, and of what was saved without a script too. */
export function EasyReadField({ name, lang, saved }: { name: string; lang: 'vi' | 'en'; saved: string }) {
  const t = useTranslations('articles.easyRead');
  const [text, say] = useState(saved);
  const long = longSentencesIn(text);
  return (
    <div
      lang={lang}
      onInput={({ target }) => {
        if (target instanceof HTMLTextAreaElement) say(target.value);
      }}
    >
      <TextArea
        name={name}
        label={t('field')}
        hint={t('hint')}
        defaultValue={saved}
        rows={6}
        maxLength={EASY_MAX}
        optional
      />
      <div role="status" className="mb-4 text-sm">
        {long.length > 0 && (
          <>
            <p className="font-semibold">{t('long', { count: long.length })}</p>
            <ul className="list-disc pl-5">
              {long.slice(0, SHOWN).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}
