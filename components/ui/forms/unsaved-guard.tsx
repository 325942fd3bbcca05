import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';

/** Chromium's own account of a step back or forward; other browsers give none. */
type Navigation = EventTarget & { currentEntry?: unknown };
type NavigateEvent = Event & { navigationType?: string };

const WORDS = 'textarea, input:not([type=hidden], [type=checkbox], [type=radio], [type=file])';
/** On a slow machine somebody types before this is at work. */
const isTyped = (form: HTMLFormElement) =>
  [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(WORDS)].some(
    ({ value, defaultValue }) => value !== defaultValue,
  );

/** Stands inside a form: whoever would leave with words that were typed and not sent is asked first. */
export function UnsavedGuard() {
  const t = useTranslations('ui.form');
  const place = useRef<HTMLSpanElement>(null);
  const question = t('leave');

  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    let typed = isTyped(form);
    const leave = () => !typed || window.confirm(question);
    const onInput = () => {
      typed = true;
    };
    const onSubmit = () => {
      typed = false;
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (typed) event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const stays = !link || link.getAttribute('target') || link.getAttribute('href')?.startsWith('#');
      if (stays || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (leave()) typed = false;
      else {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    const onTraverse = (event: NavigateEvent) => {
      if (event.navigationType !== 'traverse' || !event.cancelable) return;
      if (leave()) typed = false;
      else event.preventDefault();
    };
    const navigation = (window as { navigation?: Navigation }).navigation;
    form.addEventListener('input', onInput);
    form.addEventListener('submit', onSubmit);
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, true);
    navigation?.addEventListener('navigate', onTraverse);
    return () => {
      form.removeEventListener('input', onInput);
      form.removeEventListener('submit', onSubmit);
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
      navigation?.removeEventListener('navigate', onTraverse);
    };
  }, [question]);

  return <span ref={place} hidden />;
}
