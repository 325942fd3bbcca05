'use client';

import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link of the signed-in area, which asks for nothing ahead: thirty links of a page would be thirty requests that
 * bring no content (decision 0051).
 */
export function Link(props: Omit<ComponentProps<typeof NextLink>, 'prefetch'>) {
  return <NextLink {...props} prefetch={false} />;
}
