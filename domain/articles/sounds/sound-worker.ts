import { parentPort, workerData } from 'node:worker_threads';
import { readSound } from './sound-file';

/** Makes one recording anew apart from the process that serves everybody. */
readSound(new Uint8Array(workerData as Uint8Array)).then((answer) => parentPort?.postMessage(answer));
