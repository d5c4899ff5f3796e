/* Organisations and what people do in them. */
export const industries = [
  { code: 'HEALTH', words: ['Health', 'Medical Group', 'Clinics', 'Care Partners'] },
  { code: 'MANUF', words: ['Manufacturing', 'Fabrication', 'Components', 'Industries'] },
  { code: 'EDU', words: ['College', 'Academy', 'Learning', 'Institute'] },
  { code: 'TECH', words: ['Systems', 'Software', 'Analytics', 'Networks'] },
  { code: 'FIN', words: ['Financial', 'Advisors', 'Credit Union', 'Capital'] },
  { code: 'GOV', words: ['County Services', 'Public Works', 'Regional Authority', 'Transit District'] },
  { code: 'NONPROF', words: ['Foundation', 'Alliance', 'Community Trust', 'Network'] },
  { code: 'ENERGY', words: ['Energy', 'Utilities', 'Power', 'Solar'] },
  { code: 'LOGIST', words: ['Logistics', 'Freight', 'Distribution', 'Transport'] },
  { code: 'CONSULT', words: ['Consulting', 'Associates', 'Group', 'Partners'] },
] as const;

export const organizationStems = (
  'Brightwater Northgate Silverline Redwood Bluestem Keystone Harborview Ironbridge Clearfield Stonecrest Eastlake Westmark ' +
  'Pinecrest Fairhaven Goldleaf Summitview Riverbend Oakmont Cascade Meridian Beacon Evergreen Copperfield Whitestone ' +
  'Lakeland Granite Pioneer Liberty Horizon Crescent Juniper Sandhill Falconer Tidewater Highmark Bellwether Crosswind ' +
  'Larkfield Prairie_Star Three_Rivers Blackthorn Kingsley Marlowe Ashbury Foxglove Halcyon Tamarack Windward Longview Orchid'
)
  .split(' ')
  .map((stem) => stem.replaceAll('_', ' '));

/** By years in the profession: the first that has not yet been passed. */
export const careers = [
  { until: 3, titles: ['Coordinator', 'Assistant', 'Junior Analyst', 'Associate', 'Trainee'] },
  { until: 9, titles: ['Analyst', 'Specialist', 'Program Manager', 'Project Manager', 'Senior Associate'] },
  { until: 18, titles: ['Senior Manager', 'Manager', 'Senior Specialist', 'Team Lead', 'Principal'] },
  { until: 27, titles: ['Director', 'Senior Director', 'Head of Operations', 'Practice Lead'] },
  { until: 99, titles: ['Vice President', 'Chief Operating Officer', 'Executive Director', 'Partner', 'President'] },
] as const;

export const fields = [
  'Operations',
  'Quality',
  'Safety',
  'Finance',
  'Human Resources',
  'Marketing',
  'Research',
  'Compliance',
  'Training',
  'Procurement',
] as const;

/** Reserved for documentation by RFC 2606: no message can reach anybody. */
export const personalMailDomains = [
  'mail.example.org',
  'post.example.net',
  'inbox.example.com',
  'home.example.org',
] as const;
