import { getTranslations } from 'next-intl/server';

/** The same for what does not exist and for what is not hers to do. */
export default async function NotFound() {
  const t = await getTranslations('overview.missing');
  return (
    <main className="p-4">
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <a href="/admin">{t('back')}</a>
    </main>
  );
}
