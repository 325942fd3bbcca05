import { useTranslations } from 'next-intl';
import { DemoMark } from '@/components/ui/demo-mark';
import { Kicker } from '@/components/ui/kicker';
import { topicIcon } from '@/components/ui/topic-icon';
import type { PublishedArticle } from '@/domain/articles/article';
import type { Day } from '@/domain/days/day';
import { comingReview, coverOf, type Guide } from '@/domain/guides/guide';
import { keepTogether } from '@/i18n/compounds';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { HeadPicture } from '../articles/pictures/article-picture';
import { BehindLine } from '../articles/translations/behind-line';
import { GuideCover } from './guide-cover';

type HeadProps = {
  locale: Locale;
  article: PublishedArticle;
  guide: Guide;
  today: Day;
  /** the language of the text, where that is not the page's */
  told?: Locale;
};

/** What one will be able to do, and since when we know it to be true; its picture across the page, or else a drawing beside it. */
export function GuideHead(head: HeadProps) {
  const { lead, topics } = head.article;
  if (lead)
    return (
      <>
        <HeadPicture picture={lead} />
        <div className="wrap pt-[26px]">
          <HeadWords {...head} />
        </div>
      </>
    );
  return (
    <div className="wrap grid items-center gap-x-12 gap-y-5 pt-8 lg:grid-cols-[7fr_4fr]">
      <HeadWords {...head} />
      <GuideCover guide={head.article} drawing={coverOf(topics)} at={0} className="no-print max-lg:hidden" />
    </div>
  );
}

function HeadWords({ locale, article, guide, today, told }: HeadProps) {
  const t = useTranslations('guides');
  const [topic] = article.topics;
  const { reviewedOn, steps } = guide;
  const next = comingReview(guide, today);
  const day = (of: Day) => formatDay(locale, of);
  return (
    <div>
      <Kicker icon={topicIcon(topic?.code ?? '')}>{topic ? t('about', { topic: topic.name }) : t('one')}</Kicker>
      <h1 lang={told}>{keepTogether(article.title)}</h1>
      <p lang={told} className="mt-3.5 max-w-[34em] font-serif text-[1.3rem] text-ink-2 leading-[1.6]">
        {article.summary}
      </p>
      <p className="mt-3 text-ink-2 text-sm">
        {t('steps', { count: steps.length })}
        {reviewedOn && ` · ${t('reviewed', { day: day(reviewedOn) })}`}
        {next && ` · ${t('next', { day: day(next) })}`} {article.demo && <DemoMark />}
      </p>
      <BehindLine locale={locale} behind={article.behind} />
    </div>
  );
}
