'use client';

import { Idiomorph } from 'idiomorph';
import { createElement, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { isHers, type Said, saidBy, saidIn, touchedIn } from './her-state';
import { isMark, remember, remembered } from './marks';

type WrittenPartProps = {
  tag: string;
  attributes: Record<string, unknown>;
  /** what stands in it; a mark where the page that came had it written out already */
  html: string;
};

const never = () => () => {};

/**
 * An element in which the server wrote all. React knows nothing of that: what is new is carried over into it, so that what has the focus
 * keeps it, and what was unfolded or ticked stays so.
 */
export function WrittenPart({ tag, attributes, html }: WrittenPartProps) {
  const element = useRef<HTMLElement>(null);
  const isLate = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  // React leaves what is in the page as it came; where it has to draw it again, that is taken from there
  const [first] = useState(() => (isLate ? remembered(html) : html));
  const [mark] = useState(() => (isMark(html) ? html : undefined));
  const shown = useRef(html);
  const said = useRef<Said>([]);
  useLayoutEffect(() => {
    const part = element.current;
    if (part) said.current = saidIn(part);
    return () => {
      if (part) remember(shown.current, part);
    };
  }, []);
  useLayoutEffect(() => {
    const part = element.current;
    if (!part || shown.current === html) return;
    remember(shown.current, part);
    shown.current = html;
    said.current = carryOver(part, remembered(html), said.current);
  }, [html]);
  return createElement(tag, {
    ...attributes,
    ref: element,
    'data-part': mark,
    suppressHydrationWarning: true,
    dangerouslySetInnerHTML: { __html: first },
  });
}

/** Makes the part what is written now, but for what she has unfolded, ticked or typed since; answers with what is said of that now. */
function carryOver(part: Element, written: string, said: Said): Said {
  const touched = touchedIn(part, said);
  const beforeAttributeUpdated = (attribute: string, one: Element) => !(isHers(attribute) && touched.has(one));
  Idiomorph.morph(part, written, { morphStyle: 'innerHTML', callbacks: { beforeAttributeUpdated } });
  return saidBy(written);
}
