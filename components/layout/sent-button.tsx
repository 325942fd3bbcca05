'use client';

import { useEffect } from 'react';

/**
 * Stands once on a signed-in page: the button that sends a form goes along with it. Chrome before 112, Firefox before 111 and Safari
 * before 16.4 leave it out where a script reads the form.
 */
export function SentButton() {
  useEffect(() => {
    let sends: HTMLElement | null = null;
    const note = ({ submitter }: SubmitEvent) => {
      sends = submitter;
      // what reads the form later is sent by nobody
      setTimeout(() => {
        sends = null;
      });
    };
    const add = ({ target, formData }: FormDataEvent) => {
      if (!(sends instanceof HTMLButtonElement) || sends.form !== target || !sends.name) return;
      if (!formData.getAll(sends.name).includes(sends.value)) formData.append(sends.name, sends.value);
    };
    document.addEventListener('submit', note, true);
    document.addEventListener('formdata', add);
    return () => {
      document.removeEventListener('submit', note, true);
      document.removeEventListener('formdata', add);
    };
  }, []);
  return null;
}
