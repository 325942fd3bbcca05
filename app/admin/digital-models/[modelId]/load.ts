import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { findModel } from '@/domain/digital-models/queries';
import { requireViewer } from '@/server/sign-in/session';

/** The model of this address, read once for title and page: what the viewer may not see is not there, its name neither. */
export const loadModel = cache(
  async (modelId: string) => (await findModel(await requireViewer(), modelId)) ?? notFound(),
);
