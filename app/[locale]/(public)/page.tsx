import { dependsOn } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';

export default async function HomePage({ params }: PageProps<'/[locale]'>) {
  const locale = await localeOf(params);
  await dependsOn('articles', 'today');
  return <h1>{locale}</h1>;
}
