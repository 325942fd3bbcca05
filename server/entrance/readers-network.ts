import 'server-only';
import { headers } from 'next/headers';
import { networkOf } from './claims';

/** The network this request comes from, as the front has written it. */
export const readersNetwork = async () => networkOf((await headers()).get('x-forwarded-for') ?? 'unknown');
