import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link of the signed-in area. What it leads to is asked for when it is followed: ahead of that, thirty links of a page would be
 * thirty requests that bring no content, since no page there has a part that is ready before it is asked for.
 */
export function Link(props: Omit<ComponentProps<typeof NextLink>, 'prefetch'>) {
  return <NextLink {...props} prefetch={false} />;
}
