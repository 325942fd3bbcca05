import type { Picture } from '@/domain/pictures/picture';

/** A picture of a model: for those who are signed in and may see the model, nobody else. */
export function ModelPicture({ picture: { id, alt, width, height } }: { picture: Picture }) {
  return (
    // biome-ignore lint/performance/noImgElement: private pictures pass no image service
    <img
      src={`/admin/media/${id}`}
      alt={alt}
      width={width ?? undefined}
      height={height ?? undefined}
      loading="lazy"
      className="mt-2 h-auto max-h-72 w-auto max-w-full rounded-control border border-rule"
    />
  );
}
