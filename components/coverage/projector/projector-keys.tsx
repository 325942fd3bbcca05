'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';

type KeysProps = {
  /** where the arrows to the left and to the right lead */
  previous: string | null;
  next: string | null;
  /** whether one reads there from the top, as of another slide */
  fromTop: boolean;
  /** of the button that fills the screen, and that gives it back */
  words: { fill: string; leave: string };
};

const typesInto = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('input:not([type=checkbox]), select, textarea, [contenteditable]') !== null;

const isPlain = (event: KeyboardEvent | MouseEvent) =>
  !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;

/** Arrow keys lead from place to place, or from slide to slide, a tile of the map too without giving the screen back; and the button that fills it. */
export function ProjectorKeys({ previous, next, fromTop, words }: KeysProps) {
  const router = useRouter();
  useEffect(() => {
    const go = (event: KeyboardEvent) => {
      const to = event.key === 'ArrowRight' ? next : event.key === 'ArrowLeft' ? previous : null;
      if (!to || !isPlain(event) || typesInto(event.target)) return;
      event.preventDefault();
      router.push(to as never, { scroll: fromTop });
    };
    const follow = (event: MouseEvent) => {
      const tile = event.target instanceof Element ? event.target.closest('.honeycomb a') : null;
      const href = tile?.getAttribute('href');
      if (!href || !isPlain(event)) return;
      event.preventDefault();
      router.push(href as never, { scroll: false });
    };
    document.addEventListener('keydown', go);
    document.addEventListener('click', follow);
    return () => {
      document.removeEventListener('keydown', go);
      document.removeEventListener('click', follow);
    };
  }, [router, previous, next, fromTop]);
  return <FillButton words={words} />;
}

function FillButton({ words }: Pick<KeysProps, 'words'>) {
  const [filled, setFilled] = useState(false);
  const [scripted, setScripted] = useState(false);
  useEffect(() => {
    const look = () => setFilled(document.fullscreenElement !== null);
    look();
    setScripted(document.fullscreenEnabled);
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, []);
  const turn = () => {
    const turned = filled ? document.exitFullscreen?.() : document.documentElement.requestFullscreen?.();
    // a screen that may not be filled stays as it is
    turned?.catch(() => undefined);
  };
  if (!scripted) return null;
  return (
    <Button compact onClick={turn}>
      {filled ? words.leave : words.fill}
    </Button>
  );
}
