'use client';

import { type PointerEvent, type RefObject, useState } from 'react';

/** What the grip of a line is given, so that its line follows the pointer. */
export type Grip = { onPointerDown: (event: PointerEvent<HTMLElement>) => void };

/**
 * Lines that follow a pointer which holds their grip: a line goes to another's place once the pointer is over its middle. The list holds the
 * pointer, for a grip that moves in the document loses it.
 */
export function useDragging(
  list: RefObject<HTMLElement | null>,
  order: readonly number[],
  move: (line: number, to: number) => void,
) {
  const [dragged, drag] = useState<number | null>(null);

  function placeAt(y: number): number {
    const boxes = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect());
    const above = boxes.filter(({ top, height }) => y > top + height / 2).length;
    return Math.min(above, order.length - 1);
  }
  function follow(line: number, y: number): void {
    const [from, to] = [order.indexOf(line), placeAt(y)];
    const box = list.current?.children[from]?.getBoundingClientRect();
    // within its own line it stays, or it would jump to and fro between lines of two heights
    if (to !== from && box && (y < box.top || y > box.bottom)) move(line, to > from ? Math.max(to, from + 1) : to);
  }
  const gripOf = (line: number): Grip => ({
    onPointerDown: ({ pointerId }) => {
      list.current?.setPointerCapture(pointerId);
      drag(line);
    },
  });
  const letGo = () => drag(null);
  const pointer = {
    onPointerMove: ({ clientY }: PointerEvent) => {
      if (dragged !== null) follow(dragged, clientY);
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
    onLostPointerCapture: letGo,
  };
  return { dragged, gripOf, pointer };
}
