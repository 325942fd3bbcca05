import 'server-only';
import { notFound } from 'next/navigation';
import { loadModel } from '../load';

/** The Digital Family of this address; other models have no households. */
export async function loadFamily(modelId: string) {
  const model = await loadModel(modelId);
  return model.kind === 'digital_family' ? model : notFound();
}

/** The same for who may change its households; others find no such page. */
export async function loadFamilyToKeep(modelId: string) {
  const model = await loadFamily(modelId);
  return model.may.keepPeople ? model : notFound();
}
