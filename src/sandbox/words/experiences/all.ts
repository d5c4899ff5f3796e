/* Every kind of experience by its name. */
import type { ExperienceWords } from '../topics.js';
import { meetingExperiences } from './meeting.js';
import { missionExperiences } from './mission.js';
import { moneyExperiences } from './money.js';
import { serviceExperiences } from './service.js';

const all = { ...moneyExperiences, ...meetingExperiences, ...serviceExperiences, ...missionExperiences };
export type ExperienceKind = keyof typeof all;
export const experienceWords: Readonly<Record<ExperienceKind, ExperienceWords>> = all;
export const experienceKinds = Object.keys(all) as readonly ExperienceKind[];
