import type { useTranslations } from 'next-intl';
import type { Followed } from '@/domain/subscriptions/subscription';
import { bareName } from '@/domain/units/bare-name';

type Words = ReturnType<typeof useTranslations<'subscriptions'>>;
type KindWords = ReturnType<typeof useTranslations<'coverage.kindName'>>;

/** What is followed, in words: "Tin ở Phường Trảng Dài và tin chung". */
export function followWords(t: Words, kinds: KindWords, { commune, topic, alertsAlone }: Omit<Followed, 'id'>): string {
  const place = commune ? kinds(commune.kind, { name: bareName(commune.name) }) : '';
  return t(`follows.${alertsAlone ? 'alerts' : 'all'}.${breadthOf({ commune, topic })}`, {
    place,
    topic: topic?.name ?? '',
  });
}

/** By what something is narrowed. */
export function breadthOf({ commune, topic }: { commune?: unknown; topic?: unknown }) {
  if (commune && topic) return 'both';
  if (commune) return 'commune';
  return topic ? 'topic' : 'everything';
}
