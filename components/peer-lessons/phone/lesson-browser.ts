import { askToSendLater, keepWorker, watchSignal } from '@/components/phone/phone-browser';
import { portal } from '@/domain/peer-lessons/phone/lesson-courier';
import { APP, openLessons } from '@/domain/peer-lessons/phone/lesson-memory';
import { LessonNotes } from '@/domain/peer-lessons/phone/lesson-notes';
import { phoneName } from '@/domain/phone/phone-name';
import { joinTabs } from '@/domain/phone/phone-tabs';

const WORKER = { script: '/admin/peer-lessons/phone/worker/sw.js', scope: '/admin/peer-lessons/phone' };

/** The app on this phone's memory, joined to its other tabs and to what the browser says of signal. */
export async function openNotes(): Promise<{ notes: LessonNotes; leave: () => void }> {
  const memory = await openLessons();
  const tabs = joinTabs(APP, () => void notes.remember().catch(() => null));
  const notes: LessonNotes = new LessonNotes(memory, portal, {
    label: phoneName(navigator.userAgent),
    onLeft: () => void askToSendLater(APP),
    onChange: tabs.tell,
  });
  const unwatch = watchSignal(() => void notes.connect());
  const leave = () => {
    unwatch();
    tabs.leave();
    memory.close();
  };
  return { notes, leave };
}

/** Keeps the page for times without signal. */
export const keepNotes = () => keepWorker(WORKER);
