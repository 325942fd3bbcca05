import { env } from '@/domain/ground/env';
import { isDemoAddress } from './demo-account';

/** Do strangers share it on this portal? No visitor of a demonstration locks the others out. */
export const isSharedAddress = (address: string | null): boolean =>
  env.DEMO === 'on' && address !== null && isDemoAddress(address);
