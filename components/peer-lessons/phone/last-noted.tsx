import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import type { LessonNotes, NotesState } from '@/domain/peer-lessons/phone/lesson-notes';

type LastNotedProps = { notes: LessonNotes; state: NotesState; nameOf: (topicId: string) => string };

/** What was just noted and what it moved, with the way back. It takes the focus, so that it is heard first. */
export function LastNoted({ notes, state: { last, month, entries }, nameOf }: LastNotedProps) {
  const t = useTranslations('peer-lessons.phone');
  const box = useRef<HTMLElement>(null);
  const id = last?.lesson.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each lesson is said anew
  useEffect(() => box.current?.focus(), [id]);
  if (!last) return null;
  const { lesson, undone } = last;
  const said = t('kept', { topic: nameOf(lesson.topicId), minutes: lesson.minutes, women: lesson.women });
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-live="polite"
      className="mb-6 rounded-control border-2 border-rubber bg-rubber-soft p-4"
    >
      <p className="font-semibold">{undone ? t('undone') : said}</p>
      <p>{month && entries.length === 0 ? t('month', month) : t('keptMore')}</p>
      {!undone && (
        <Button compact className="mt-3" icon="history" onClick={() => void notes.undo()}>
          {t('undo')}
        </Button>
      )}
    </section>
  );
}
