/** How bright the room is that looks on. */
export const rooms = ['bright', 'dark'] as const;
export type Room = (typeof rooms)[number];

/** What is on the wall: the map with one place, what changed in the month, or who needs what. */
export const slides = ['map', 'changes', 'needs'] as const;
export type Slide = (typeof slides)[number];
