import type { ComponentProps } from 'react';

/**
 * A link of the signed-in area: an anchor that `SoftLinks` follows without loading the whole page again. Next's own would be a thing of the
 * browser for each of hundreds, and ask for pages ahead.
 */
export function Link(props: ComponentProps<'a'> & { href: string }) {
  return <a data-soft="" {...props} />;
}
