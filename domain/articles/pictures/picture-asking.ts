/** A picture of the library that can be put into a text; `whole`: nothing is missing of it that a publication needs, but each yes. */
export type PictureOffer = { ref: string; words: string; whole: boolean };

/** Asks the portal, from a browser, for pictures of her library by their words, the newest first; null where no answer comes. */
export async function askForPictures(q: string, signal: AbortSignal): Promise<PictureOffer[] | null> {
  try {
    const answer = await fetch(`/api/articles/pictures?${new URLSearchParams({ q })}`, { signal });
    return answer.ok ? ((await answer.json()) as PictureOffer[]) : null;
  } catch {
    return null;
  }
}
