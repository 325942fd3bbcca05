import { cacheSignal } from 'react';

/**
 * To be called while a page is drawn. React ends each drawing with an error that nobody throws: until its stack is looked at it holds the turn of
 * Node it was made in, and every answer of that turn.
 */
export function freeWhenDrawn(drawing = cacheSignal() as AbortSignal | null): void {
  drawing?.addEventListener('abort', () => (drawing.reason as Error | undefined)?.stack, { once: true });
}
