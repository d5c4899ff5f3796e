import { filteredContracts, SAMPLE } from '../src/commands/doctor/filters-found.js';
import { mostCalls } from '../src/commands/doctor/profile.js';
import { type Endpoint, endpoints, QUERY_PROMPT, queryPath } from '../src/imis/contracts/endpoints.js';
import { MAX_LIMIT } from '../src/imis/contracts/envelope.js';
import {
  type Column,
  type IqaDefinition,
  type PanelSource,
  panelSources,
  queries,
  typeWords,
} from '../src/imis/pack.js';

/** docs/imis-setup/: what an iMIS administrator adds to a site, from the lists the client, doctor and the sandbox use. */
export const renderImisSetup = (): { path: string; text: string }[] => [
  { path: 'docs/imis-setup/README.md', text: start },
  { path: 'docs/imis-setup/queries.md', text: queriesPage },
  { path: 'docs/imis-setup/panel-sources.md', text: panelSourcesPage },
  { path: 'docs/imis-setup/reads-and-writes.md', text: readsAndWrites },
];

const generated = 'Generated from the lists the copilot itself works by (`npm run docs`).';

const start = `# Setting up iMIS for the copilot

For the administrator of an iMIS site (EMS, 20.3.77 or later). Until this is done the copilot runs on its sandbox
association; nothing here changes existing data. ${generated}

Plan half a day: two accounts, ${queries.length} queries, ${panelSources.length} panel sources. At the end one command checks every point.

## 1. Two accounts

Reading and writing use separate accounts, so that everything but an approved change runs with an account that cannot
write. Create both as staff users, not as system administrators, in Community > Security.

| account | setting | roles and rights |
|---|---|---|
| one that reads | \`IMIS_READ_USER\`, \`IMIS_READ_PASSWORD\` | role RemoteService; may view contacts, users, groups, events, orders, invoices, payments and activities; may look up the roles of every user (\`/api/UserSecurity/_execute\`, GetUserRoles), without which nobody can sign in; may see the folder \`${queryPath('').replace(/\/$/, '')}\` |
| one that writes | \`IMIS_WRITE_USER\`, \`IMIS_WRITE_PASSWORD\` | role RemoteService; may also add and delete activities, and add and change rows of the panel sources below |

Without the role RemoteService iMIS refuses what an account asks from outside. Leave the writing account out for a
copilot that only reads. If passwords must change every 90 days, put each into a file and name it by
\`IMIS_READ_PASSWORD_FILE\` and \`IMIS_WRITE_PASSWORD_FILE\`: only the files change then. The copilot reads them once, when it
starts, so start it anew after each change. A password iMIS refuses is not tried again for a quarter of an hour, because
each try counts towards locking the account.

## 2. Queries

Make a folder AICopilot at the top of the document system and in it the ${queries.length} queries of [queries.md](queries.md). For each:

1. give the columns the aliases listed, spelled as there;
2. add one optional prompt with the alias \`${QUERY_PROMPT}\`, of type date and time, on the column that says when the row
   last changed, with "Greater than or equal";
3. sort by the key, so that pages do not overlap;
4. on the Security tab tick **Available via the REST API**, and give the reading account's role access to the query and
   to its folder: the folder's rights win;
5. leave "use cached results" off: the copilot would otherwise read old rows as new ones.

## 3. Panel sources

Make the ${panelSources.length} panel sources of [panel-sources.md](panel-sources.md) in RiSE, each with Party as parent. Tick **Available via
the REST API** on each. If the writing account is neither staff nor system administrator, also give Public access to
read, add, update and delete.

## 4. Check

Set \`IMIS_URL\` to the address of the site (the part before \`/api\` and \`/token\`) and the accounts' settings, then:

\`\`\`
npm run -s copilot -- doctor
\`\`\`

It signs in with both accounts, looks at every entity, query, column and panel source, compares clocks, and says for each
finding what to do. It writes nothing. Exit code 0: all is well; 1: something is to be mended.

## 5. The profile of the site

Sites differ in what no document says. One command finds it out and writes it down:

\`\`\`
npm run -s copilot -- doctor --profile site.json
\`\`\`

It takes at most ${mostCalls} requests, one at a time, both sign-ins included, what is repeated after a failure not, and writes nothing in iMIS. It reads ${SAMPLE} rows of
every entity, query and panel source, and one page of up to 1,000 rows of an entity and of a query, and tells of each
guess whether it holds, does not, or is not known, and how that was found:

| guess | found by | what the copilot then does |
|---|---|---|
| lists of ${filteredContracts.map((contract) => endpoints[contract].entity).join(', ')} can be filtered by UpdatedOn | the totals without a filter, with one that lets everything through and with one that lets nothing through; a time of a row, which must part it from all of before | honoured: changes are read as whole rows by the filter, but for parties, contacts and users, whose queries also tell of membership dates and roles; else by the queries named Changed..., and record by record |
| a page holds 500 rows, more is cut | a page of 1,000, of 500 where that is refused | asks for no more rows than the site gives, at most 500 |
| queries are answered anew | repeated questions: a header, the total, the time they take | kept answers: all rows of a query are asked for with a prompt of its own each time, where such a prompt was seen to leave out no row; where another prompt does not help, lists of the entities stand in for the queries named Changed... |
| the site describes its entities (\`/api/metadata\`) | asking for each | does not ask where the site does not answer |
| lists keep the order asked for, pages fit each other, rows and ids look as expected, the clocks agree | the rows read | nothing: these are for whoever runs the copilot |

The file also has the address, how the way to it is encrypted, the software the site names, whether both accounts sign in
and may add and delete notes, and the structure of every answer: names of members, kinds of values, names of types. It
never has a value of a record, a user name, a password or a token; totals of lists and times it does have. Send it to
whoever runs the copilot where the site answers in other shapes than expected.

Set \`IMIS_PROFILE\` to the file and start anew: the copilot then goes by it. It is checked at start; one of another site, or
of another version of the copilot, is refused. Without it, and wherever it says "not known", the copilot goes about the
site carefully, as before. Write it anew after every update of iMIS; the report of a sync says so where a filter on UpdatedOn
is refused, passed over or gives nothing. What neither filter nor query tells of, the daily comparison of all keys finds.

[profiles/](profiles/) has three for trying out: a careful site, a generous one and an awkward one. \`sandbox --profile FILE\`
behaves like the site of a profile; so does the sandbox that stands in without \`IMIS_URL\` when \`IMIS_PROFILE\` is set.

## 6. What remains to be known

- iMIS reads and writes without locks. The copilot compares the present value with the one it proposed to change just
  before it writes, and reads back afterwards; a change somebody makes within that moment is not noticed.
- A note can be taken back only where the site lets the writing account delete an activity. Otherwise notes stay.
- iMIS keeps no list of deleted or merged records: the copilot compares all keys once a day.
- Times in iMIS are the site's local time. Set \`TIME_ZONE\` to the zone of the site.
`;

