import type { ReactNode } from 'react';

type SegmentProps = { name: string; value: string; chosen: boolean; quiet?: boolean; children: ReactNode };

/** One of a few answers that stand in a row, each as high as a thumb; the `quiet` one stands for none. */
export function ChoiceSegment({ name, value, chosen, quiet = false, children }: SegmentProps) {
  // The button's neighbour tells which choice is made: browsers of 2022 cannot ask what a label holds.
  const ground = quiet
    ? '[:checked+&]:border-ink [:checked+&]:bg-paper-deep'
    : '[:checked+&]:border-rubber [:checked+&]:bg-rubber [:checked+&]:text-card';
  return (
    <label className="relative grid min-w-11 cursor-pointer">
      <input
        type="radio"
        name={name}
        value={value}
        defaultChecked={chosen}
        className="pointer-events-none absolute inset-0 size-full opacity-0 forced-colors:static forced-colors:size-6 forced-colors:opacity-100"
      />
      <span
        className={`grid min-h-12 place-items-center rounded-control border-2 border-ink-line bg-card px-1 text-center font-semibold text-sm leading-tight [:focus-visible+&]:outline-3 [:focus-visible+&]:outline-ink [:focus-visible+&]:outline-offset-2 ${ground}`}
      >
        {children}
      </span>
    </label>
  );
}
