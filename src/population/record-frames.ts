/** What staff say of pages, downloads, courses, service, posts, cases, surveys and letters. */
import { eventLeaf, inLeaf } from './leaf-counts.js';
import type { LeafFrame } from './leaves.js';
import { recorded } from './recorded-phrases.js';
import { said } from './said.js';

const whatSlots = { what: 'What', count: 'Count', window: 'Win' } as const;
type Told = Pick<LeafFrame, 'about' | 'nouns'> & { readonly id?: string; readonly needs?: LeafFrame['needs'] };

const recordFrame = (kind: NonNullable<LeafFrame['kind']>, words: string, told: Told = {}): LeafFrame => ({
  id: told.id ?? kind,
  words: said(words),
  ...(told.nouns && { nouns: told.nouns }),
  ...(told.about && { about: told.about }),
  kind,
  tense: 'past',
  slots: whatSlots,
  needs: told.needs ?? [],
  defaults: [],
  build: (filled) => eventLeaf(kind, filled),
});

/** Service today on a committee that is named: "sits on the ethics committee". */
const serving: LeafFrame = {
  id: 'committee_now',
  about: 'committees',
  words: said(
    '~sit on, ~sit in, ~serve on, ~serve in, ~serve with, ~work on, are on, is on, currently on, ~sit currently on, *member of, part of, a part of, active on, involved in, involved with, seated on, a seat on, ~have a seat on, ~hold a seat on, ~volunteer on, ~volunteer for',
  ),
  tense: 'past',
  slots: { what: 'What' },
  needs: ['what'],
  defaults: [],
  build: ({ what }) => (what?.length ? inLeaf('committee', ...what) : recorded('committee', true)),
};

