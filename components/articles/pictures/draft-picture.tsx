/** A picture within a text as colleagues see it: it may not be fit for readers yet. */
export const DraftPicture = ({ picture, words }: { picture: string; words: string }) => (
  // biome-ignore lint/performance/noImgElement: private pictures pass no image service
  <img src={`/admin/media/${picture}?width=480`} alt={words} loading="lazy" className="block h-auto w-full" />
);
