'use client';

import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { LessonFields, type LessonFieldsProps } from './lesson-fields';

type NoteFormProps = Omit<LessonFieldsProps, 'send'> & {
  action: FormAction;
  /** made when the page is drawn, so that a double tap is one lesson */
  lessonId: string;
  unitId: string;
};

/** Notes a lesson where there is signal; it works without a script. */
export function NoteForm({ action, lessonId, unitId, ...fields }: NoteFormProps) {
  return (
    <Form action={action} concept="peer-lessons" className="max-w-[46rem]">
      <HiddenField name="id" value={lessonId} />
      <HiddenField name="unitId" value={unitId} />
      <LessonFields
        {...fields}
        send={({ value, words, first }) => (
          <SubmitButton
            key={value}
            name="minutes"
            value={value}
            variant={first ? 'primary' : 'secondary'}
            className="min-h-16"
          >
            {words}
          </SubmitButton>
        )}
      />
    </Form>
  );
}
