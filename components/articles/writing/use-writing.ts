import { type RefObject, useEffect, useRef, useState } from 'react';
import type { KeptWriting } from '@/domain/articles/writing/writing-memory';
import { FormWatch, type Told } from './form-watch';

/** What is kept of the text of a form on this device, and what was left of it before. */
export function useWriting(place: RefObject<HTMLElement | null>, of: string, accountId: string) {
  const watch = useRef<FormWatch>(null);
  const [[offered, ...others], setLeft] = useState<readonly KeptWriting[]>([]);
  const [told, tell] = useState<Told>();

  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const watched = new FormWatch(form, tell);
    watch.current = watched;
    watched.open(of, accountId).then(
      (left) => watch.current === watched && setLeft(left),
      () => tell('nowhere'),
    );
    return () => watched.end();
  }, [place, of, accountId]);

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
