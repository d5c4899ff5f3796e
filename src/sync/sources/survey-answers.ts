import { need, numeric, querySource, text } from '../source.js';
import { surveyAnswers, textsOf } from '../tables.js';
import { words } from './words.js';

/** A rating alone is a fact; only a comment is a text, with the question as its subject. */
export const surveyAnswerSource = querySource({
  entity: 'survey_answers',
  query: 'SurveyAnswers',
  tables: [surveyAnswers, textsOf('survey')],
  rows: (row) => {
    const [id, member, on] = [need(row, 'AnswerId'), need(row, 'ID'), need(row, 'AnsweredOn')];
    const comment = text(row['Comment']);
    return [
      {
        answer_id: id,
        member_id: member,
        survey: need(row, 'Survey'),
        event_id: text(row['EventId']),
        rating: row['Rating'] === undefined ? undefined : numeric(row, 'Rating'),
        answered_on: on,
      },
      comment?.trim()
        ? words({ kind: 'survey', id, member, on, subject: text(row['Question']), body: comment })
        : undefined,
    ];
  },
});
