'use client';

import { type ReactNode, useRef } from 'react';
import { KeptOffer, KeptTold } from './kept-offer';
import { useWriting } from './use-writing';

type FrameProps = {
  /** the article, or `new` */
  of: string;
  /** who writes: nobody else's words are offered to her */
  accountId: string;
  /** the ways on, which stay in sight */
  ways: ReactNode;
  children: ReactNode;
};

/** Stands within the form of a text: keeps what is written on this device, offers what was left, and holds the ways on in sight. */
export function WritingFrame({ of, accountId, ways, children }: FrameProps) {
  const place = useRef<HTMLDivElement>(null);
  const { offered, told, take, drop } = useWriting(place, of, accountId);
  return (
    <div ref={place}>
      {offered && <KeptOffer offered={offered} what="text" onTake={take} onDrop={drop} />}
      {children}
      <div className="save-bar">
        {ways}
        <KeptTold told={told} what="text" />
      </div>
    </div>
  );
}
