import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LessonApp } from '@/components/peer-lessons/phone/lesson-app';
import { mayAnywhere } from '@/domain/access/access';
import { env } from '@/domain/ground/env';
import { listPublishedTopics } from '@/domain/peer-lessons/choice-queries';
import type { Locale } from '@/i18n/locales';
import { messagesOf } from '@/i18n/messages';
import { requireViewer } from '@/server/sign-in/session';

async function load() {
  const viewer = await requireViewer();
  return mayAnywhere(viewer, 'peer-lessons.record') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('peer-lessons.phone'))('title') };
}

/** Lessons in three taps, with and without signal. The page tells nothing of who opened it: whoever has the phone later finds the same. */
export default async function LessonPhonePage() {
  const viewer = await load();
  const [vi, en, topics] = await Promise.all([wordsOf('vi'), wordsOf('en'), listPublishedTopics()]);
  return <LessonApp words={{ vi, en }} locale={viewer.locale} topics={topics} demo={env.DEMO === 'on'} />;
}

async function wordsOf(locale: Locale) {
  const all = await messagesOf(locale);
  return { ui: all.ui ?? {}, 'peer-lessons': all['peer-lessons'] ?? {} };
}
