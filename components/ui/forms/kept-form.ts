/** A public form that was refused: what was typed, and what is wrong with it, as message keys. */
export type KeptForm = { values: Record<string, string>; fields?: Record<string, string[]>; problem?: string };
