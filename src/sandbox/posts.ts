/* Posts in the online communities. */
import { textOf } from './calendar.js';
import type { Experience } from './experience.js';
import { numbered } from './ledger.js';
import type { Life } from './life.js';
import { drawsOfText, subjectOf, tell } from './telling.js';
import { later } from './told.js';
import type { communities } from './words/catalog.js';
import { experienceWords } from './words/experiences/all.js';
import type { Topic } from './words/topics.js';

const places: Readonly<Partial<Record<Topic, (typeof communities)[number]>>> = {
  networking: 'Events and Meetups',
  conference_content: 'Events and Meetups',
  venue: 'Events and Meetups',
  advocacy: 'Policy Watch',
  membership_value: 'Career Corner',
  certification_courses: 'Ask a Colleague',
  publications: 'Ask a Colleague',
};

/** Posts in the community the topic belongs to. */
export function post(life: Life, experience: Experience): void {
  const { ledger, id, association } = life;
  const number = ledger.number('Posts');
  const draws = drawsOfText(life, 'post', number);
  const PostId = `B${numbered(id, number, 3)}`;
  const { topic } = experienceWords[experience.kind];
  const subject = subjectOf(experience.kind, draws);
  // Threads of one month and community are shared by those who answer each other.
  const thread = Math.floor(experience.on / 30) * 8 + (draws.chance(0.5) ? 0 : draws.whole(1, 7));
  const told = later(() => tell(life, { ...experience, channel: 'post', recordId: PostId }, draws));
  if (experience.on <= association.today) life.told.push(told);
  ledger.enter('Posts', PostId, experience.on, [], {
    PostId,
    ID: id,
    Community: places[topic] ?? 'Open Forum',
    ThreadId: `T${thread}`,
    PostedOn: textOf(experience.on),
    Subject: subject,
    get Body() {
      return told().text;
    },
  });
}
