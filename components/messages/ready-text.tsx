import { useLocale, useTranslations } from 'next-intl';
import { smsOf, withoutMarks } from '@/domain/messages/sms';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { CopyWords } from './copy-words';

type ReadyTextProps = { text: string; language: Locale };

const summary =
  'inline-flex min-h-11 cursor-pointer items-center font-semibold text-lotus underline underline-offset-[.22em]';

/** Her own words: copied by one tap, or unfolded to be read and selected. */
export function OwnText({ text, language, name }: ReadyTextProps & { name: string }) {
  const t = useTranslations('messages.text');
  return (
    <div className="flex flex-wrap items-center gap-x-4" data-copied-from="">
      <CopyWords label={t('copyFor', { name })} />
      <details className="min-w-0 open:basis-full">
        <summary className={summary}>
          {t('own')} <span className="sr-only">{t('ownFor', { name })}</span>
        </summary>
        <Words text={text} language={language} />
        <PlainText text={text} language={language} />
      </details>
    </div>
  );
}

/** The words to be sent: selected by one tap, copied by a button, with what they cost as SMS; and the same without marks. */
export function ReadyText(props: ReadyTextProps) {
  const t = useTranslations('messages.text');
  return (
    <>
      <Words {...props} label={t('copy')} />
      <PlainText {...props} />
    </>
  );
}

function PlainText({ text, language }: ReadyTextProps) {
  const t = useTranslations('messages.text');
  const plain = withoutMarks(text);
  if (plain === text) return null;
  return (
    <details>
      <summary className={summary}>{t('plain')}</summary>
      <Words text={plain} language={language} label={t('copyPlain')} />
    </details>
  );
}

function Words({ text, language, label }: ReadyTextProps & { label?: string }) {
  const t = useTranslations('messages.text');
  const locale = useLocale() as Locale;
  const letters = formatNumber(locale, [...text].length);
  return (
    <div className="mb-2" data-copied-from="">
      <p lang={language} data-words="" className="mb-2 select-all rounded-tile border border-rule bg-card px-4 py-3">
        {text}
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {label && <CopyWords label={label} />}
        <span className="text-ink-2 text-sm">{t('cost', { letters, count: smsOf(text).parts })}</span>
      </div>
    </div>
  );
}
