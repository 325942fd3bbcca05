import { dependsOn } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { FollowContent, followMetadata } from './follow-content';

type Props = PageProps<'/[locale]/subscriptions'>;

export const generateMetadata = async ({ params }: Props) => followMetadata(await localeOf(params), true);

export default async function FollowPage({ params }: Props) {
  const locale = await localeOf(params);
  await dependsOn('courses', 'units', 'today');
  return <FollowContent locale={locale} />;
}
