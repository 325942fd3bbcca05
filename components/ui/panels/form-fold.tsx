'use client';

import type { ReactNode } from 'react';
import { keptValues, useFormFacts } from '../forms/form-context';
import { Fold, FoldedPart } from './fold';

export type FoldLook = {
  summary: string;
  /** said aloud with the summary, of a way beside others */
  of?: string;
  /** open before anything was sent */
  open?: boolean;
  /** as a part of the page, and not as a way beside others */
  part?: boolean;
  /** it holds these fields alone: an answer that says nothing of them leaves it closed */
  fields?: readonly string[];
};

type FoldProps = FoldLook & { children: ReactNode };

/** A fold around a form, or around some of its fields: an answer opens it, for without a script nobody would see what was refused. */
export function FormFold({ summary, of = '', open = false, part = false, fields, children }: FoldProps) {
  const { state } = useFormFacts();
  const [kept, wrong] = [keptValues(state), state.status === 'invalid' ? state.fields : {}];
  const isAnswered = fields ? fields.some((name) => kept?.[name] || wrong[name]) : state.status !== 'new';
  const isOpen = open || isAnswered;
  return part ? (
    <FoldedPart summary={summary} open={isOpen}>
      {children}
    </FoldedPart>
  ) : (
    <Fold summary={summary} of={of} open={isOpen}>
      {children}
    </Fold>
  );
}
