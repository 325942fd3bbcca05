/** A picture within a text as colleagues see it: it may not be fit for readers yet. */
export const DraftPicture = ({ picture, alt }: { picture: string; alt: string }) => (
  <figure className="text-picture">
    {/* biome-ignore lint/performance/noImgElement: private pictures pass no image service */}
    <img src={`/admin/media/${picture}?width=480`} alt={alt} loading="lazy" className="block h-auto w-full" />
  </figure>
);
