import { createElement, type ReactNode } from 'react';
import type { Way } from './elements';
import { WrittenPart } from './written-part';

type OwnOfPart = { key?: string; tag: string; attributes: Record<string, unknown> };

/** A part that was written out, as React takes it. */
export const handed = (own: OwnOfPart, html: string): ReactNode => createElement(WrittenPart, { ...own, html });

/** A part that many are handed is held as its bytes: put together from thousands of texts it would hold each of them. */
export function keptPart(own: OwnOfPart, inner: string): Way {
  let held: string | Buffer = inner;
  return (lay) => {
    if (typeof held === 'string') held = Buffer.from(held);
    return handed(own, lay(held.toString()));
  };
}