export const recordFrames: readonly LeafFrame[] = [
  serving,
  recordFrame(
    'page_view',
    `
      ~view a page, ~view any page, ~view any pages, ~view one of our pages, ~view any of our pages, ~look at pages, ~look at any page, ~look at any pages, ~look at one of our pages, ~look at any of our pages, ~look at our pages, ~look at our website, ~look at the website, ~look at the site, ~look through the website, ~visit any page, ~visit any pages, ~visit pages, ~open a page, ~open pages, ~open a web page, ~browse a page, ~browse pages, ~browse any page, ~view pages, ~view our pages, ~visit the page, ~visit a page, ~visit our page, ~visit our website, ~visit the
      website, ~visit the site, ~visit our site, ~look at a page, ~look at the page, ~browse, ~browse the site, ~browse the
      website, ~browse our site, ~land on, ~hit the page, ~click around the site, ~check out the page, ~read the page, ~see
      the page, ~go to the page, website *visitor, site *visitor, web *visitor, page *visitor, *visitor to the page, been to the
      page, been on the page, been to our website, come to our website, came to our website, poked around the website
    `,
    {
      about: 'pages',
      nouns: said(
        'page *view, web page *view, *pageview, page *visit, web *visit, site *visit, page *hit, web *hit, website *visit',
      ),
    },
  ),
  recordFrame('page_view', '~view, ~visit, ~look at, ~read, ~see, ~browse, ~check out, been to, been on, ~hit, ~open', {
    id: 'page_named',
    about: 'pages',
    needs: ['what'],
  }),
  recordFrame(
    'download',
    `
      ~download, ~download a thing, ~download anything from us, ~download something from us, ~download any file, ~download any document, ~download any of our resources, ~download any of our documents, ~download one of our documents, ~download a document, ~download documents, ~download a file, ~download files, ~download something, ~download
      anything, ~download a resource, ~download resources, ~download any resource, ~download any documents, ~download a report,
      ~download a whitepaper, ~download a white paper, ~download a pdf, ~download one of our resources, ~download from us,
      ~grab a document, ~grab a resource, *downloader, document *downloader, ~get a document, ~pull a document, ~save a
      document, ~access a document, ~access resources, ~use our resources, used a resource
    `,
    {
      about: 'documents',
      nouns: said(
        '*download, document *download, resource *download, file *download, whitepaper *download, report *download, pdf *download',
      ),
    },
  ),
  recordFrame('download', '~grab, ~get, ~access, ~pull, ~read, ~request, ~open, ~save, ~look at', {
    id: 'document_named',
    about: 'documents',
    needs: ['what'],
  }),
  recordFrame(
    'credit',
    `
      ~earn credit, ~earn credit for a course, ~earn credits for a course, ~earn credits, ~earn a credit, ~earn any credits, ~earn ce credits, ~earn ceus, ~earn cpe credits, ~earn cme
      credits, ~earn ce, ~get credit, ~get credits, ~get ce credit, ~receive credit, ~complete a course, ~complete courses, ~complete any
      course, ~complete any courses, ~complete our course, ~complete an online course, ~complete training, ~finish a course, ~finish courses,
      ~finish any course, ~take a course, ~take courses, ~take any course, ~take any courses, ~take an online course, ~take a class, ~take
      classes, ~take training, ~pass a course, ~pass courses, ~do a course, ~do courses, ~do any courses, ~do any training, ~do training, ~study with us, ~enroll
      in a course, *learner, course *taker, course *completer,
      ~participate in training, ~complete education, ~take education, ~do continuing education, ~complete continuing education
    `,
    {
      about: 'courses',
      nouns: said(`
        course *completion, *course, *course completed, *course taken, online *course, training *course
      `),
    },
  ),
  recordFrame('credit', '~complete, ~finish, ~take, ~pass, ~do, ~earn credit for, ~get credit for, ~study, ~earn', {
    id: 'course_named',
    about: 'courses',
    needs: ['what'],
  }),
  recordFrame(
    'volunteer',
    `
      ~volunteer, ~volunteer for us, ~volunteer with us, ~volunteer for anything, ~volunteer their time, ~give their time, ~give time, ~give us time, ~donate
      their time, ~donate time, ~help out, ~help us out, ~lend a hand, ~pitch in, ~serve as a volunteer, ~serve as volunteers, ~work as a
      volunteer, ~do volunteer work, ~do any volunteering, ~do volunteering, ~put in hours, with volunteer service, been a volunteer, been volunteers, our *volunteer, *volunteer, active *volunteer
    `,
    {
      nouns: said('volunteer *shift, volunteer *stint, volunteer *activity, volunteer *record'),
    },
  ),
  recordFrame(
    'post',
    `
      ~post, ~post a thing, ~post a single thing, ~post a thing in the community, ~post a thing on the community, ~post anything in the community, ~post anything in the forum, ~post something in the community, ~post something in the forum, ~post even once, ~post once, ~post at all, ~post a word, ~say anything in the community, ~say a word in the community, ~say something in the community, ~write anything in the community, ~write something in the community, ~write anything in the forum, ~contribute a post, ~put up a post, ~post in our community, ~post on our community, ~post on the community board, ~post in our online community, ~post in the online community, ~post in the community, ~post in a community, ~post in the forum, ~post in the forums, ~post on the forum, ~post in any community, ~post
      anything, ~post something, ~post online, ~post to the community, ~post on the community, ~post a message, ~post on the board, ~post on the boards, ~write in the
      community, ~write a post, ~write posts, ~comment in the community, ~comment in the forum, ~comment on posts, ~reply in the community,
      ~participate in the community, ~participate in discussions, ~participate in the forum, ~take part in discussions, ~join
      discussions, ~join a discussion, ~contribute to discussions, ~contribute to the community, ~use the community, ~use the forum, active in the
      community, active in the communities, active in the forum, active in the forums, active in the online community, active on the forum, active in our online community, community *poster, forum *poster,
      forum *user, community *contributor, *poster, ~start a discussion, ~start a thread, ~speak up in the community, community *participant
    `,
    {
      about: 'communities',
      nouns: said(
        '*post, community *post, forum *post, discussion *post, *posting, forum *posting, discussion *reply, community *comment, *thread',
      ),
    },
  ),
  recordFrame(
    'post',
    '~post in, ~post on, ~post to, ~write in, ~comment in, ~contribute to, ~participate in, active in, active on, ~reply in, ~take part in',
    {
      id: 'community_named',
      about: 'communities',
      needs: ['what'],
    },
  ),
  recordFrame(
    'case',
    `
      ~open a case, ~open a ticket with us, ~open a case with us, ~open any tickets, ~open a support request, ~open a help desk ticket, ~put in a ticket, ~put in a case, ~put in a support ticket, ~put in a complaint, ~raise a support ticket, ~raise a case with us, ~raise tickets, ~raise cases, ~log tickets, ~log cases, ~lodge a complaint, ~lodge a case, ~open a ticket, ~open cases, ~open any cases, ~open tickets, ~open any ticket, ~open a support case, ~open a support ticket, ~log a case, ~log a
      ticket, ~file a case, ~file a complaint, ~file complaints, ~file a ticket, ~file a support ticket, ~raise a case, ~raise a ticket, ~raise an issue, ~raise a complaint,
      ~submit a case, ~submit a ticket, ~submit a support ticket, ~submit a complaint, ~submit a request, ~create a ticket, ~make a complaint, ~complain, ~complain to us, ~call support, ~contact support,
      ~contact customer service, ~contact member services, ~write to support, ~ask for help, ~ask support, ~ask for support, with a case, with
      cases, with a support case, with support cases, with a ticket, with tickets, with a complaint, with complaints, with an issue, who complained, *complainer, had a
      problem, had problems, had an issue, had issues, ~have a case, ~have a ticket, ~have tickets, ~have a complaint, ~have complaints, ~need support, ~reach out to support, ~get in touch with support, ~report a problem, ~report an issue
    `,
    {
      about: 'caseCategories',
      nouns: said(
        '*case, support *case, *ticket, support *ticket, service *ticket, help desk *ticket, *complaint, service *case, support *request, service *request, help *request',
      ),
    },
  ),
  recordFrame(
    'survey',
    `
      ~answer a survey, ~answer one of our surveys, ~respond to one of our surveys, ~respond to any of our surveys, ~complete one of our surveys, ~complete any of our surveys, ~fill out one of our surveys, ~fill out any survey, ~fill out any surveys, ~fill in a questionnaire, ~fill in the questionnaire, ~fill out a questionnaire, ~answer a questionnaire, ~answer the questionnaire, ~return a questionnaire, ~take any survey, ~take part in a survey, ~take part in the survey, ~take part in our survey, ~participate in a survey, ~participate in the survey, ~participate in our survey, ~reply to a survey, ~reply to the survey, ~reply to our survey, ~send back a survey, ~send back the survey, ~answer surveys, ~answer any survey, ~answer our survey, ~answer the survey, ~answer any of our surveys, ~respond to a survey, ~respond to surveys, ~respond to
      our survey, ~respond to the survey, ~respond to any survey, ~complete a survey, ~complete our survey, ~complete the survey, ~complete surveys, ~complete any survey, ~fill out
      a survey, ~fill out our survey, ~fill out the survey, ~fill out surveys, ~fill in a survey, ~fill in the survey, ~fill in our survey, ~take a survey, ~take our survey, ~take the survey, ~return a
      survey, ~return the survey, ~do the survey, ~do a survey, ~do our survey, ~give survey feedback, ~give us feedback, ~give feedback, ~leave feedback, ~provide feedback, ~submit feedback, ~send feedback, ~fill out an evaluation, ~complete
      an evaluation, ~submit an evaluation, survey *respondent, *respondent, survey *taker, survey *responder, *survey answered, with survey answers, with survey responses
    `,
    {
      about: 'surveys',
      nouns: said(
        'survey *response, survey *answer, *survey, survey *completion, *evaluation, session *evaluation, survey *reply',
      ),
    },
  ),
  recordFrame('survey', '~answer, ~respond to, ~complete, ~fill out, ~fill in, ~take, ~return, ~do, ~reply to', {
    id: 'survey_named',
    about: 'surveys',
    needs: ['what'],
  }),
  recordFrame(
    'email',
    `
      ~email us, ~write an email to us, ~e mail us, ~write us, ~write to us, ~write in, ~write us an email, ~send us an email, ~send us email, ~send us emails, ~send us a
      message, ~send an email to us, ~send in an email, ~send us mail, ~message us, ~contact us, ~contact us by email, ~get in touch, ~get in touch with us, ~reach out, ~reach
      out to us, ~drop us a line, ~drop us a note, ~reply to us, ~reply by email, ~answer by email, ~be in touch, been in touch, been in touch with us, ~correspond with us, ~email the
      office, ~email staff, ~write the office, ~write to the office, ~email hq, ~email headquarters, ~email member services, wrote an email, wrote to staff, ~shoot us an email, ~contact the office, ~contact staff
    `,
    {
      nouns: said(
        'email from them, inbound *email, incoming *email, *email received from, *email sent to us, *email to us, *letter',
      ),
    },
  ),
  recordFrame(
    'committee',
    `
      ~join a committee, ~join committees, ~join any committee, ~join one of our committees, ~get on a committee, ~get onto a committee, ~go on a committee, ~start on a
      committee, ~start committee service, ~begin committee service, ~begin serving on a committee, ~start serving on a committee, ~start serving
      on committees, ~become a committee member, ~become committee members, appointed to a committee, appointed to committees, named to a committee, elected to a committee, new to committee work, new committee
      *appointee
    `,
    {
      about: 'committees',
      nouns: said('committee *appointment, committee *service, committee *role, committee *term, committee *seat'),
    },
  ),
  recordFrame('committee', '~join, ~start on, ~begin on, appointed to, named to, elected to, ~get on, ~get onto', {
    id: 'committee_named',
    about: 'committees',
    needs: ['what'],
  }),
];
