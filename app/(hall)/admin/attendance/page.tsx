import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { HallApp } from '@/components/attendance/phone/hall-app';
import { takesAttendance } from '@/domain/attendance/attendance';
import type { Locale } from '@/i18n/locales';
import { messagesOf } from '@/i18n/messages';
import { requireViewer } from '@/server/sign-in/session';

async function load() {
  const viewer = await requireViewer();
  return takesAttendance(viewer) ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('attendance.hall'))('title') };
}

/**
 * The page tells nothing of who opened it: whoever has the phone later finds the same page, and her own lists or
 * none.
 */
export default async function HallPage() {
  const viewer = await load();
  const words = { vi: await wordsOf('vi'), en: await wordsOf('en') };
  return <HallApp words={words} locale={viewer.locale} />;
}

async function wordsOf(locale: Locale) {
  const { ui, attendance } = await messagesOf(locale);
  return { ui, attendance: { hall: attendance?.hall } };
}
