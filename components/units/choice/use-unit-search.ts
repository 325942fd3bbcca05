import { type KeyboardEvent, useEffect, useState } from 'react';
import type { Option } from '@/components/ui/forms/plain-fields';
import { type AnsweredChoices, askForChoices } from '@/domain/units/choice/choice-asking';

/** Long enough that a word is typed to its end, short enough not to be felt. */
const PAUSE_MS = 180;

type Answer = AnsweredChoices & { state: 'searching' | 'found' | 'failed' };
const ASKED: Answer = { options: [], more: false, state: 'searching' };

/** The portal's answer to a question, once she stops typing; nothing is asked while it is null. */
function useAnswer(scope: string, q: string | null): Answer {
  const [answer, setAnswer] = useState(ASKED);
  useEffect(() => {
    if (q === null) return;
    const stop = new AbortController();
    let dropped = false;
    setAnswer((before) => ({ ...before, state: 'searching' }));
    const ask = async () => {
      const found = await askForChoices(scope, q, stop);
      if (!dropped) setAnswer(found ? { ...found, state: 'found' } : { ...ASKED, state: 'failed' });
    };
    const pause = setTimeout(ask, q ? PAUSE_MS : 0);
    return () => {
      dropped = true;
      clearTimeout(pause);
      stop.abort();
    };
  }, [scope, q]);
  return answer;
}

/** The state of a field that finds a unit: what is typed, what is found, what is chosen. */
export function useUnitSearch(scope: string, first: Option | undefined, words: string) {
  const [text, setText] = useState(first?.label ?? words);
  const [chosen, setChosen] = useState(first);
  const [open, setOpen] = useState(false);
  const [marked, setMarked] = useState<number>();
  const answer = useAnswer(scope, open ? (chosen ? '' : text) : null);
  const { options } = answer;
  // of what was typed the best is marked, of a list just opened none
  const at = answer.state === 'found' ? (marked ?? (text && !chosen ? 0 : -1)) : -1;

  const type = (typed: string) => {
    setText(typed);
    setChosen(undefined);
    setMarked(undefined);
    setOpen(true);
  };
  const choose = (option: Option) => {
    setText(option.label);
    setChosen(option);
    setOpen(false);
  };
  const show = (shown: boolean) => {
    setMarked(undefined);
    setOpen(shown);
  };
  const step = (by: 1 | -1) => {
    if (!open) show(true);
    else if (options.length > 0)
      setMarked(at < 0 && by < 0 ? options.length - 1 : (at + by + options.length) % options.length);
  };
  /** Answers whether the key was meant for the list. */
  const press = (event: KeyboardEvent): Option | boolean => {
    // a word that is still being composed takes its keys itself
    if (event.nativeEvent.isComposing) return false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Escape' && open) show(false);
    else if (event.key === 'Enter' && open && options[at]) return options[at];
    else return false;
    return true;
  };
  return { text, chosen, open, at, answer, type, choose, show, press };
}
