import { mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { TargetVoice } from './target';

/** The voice she speaks with: whoever answers for the whole city asks, everybody else pledges. */
export const voiceOf = (viewer: Viewer): TargetVoice => (mayForProvince(viewer, 'targets.set') ? 'asked' : 'pledged');
