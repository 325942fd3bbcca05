import type { ReactNode } from 'react';
import { Keeping } from '../keeping';

/** What is typed into forms of articles is kept on the device. */
export default function ArticlesLayout({ children }: { children: ReactNode }) {
  return <Keeping>{children}</Keeping>;
}
