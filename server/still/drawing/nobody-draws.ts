/** Nobody is there to draw, and nobody came in time: it is worth asking again in a moment. */
export class NobodyDraws extends Error {}
