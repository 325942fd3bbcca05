import { notFound } from 'next/navigation';

/** An address that is none is answered inside the signed-in area, with its rail and its mark. */
export default function UnknownPage(): never {
  notFound();
}
