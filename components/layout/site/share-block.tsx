import { getTranslations } from 'next-intl/server';
import { writtenOnce } from '@/components/layout/ready/written-once';
import { Button } from '@/components/ui/button';
import { QrCode } from '@/components/ui/print/qr-code';
import { withMark } from '@/domain/texts/with-mark';
import type { Locale } from '@/i18n/locales';
import { ShareRow } from './share-row';

type ShareBlockProps = {
  url: string;
  title: string;
  /** what the ready words say below the title */
  lines: readonly string[];
  /** an address that can be typed from paper, and lasts */
  short: string;
  /** the language of the ready words, where that is not the page's */
  told?: Locale;
  /** what it tells was made up for the demonstration */
  demo?: boolean;
};

/** A page to be sent on: where to, words that are ready for Zalo, and a code for a phone beside it. Words and code stand there without any script. */
export async function ShareBlock({ url, title, lines, short, told, demo = false }: ShareBlockProps) {
  const [t, ui] = await Promise.all([
    getTranslations('layout.share'),
    told ? getTranslations({ locale: told, namespace: 'ui' }) : getTranslations('ui'),
  ]);
  const words = withMark([title, ...lines].join('\n'), demo ? ui('demo') : null);
  return (
    <ShareRow url={url} title={title} text={words}>
      <p className="mt-5 mb-2 font-semibold">{t('ready')}</p>
      <p
        lang={told}
        className="max-w-[34em] select-all whitespace-pre-line border-2 border-rule bg-card p-4 supports-[hyphens:auto]:hyphens-manual [overflow-wrap:anywhere]"
      >
        {`${words}\n${short}`}
      </p>
      <Button compact className="needs-script mt-2.5" data-copy={`${words}\n${short}`} data-copied={t('copiedWords')}>
        {t('copyWords')}
      </Button>
      <details className="mt-3">
        <summary className="py-2.5 font-semibold">{t('code')}</summary>
        <SharedCode text={short} label={t('scan')} />
        <p className="mt-2 supports-[hyphens:auto]:hyphens-manual [overflow-wrap:anywhere]">
          {short.replace(/^https?:\/\//, '')}
        </p>
      </details>
    </ShareRow>
  );
}

/**
 * Which of eight masks reads best takes a millisecond to find, and of one address it is always the same. What is shared everybody may know:
 * nothing of it need be forgotten.
 */
const SharedCode = writtenOnce(
  ({ text, label }: { text: string; label: string }) => (
    <QrCode text={text} label={label} className="w-44 max-w-full" />
  ),
  ({ text, label }) => JSON.stringify([text, label]),
);
