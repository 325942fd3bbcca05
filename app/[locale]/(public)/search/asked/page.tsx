import { localeOf } from '@/app/locale';

export const dynamic = 'force-dynamic';

export default async function SearchPage({ params, searchParams }: PageProps<'/[locale]/search/asked'>) {
  const locale = await localeOf(params);
  const { q } = await searchParams;
  return (
    <h1>
      {locale} {q}
    </h1>
  );
}
