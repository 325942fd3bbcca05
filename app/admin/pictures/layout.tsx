import type { ReactNode } from 'react';
import { Keeping } from '../keeping';

/** What is typed into forms of pictures is kept on the device. */
export default function PicturesLayout({ children }: { children: ReactNode }) {
  return <Keeping>{children}</Keeping>;
}
