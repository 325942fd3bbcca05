'use client';

import { useEffect, useRef } from 'react';
import { FileField, type FileFieldProps } from '@/components/ui/forms/file-field';
import { useFormFacts } from '@/components/ui/forms/form-context';
import type { Sending } from './sender';
import { UploadProgress } from './upload-progress';
import { type Hold, useHeldForm } from './use-held-form';
import { useUpload } from './use-upload';

/** Answers after which the portal has nothing of the file any more. */
const LOST = new Set([
  'upload-gone',
  'upload-broken',
  'not-a-picture',
  'picture-too-large',
  'not-a-sound',
  'sound-has-pictures',
  'sound-broken',
  'sound-too-long',
]);

function holdOf(sending: Sending | null): Hold {
  if (!sending || sending.step === 'unreadable' || sending.step === 'too-large') return 'free';
  return sending.step === 'there' || sending.step === 'with-form' ? 'goes' : 'held';
}

/** A file that is sent in parts as soon as it is chosen, while the rest of the form is filled in. Without a script it goes with the form. */
export function UploadField(words: FileFieldProps) {
  const place = useRef<HTMLDivElement>(null);
  const fieldOf = () => place.current?.querySelector<HTMLInputElement>('input[type=file]');
  const { state } = useFormFacts();
  const { file, sending, choose, goOn, cancel, forget } = useUpload();
  const waits = useHeldForm(place, holdOf(sending));
  // biome-ignore lint/correctness/useExhaustiveDependencies: chosen before this was at work
  useEffect(() => choose(fieldOf()?.files?.[0] ?? null), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer of the form is heard once
  useEffect(() => {
    if (state.status === 'problem' && LOST.has(state.problem)) forget();
  }, [state]);

  // what she asked for is told where the file is, which may be out of sight from the button
  useEffect(() => {
    if (waits) place.current?.scrollIntoView({ block: 'nearest' });
  }, [waits]);

  const onGoOn = () => {
    fieldOf()?.focus();
    goOn();
  };
  const onCancel = () => {
    cancel();
    const field = fieldOf();
    if (!field) return;
    field.focus();
    // else the browser would send along with the form what was taken back
    field.value = '';
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const apart = sending?.step === 'with-form' ? null : file;
  return (
    <div ref={place}>
      <FileField {...words} apart={apart} onChoose={choose} />
      <UploadProgress sending={sending} size={file?.size ?? 0} waits={waits} onGoOn={onGoOn} onCancel={onCancel} />
      {apart && sending?.uploadId && <input type="hidden" name="uploadId" value={sending.uploadId} />}
    </div>
  );
}
