/** Publications by which readers see an edition that went out at once and that nobody has approved since. */
export const unconfirmed = {
  publishedAt: { not: null },
  endedAt: null,
  text: { edition: { editionDecisions: { some: { kind: 'forced' }, none: { kind: 'approved' } } } },
} as const;
