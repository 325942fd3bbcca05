import { parentPort, workerData } from 'node:worker_threads';
import { fillTemplate, readTemplate } from './template-file';
import type { TemplateTask } from './template-reader';

/** Checks or fills one letter apart from the process that serves everybody. */
const { bytes, fill } = workerData as TemplateTask;
const file = Buffer.from(bytes);
parentPort?.postMessage(fill ? fillTemplate(file, fill.values, fill.day) : readTemplate(file));
