import type { ReactNode } from 'react';
import { LostTile } from './lost-tile';

/** Something went wrong on our side: said in the words given, with what to do now. Needs no data and no message files. */
export function Sorry({ title, lead, children }: { title: string; lead: string; children?: ReactNode }) {
  return (
    <div className="wrap section grid items-center gap-8 lg:grid-cols-[7fr_4fr] lg:gap-14">
      <div>
        <h1>{title}</h1>
        <p className="mt-4 mb-6 max-w-[31em] font-serif text-read">{lead}</p>
        {children}
      </div>
      <LostTile />
    </div>
  );
}
