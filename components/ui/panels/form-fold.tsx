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
  /** of a part that stands otherwise than parts do */
  className?: string;
  /** what else stands in it, above the form or below it */
  above?: ReactNode;
  below?: ReactNode;
  /** it holds these fields alone: an answer that says nothing of them leaves it closed */
  fields?: readonly string[];
  /** what these fields say before she types: sent as it was, it opens nothing */
  usual?: Record<string, string>;
};

type FoldProps = FoldLook & { children: ReactNode };

/** A fold around a form, or around some of its fields: an answer opens it, for without a script nobody would see what was refused. */
export function FormFold({ summary, of = '', open = false, part = false, className, above, below, ...own }: FoldProps) {
  const isAnswered = useAnswered(own);
  const isOpen = open || isAnswered;
  const inside = (
    <>
      {above}
      {own.children}
      {below}
    </>
  );
  return part ? (
    <FoldedPart summary={summary} open={isOpen} {...(className !== undefined && { className })}>
      {inside}
    </FoldedPart>
  ) : (
    <Fold summary={summary} of={of} open={isOpen}>
      {inside}
    </Fold>
  );
}

function useAnswered({ fields, usual }: Pick<FoldLook, 'fields' | 'usual'>): boolean {
  const { state } = useFormFacts();
  if (!fields) return state.status !== 'new';
  const [kept, wrong] = [keptValues(state), state.status === 'invalid' ? state.fields : {}];
  return fields.some((name) => wrong[name] || (kept?.[name] && kept[name] !== usual?.[name]));
}
