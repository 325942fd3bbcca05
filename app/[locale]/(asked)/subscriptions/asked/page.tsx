import { choiceOf, FollowContent, followMetadata } from '@/app/[locale]/(public)/subscriptions/follow-content';
import { localeOf } from '@/app/locale';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/subscriptions/asked'>;

export const generateMetadata = async ({ params }: Props) => followMetadata(await localeOf(params), false);

export default async function AskedFollowPage({ params, searchParams }: Props) {
  return <FollowContent locale={await localeOf(params)} choice={choiceOf(await searchParams)} />;
}
