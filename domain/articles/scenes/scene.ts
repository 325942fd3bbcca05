/** What the drawing of a piece shows that has no picture. */
export const scenes = ['women', 'family', 'market', 'class', 'call', 'office', 'garden', 'boat'] as const;
export type Scene = (typeof scenes)[number];
