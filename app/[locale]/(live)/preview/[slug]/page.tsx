import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { markMissing, markWaiting } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { MissingPage } from '@/app/missing';
import { Shell } from '@/app/shell';
import { findPreviewByLink } from '@/domain/newsroom/previews/preview-queries';
import { type Locale, otherLocale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { readersNetwork } from '@/server/entrance/readers-network';
import { mayAsk, wasKnown } from '@/server/rate-limit';
import { folderOf, Previewed, previewMetadata } from '../previewed';

/** Known to whoever has its address, and kept nowhere. */
export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/preview/[slug]'>;

/** The edition; null where there is none; 'wait' when too many that do not exist were tried from there, before anything is looked up. */
const load = cache(async (secret: string, locale: Locale) => {
  const network = await readersNetwork();
  if (!(await mayAsk('preview', network))) return 'wait';
  const preview = await findPreviewByLink(secret, locale);
  if (preview) await wasKnown('preview', network);
  return preview;
});

/** The title says nothing of what is looked at: it is the same for every address. */
export const generateMetadata = previewMetadata;

export default async function PreviewPage({ params }: Props) {
  const [locale, { slug }] = await Promise.all([localeOf(params), params]);
  const preview = await load(slug, locale);
  if (preview === 'wait') {
    await markWaiting();
    return <Waiting locale={locale} slug={slug} />;
  }
  if (!preview) {
    await markMissing();
    return <MissingPage locale={locale} />;
  }
  const hasTwin = preview.locales.includes(otherLocale(locale));
  const below = {
    pictures: folderOf(hrefTo(locale, 'previewPicture', { slug, picture: 'x', format: 'webp' })),
    sounds: folderOf(hrefTo(locale, 'previewSound', { slug, sound: 'x', format: 'mp3' })),
  };
  return (
    <Shell locale={locale} route="previewLink" twinParams={hasTwin ? { slug } : null}>
      <Previewed locale={locale} preview={preview} below={below} />
    </Shell>
  );
}

async function Waiting({ locale, slug }: { locale: Locale; slug: string }) {
  const t = await getTranslations('previews');
  return (
    <Shell locale={locale} route="previewLink" twinParams={{ slug }}>
      <div className="wrap section">
        <h1 className="mb-4">{t('bar.title')}</h1>
        <p role="alert">{t('wait')}</p>
      </div>
    </Shell>
  );
}
