import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { absolute, pageMetadata } from '@/app/metadata';
import { Shell } from '@/app/shell';
import { type Choice, FollowChoice } from '@/components/subscriptions/follow-choice';
import { FollowHelp } from '@/components/subscriptions/follow-help';
import { FollowedList } from '@/components/subscriptions/followed-list';
import { listPublishedSkills } from '@/domain/articles/queries';
import { listPublishedCommunes } from '@/domain/units/queries';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

export async function followMetadata(locale: Locale, index: boolean): Promise<Metadata> {
  const t = await getTranslations('subscriptions');
  return pageMetadata({ locale, route: 'subscriptions', title: t('title'), description: t('lead'), index });
}

/** What of an address is a choice; what names nothing is left out. */
export function choiceOf(query: Record<string, string | string[] | undefined>): Choice {
  const [commune, topic, alerts] = [oneOf(query.commune), oneOf(query.topic), oneOf(query.alerts)];
  return { ...(commune && { commune }), ...(topic && { topic }), ...(alerts === '1' && { alerts }) };
}

/** What this device follows, what it could follow, and the feed of the same; why it may not work, and what is kept. */
export async function FollowContent({ locale, choice = {} }: { locale: Locale; choice?: Choice }) {
  const [t, communes, topics] = await Promise.all([
    getTranslations('subscriptions'),
    listPublishedCommunes(),
    listPublishedSkills(locale),
  ]);
  const commune = communes.find(({ slug }) => slug === choice.commune)?.slug;
  const topic = topics.find(({ code }) => code === choice.topic)?.code;
  const known: Choice = {
    ...(commune && { commune }),
    ...(topic && { topic }),
    ...(choice.alerts && { alerts: choice.alerts }),
  };
  return (
    <Shell locale={locale} route="subscriptions" query={known}>
      <div className="wrap section">
        <h1 className="mb-3">{t('title')}</h1>
        <p className="mb-7 max-w-[34em] font-serif text-read">{t('lead')}</p>
        <div className="grid items-start gap-7 lg:grid-cols-2">
          <FollowedList />
          <FollowChoice
            locale={locale}
            choice={known}
            communes={communes}
            topics={topics}
            feed={absolute(hrefTo(locale, 'feed', {}, { commune, topic }))}
          />
        </div>
        <div className="mt-9">
          <FollowHelp locale={locale} />
        </div>
      </div>
    </Shell>
  );
}
