'use client';

import { useEffect, useRef, useState } from 'react';

type TickedCountProps = {
  /** how many boxes of the form are ticked as the page comes */
  ticked: number;
  /** "Mở lớp cho {count} chi hội", and what is said of one and of none */
  words: { some: string; one: string; none: string };
};

/** How many boxes of its form are ticked, in the words of its button. Without a script it says what was ticked beforehand. */
export function TickedCount({ ticked, words }: TickedCountProps) {
  const place = useRef<HTMLSpanElement>(null);
  const [count, setCount] = useState(ticked);
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const recount = () => setCount(form.querySelectorAll('input[type=checkbox]:checked').length);
    // a browser that comes back to a page ticks what was ticked when it left
    recount();
    form.addEventListener('change', recount);
    return () => form.removeEventListener('change', recount);
  }, []);
  const said = count === 0 ? words.none : count === 1 ? words.one : words.some.replace('{count}', String(count));
  return <span ref={place}>{said}</span>;
}
