import { parentPort, workerData } from 'node:worker_threads';
import { readBoundaries } from './boundary-file';

/** Reads one file of boundaries apart from the process that serves everybody; what it says is small. */
parentPort?.postMessage(readBoundaries(Buffer.from(workerData as Uint8Array).toString('utf8')));
