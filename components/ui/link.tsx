import type { ComponentProps } from 'react';

/**
 * A link of the signed-in area: an anchor that `SoftLinks` follows without loading the whole page again. Next's own would be a thing of the
 * browser for each of hundreds on a page, and asks for nothing ahead here either (decision 0051).
 */
export function Link(props: ComponentProps<'a'> & { href: string }) {
  return <a data-soft="" {...props} />;
}
