import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { keptFor } from '@/domain/access/kept-queries';
import { findModel } from '@/domain/digital-models/queries';
import { listPairsOfModel } from '@/domain/pairs/queries';
import { requireViewer } from '@/server/sign-in/session';

/** The model of this address, read once for title and page: what the viewer may not see is not there, its name neither. */
export const loadModel = cache(async (modelId: string) => {
  const viewer = await requireViewer();
  return (await keptFor(viewer, `model ${modelId}`, () => findModel(viewer, modelId))) ?? notFound();
});

/** Its pairs, read once for all parts of the page that name them. */
export const loadPairsOf = cache(async (modelId: string) => listPairsOfModel(await requireViewer(), modelId));