const columnTable = (columns: readonly Column[]): string => `| column | type | always filled | meaning |
|---|---|---|---|
${columns.map(({ name, type, required, about }) => `| ${name} | ${typeWords[type]} | ${required ? 'yes' : 'no'} | ${about} |`).join('\n')}`;

const leftOut = ({ unknownWithout }: IqaDefinition): string =>
  unknownWithout === undefined ? '' : `\nMay be left out: the copilot then does not know ${unknownWithout}.`;

const section = (query: IqaDefinition): string => `## ${query.name}

${query.about}. Path \`${queryPath(query.name)}\`; key ${query.key.join(' and ')}; optional prompt \`${QUERY_PROMPT}\`.${leftOut(query)}

${columnTable(query.columns)}
`;

const queriesPage = `# Queries

Folder \`${queryPath('').replace(/\/$/, '')}\`, each query with the prompt \`${QUERY_PROMPT}\` and **Available via the REST API**
ticked. ${generated}

A query that is marked so may be left out where your site does not have its source (for example mail events): doctor
notes what the copilot then does not know. An empty query is different: it says that there is nothing. All others are
needed.

${queries.map(section).join('\n')}`;

const keyWords = {
  'one a party': 'single-instance (one row a contact)',
  'many a party': 'multi-instance (many rows a contact)',
};

const panel = (source: PanelSource): string => `## ${source.name}

${source.about}. ${keyWords[source.instances]}, parent Party. iMIS adds ID${source.instances === 'many a party' ? ' and Ordinal' : ''} itself.

${columnTable(source.columns)}
`;

const panelSourcesPage = `# Panel sources

What the copilot writes besides notes goes here and nowhere else, each row only after somebody approved it or under an
approval an administrator has signed. ${generated}

Columns of type text that hold sentences (Drivers, Body, Summary, Subject) should allow at least 4,000 characters.
\`ChangeKey\` must allow 100 characters and should be indexed: the copilot looks for it before it repeats a write.

${panelSources.map(panel).join('\n')}`;

const entityRow = ([name, endpoint]: [string, Endpoint<never>]): string =>
  `| ${name} | \`/api/${endpoint.entity}\` | ${endpoint.requiredFilters.join(', ') || 'none'} | ${endpoint.orderBy} |`;

const readsAndWrites = `# What the copilot reads and writes

${generated}

## Reads

| entity | endpoint | filter it always gives | ordered by |
|---|---|---|---|
${(Object.entries(endpoints) as [string, Endpoint<never>][]).map(entityRow).join('\n')}

Besides: the queries of [queries.md](queries.md) through \`/api/Query\`, the names of a user's roles
(\`/api/UserSecurity/_execute\`, GetUserRoles), and for doctor \`/api/metadata\` and \`/api/QueryDefinition/_execute\`
(FindByPath). Pages hold ${MAX_LIMIT} rows, at most \`IMIS_CONCURRENCY\` requests run at once, and a request that fails in passing
is repeated with growing pauses. Every request carries an \`X-Request-Id\`, which errors name.

After the first time only what changed is read: a query named Changed... gives the keys of records that changed since the
last run, and those records are fetched one by one. Where the [profile of the site](README.md#5-the-profile-of-the-site)
proves that a list of events, activities, invoices, payments or dues lines can be filtered by UpdatedOn, the changed rows come
by that filter instead.

## Writes

| what | endpoint | when |
|---|---|---|
| a note | POST \`/api/Activity\`, type NOTE, the key of our change in UF_1 | somebody approved it |
| taking a note back | DELETE \`/api/Activity/{SEQN}\` | somebody approved that |
| rows of panel sources | POST and PUT \`/api/{panel source}\` | somebody approved it, or a standing approval covers it |

A write that may or may not have arrived is never sent again blindly: the copilot first looks for its key.
`;
