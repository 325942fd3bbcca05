import { jsonLd } from './metadata';

/** Structured data for search engines: data, not a script; it stays on kept pages. */
export function JsonLd({ data }: { data: object }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the text is JSON whose "<" are escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLd(data) }} />;
}
