import 'server-only';
import { notFound } from 'next/navigation';
import { loadModel } from '../load';

/** The club of this address; only clubs have a practice to write down. */
export async function loadClub(modelId: string) {
  const model = await loadModel(modelId);
  return model.kind === 'digital_womens_club' ? model : notFound();
}
