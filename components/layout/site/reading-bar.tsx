import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Locale } from '@/i18n/locales';
import { zaloHref } from './share-links';

type ReadingBarProps = {
  /** what is sent on; nothing of what is not public */
  url?: string | undefined;
  /** id of the element that is read aloud */
  reads: string;
  /** the language of the text, where that is not the page's */
  told?: Locale;
  /** how long it takes to hear it */
  minutes: number;
  /** id of the easy-read version, where the page has one */
  easyRead?: string | undefined;
  /** whether the page has pictures that can wait until they are asked for */
  pictures?: boolean;
};

/** Above a text: hear it, make it larger, read the easy version of it, load its pictures by a tap, send it on. What is heard is the version that is shown. */
export function ReadingBar({ url, reads, told, minutes, easyRead, pictures = false }: ReadingBarProps) {
  const [t, locale] = [useTranslations('layout.reading'), useLocale()];
  return (
    <div
      className={`${url || easyRead ? '' : 'needs-script '}no-print my-5 grid columns-of-deeds gap-2.5 border-rule border-y py-3.5 sm:flex sm:flex-wrap`}
      data-read-aloud={easyRead ? `${easyRead} ${reads}` : reads}
      data-no-voice={t('noVoice', { told: told ?? locale })}
      data-no-speech={t('noSpeech')}
    >
      <Button variant="primary" icon="speaker" className="needs-script max-sm:col-span-full" data-read="play">
        {t('play', { minutes })}
      </Button>
      <Button variant="primary" icon="pause" data-read="pause" hidden>
        {t('pause')}
      </Button>
      <Button icon="stop" data-read="stop" hidden>
        {t('stop')}
      </Button>
      <Button
        variant="tool"
        icon="text-size"
        className="needs-script min-h-[52px] whitespace-normal"
        data-larger={t('sizes')}
      >
        <span>{t('larger')}</span>
      </Button>
      {easyRead && (
        <a href={`#${easyRead}`} target="_self" className="button tool min-h-[52px] whitespace-normal">
          <Icon name="book" />
          {t('easyRead')}
        </a>
      )}
      {pictures && <LoadPictures />}
      {url && (
        <a
          href={zaloHref(url)}
          target="_blank"
          rel="noopener noreferrer"
          className="button tool min-h-[52px] whitespace-normal"
        >
          <Icon name="share" />
          {t('zalo')}
        </a>
      )}
      {url && <KeptPlace />}
      <p role="status" className="col-span-full self-center text-sm empty:hidden" />
    </div>
  );
}

function LoadPictures() {
  const t = useTranslations('layout.textSize');
  return (
    <Button variant="tool" className="needs-script min-h-[52px] whitespace-normal" data-loading={t('loading')}>
      <span>{t('loadAsked')}</span>
    </Button>
  );
}

/** Shown where this device remembers a place in the text (public/portal.js): it keeps the address, so only of what is public. */
function KeptPlace() {
  const t = useTranslations('layout.reading');
  return (
    <>
      <Button icon="book" className="min-h-[52px] whitespace-normal" data-place="go" hidden>
        {t('goOn')}
      </Button>
      <Button variant="text" icon="cross" data-place="forget" hidden>
        {t('forget')}
      </Button>
    </>
  );
}
