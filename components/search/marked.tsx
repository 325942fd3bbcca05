import { Fragment } from 'react';
import type { Piece } from '@/domain/texts/excerpt';

/** A text in which what was looked for is marked. */
export const Marked = ({ pieces }: { pieces: readonly Piece[] }) =>
  pieces.map(({ text, found }, at) => {
    // pieces never change their order
    const key = `${at} ${text}`;
    return found ? (
      <mark key={key} className="rounded-[3px] bg-pomelo-soft text-ink">
        {text}
      </mark>
    ) : (
      <Fragment key={key}>{text}</Fragment>
    );
  });
