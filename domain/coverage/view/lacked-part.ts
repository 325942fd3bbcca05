import type { MissingPart } from '../coverage';

/** What units may lack: one of the parts, or any of them. */
export const lackedParts = ['any', 'family', 'pair', 'tie'] as const satisfies readonly ('any' | MissingPart)[];
export type LackedPart = (typeof lackedParts)[number];
