import { publicJson } from '@/app/forms/public-json';
import { pushKeys } from '@/domain/ground/push-keys';
import { endOnDevice, followOnDevice, moveDevice } from '@/domain/subscriptions/commands';
import { endInput, followInput, moveInput } from '@/domain/subscriptions/subscription';
import { toldDevice } from './told-device';

const gate = { problems: 'subscriptions.problems', told: toldDevice } as const;

/** The public key of the portal, with which a browser has its push service give it an address; empty where there is none. */
export const GET = () => Response.json({ key: pushKeys()?.public ?? '' }, { headers: { 'cache-control': 'no-store' } });

/** A device follows something. */
export const POST = publicJson({ ...gate, schema: followInput, run: followOnDevice });

/** It is reached otherwise from now on. */
export const PUT = publicJson({ ...gate, schema: moveInput, run: moveDevice });

/** It follows something, or anything, no more. */
export const DELETE = publicJson({ ...gate, schema: endInput, run: endOnDevice });
