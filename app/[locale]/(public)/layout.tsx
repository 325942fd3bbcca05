import type { ReactNode } from 'react';
import { sameForEverybody } from '@/app/cache-tags';

/** Pages for everyone know no reader: whatever asks who it is (cookies, fields of the request) breaks the page instead of being shared. */
export const dynamic = 'error';

export default function PublicPages({ children }: { children: ReactNode }) {
  sameForEverybody();
  return children;
}
