import { type RefObject, useEffect, useRef, useState } from 'react';
import type { KeptWriting } from '@/domain/articles/writing/writing-memory';
import { FormWatch, type Told } from './form-watch';

/** What is kept of the words of a form on this device, and what was left of them before; `late`: see `FormWatch.openLate`. */
export function useWriting(place: RefObject<HTMLElement | null>, of: string, accountId: string, late = false) {
  const watch = useRef<FormWatch>(null);
  const [[offered, ...others], setLeft] = useState<readonly KeptWriting[]>([]);
  const [told, tell] = useState<Told>();

  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const watched = new FormWatch(form, tell);
    watch.current = watched;
    watched[late ? 'openLate' : 'open'](of, accountId).then(
      (left) => watch.current === watched && setLeft(left),
      () => tell('nowhere'),
    );
    return () => watched.end();
  }, [place, of, accountId, late]);

  const take = () => {
    if (offered) watch.current?.take(offered);
    setLeft([]);
  };
  const drop = () => {
    if (offered) watch.current?.drop(offered);
    setLeft(others);
  };
  return { offered, told, take, drop };
}
