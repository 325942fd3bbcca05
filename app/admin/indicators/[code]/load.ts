import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { mayAnywhere } from '@/domain/access/access';
import { listPublishedDefinitions } from '@/domain/indicators/definition-queries';
import { isIndicator, toldOf } from '@/domain/indicators/indicator';
import { requireViewer } from '@/server/sign-in/session';

/** The definition of an indicator that she may see, with the editions before; once a request. */
export const loadDefinition = cache(async (code: string) => {
  const viewer = await requireViewer();
  if (!isIndicator(code) || !mayAnywhere(viewer, toldOf(code).needs)) notFound();
  const editions = await listPublishedDefinitions(viewer.locale, [code]);
  const [definition] = editions;
  if (!definition) notFound();
  return { viewer, code, definition, editions };
});
