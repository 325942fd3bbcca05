/** Seconds for which a token still opens after it was exchanged: requests under way do not fail. */
export const FORMER_SECONDS = 60;

/** The session that a token opens: by its own one, or by the one before it while that still holds. */
export const heldBy = (hash: Uint8Array<ArrayBuffer>, now: Date) => ({
  OR: [{ tokenHash: hash }, { formerTokenHash: hash, formerUntil: { gt: now } }],
});
