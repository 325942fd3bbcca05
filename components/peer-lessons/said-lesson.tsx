import { useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Notice } from '@/components/ui/notice';

type Sums = { lessons: number; minutes: number; women: number };
type SaidLessonProps = {
  said: 'noted' | 'corrected' | 'taken-back';
  month: Sums;
  /** the one that was just noted, to be undone */
  lessonId?: string | undefined;
  action: FormAction;
};

/** What a deed moved: how this month stands at the place, with the way back. */
export function SaidLesson({ said, month: { lessons, minutes, women }, lessonId, action }: SaidLessonProps) {
  const t = useTranslations('peer-lessons.said');
  return (
    <Notice title={t(said, { lessons, minutes, women })}>
      {lessonId && (
        <Form action={action} concept="peer-lessons">
          <HiddenField name="lessonId" value={lessonId} />
          <HiddenField name="from" value="new" />
          <SubmitButton variant="secondary" compact>
            {t('undo')}
          </SubmitButton>
        </Form>
      )}
    </Notice>
  );
}
