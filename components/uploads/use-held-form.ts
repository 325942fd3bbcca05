import { type RefObject, useEffect, useState } from 'react';

/** `held`: the form may not go yet · `goes`: it may · `free`: it waits for nothing, and nothing goes by itself. */
export type Hold = 'held' | 'goes' | 'free';

const mainButton = (form: HTMLFormElement) => form.querySelector<HTMLElement>('button[type="submit"]:not([name])');

/** Holds the form around an element back while its file is on its way, and sends it then, if she asked for that. Answers whether she did. */
export function useHeldForm(place: RefObject<HTMLElement | null>, hold: Hold): boolean {
  const [button, setButton] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form || hold !== 'held') return;
    const onSubmit = (event: SubmitEvent) => {
      // a button with a name asks for something else
      if (event.submitter?.getAttribute('name')) return;
      event.preventDefault();
      setButton(event.submitter ?? mainButton(form));
    };
    // whoever keeps the words of the form knows by this that it goes later
    form.dataset.held = '';
    form.addEventListener('submit', onSubmit);
    return () => {
      delete form.dataset.held;
      form.removeEventListener('submit', onSubmit);
    };
  }, [place, hold]);
  useEffect(() => {
    if (!button || hold === 'held') return;
    setButton(null);
    if (hold === 'goes') button.click();
  }, [button, hold]);
  return button !== null;
}
