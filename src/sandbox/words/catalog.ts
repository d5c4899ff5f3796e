/* What the association offers beside membership: pages, documents, courses, programs, products, funds, groups. */

/** Pages of the portal; a member's own interests and the season decide which are seen. */
export const pages = [
  { name: 'Home', about: 'any' },
  { name: 'Events calendar', about: 'networking' },
  { name: 'Renew your membership', about: 'renewal' },
  { name: 'My account', about: 'any' },
  { name: 'Member directory', about: 'networking' },
  { name: 'Course catalog', about: 'learning' },
  { name: 'Certification handbook', about: 'learning' },
  { name: 'Webinar library', about: 'learning' },
  { name: 'Salary survey', about: 'reading' },
  { name: 'Journal', about: 'reading' },
  { name: 'Standards and guides', about: 'reading' },
  { name: 'Job board', about: 'career' },
  { name: 'Mentoring', about: 'career' },
  { name: 'Advocacy center', about: 'advocacy' },
  { name: 'Volunteer opportunities', about: 'serving' },
  { name: 'Invoices and payments', about: 'renewal' },
  { name: 'Help', about: 'any' },
] as const;

export const documents = [
  { name: 'Salary Survey Summary', about: 'reading' },
  { name: 'Journal, latest issue', about: 'reading' },
  { name: 'Practice Guide: Contracts', about: 'reading' },
  { name: 'Practice Guide: Data Privacy', about: 'reading' },
  { name: 'Budget Template', about: 'reading' },
  { name: 'Candidate Handbook', about: 'learning' },
  { name: 'Study Guide', about: 'learning' },
  { name: 'Webinar Slides', about: 'learning' },
  { name: 'Job Description Samples', about: 'career' },
  { name: 'Advocacy Toolkit', about: 'advocacy' },
  { name: 'Position Paper on Licensing', about: 'advocacy' },
  { name: 'Conference Program', about: 'networking' },
  { name: 'Chapter Officer Manual', about: 'serving' },
  { name: 'Member Benefits Overview', about: 'renewal' },
] as const;
export type Interest = (typeof pages)[number]['about'];

export interface Course {
  readonly code: string;
  readonly name: string;
  readonly creditType: 'Continuing education' | 'Ethics' | 'Leadership';
  readonly credits: number;
  /** Whole dollars for members. */
  readonly price: number;
}

export const courses: readonly Course[] = [
  { code: 'CRS-101', name: 'Foundations of Practice', creditType: 'Continuing education', credits: 6, price: 240 },
  { code: 'CRS-110', name: 'Ethics in Practice', creditType: 'Ethics', credits: 2, price: 80 },
  { code: 'CRS-120', name: 'Managing Budgets', creditType: 'Continuing education', credits: 4, price: 180 },
  { code: 'CRS-135', name: 'Data Privacy Essentials', creditType: 'Continuing education', credits: 3, price: 140 },
  { code: 'CRS-150', name: 'Contracts and Procurement', creditType: 'Continuing education', credits: 5, price: 220 },
  { code: 'CRS-160', name: 'Measuring Outcomes', creditType: 'Continuing education', credits: 4, price: 180 },
  { code: 'CRS-210', name: 'Leading Teams', creditType: 'Leadership', credits: 6, price: 320 },
  { code: 'CRS-220', name: 'Strategy for Directors', creditType: 'Leadership', credits: 8, price: 480 },
  { code: 'CRS-230', name: 'Ethics for Leaders', creditType: 'Ethics', credits: 3, price: 120 },
  { code: 'CRS-300', name: 'Examination Preparation', creditType: 'Continuing education', credits: 8, price: 390 },
];

export interface Program {
  readonly name: string;
  readonly credits: number;
  /** Years in the profession it is made for. */
  readonly from: number;
}

/** The most demanding first. */
export const programs: readonly Program[] = [
  { name: 'Certified Executive Practitioner', credits: 40, from: 15 },
  { name: 'Certified Professional', credits: 30, from: 5 },
  { name: 'Practice Certificate', credits: 20, from: 0 },
];

export const volunteerRoles = [
  { name: 'Mentor', hours: 2 },
  { name: 'Webinar speaker', hours: 4 },
  { name: 'Conference helper', hours: 7 },
  { name: 'Exam item writer', hours: 5 },
  { name: 'Abstract reviewer', hours: 3 },
  { name: 'Chapter organizer', hours: 4 },
  { name: 'Student outreach', hours: 3 },
] as const;

export const products = [
  { code: 'BK-HANDBOOK', name: 'Practitioner Handbook', category: 'book', price: 85 },
  { code: 'BK-CASES', name: 'Case Studies, Second Edition', category: 'book', price: 60 },
  { code: 'RP-SALARY', name: 'Full Salary Survey', category: 'report', price: 150 },
  { code: 'RP-TRENDS', name: 'Trends Report', category: 'report', price: 95 },
  { code: 'SB-JOURNAL', name: 'Journal in Print', category: 'subscription', price: 70 },
  { code: 'WB-ARCHIVE', name: 'Webinar Archive Pass', category: 'recording', price: 120 },
  { code: 'MR-PIN', name: 'Member Pin', category: 'merchandise', price: 18 },
] as const;

export const funds = ['Annual Fund', 'Scholarship Fund', 'Disaster Relief Fund', 'Research Fund'] as const;

/** Least first; dollars. */
export const sponsorLevels = [
  { name: 'bronze', amount: 2_500 },
  { name: 'silver', amount: 5_000 },
  { name: 'gold', amount: 12_000 },
  { name: 'platinum', amount: 25_000 },
] as const;

export const committees = [
  { groupId: 'CM-PROG', name: 'Program Committee', weight: 5 },
  { groupId: 'CM-MEMB', name: 'Membership Committee', weight: 4 },
  { groupId: 'CM-EDUC', name: 'Education Committee', weight: 4 },
  { groupId: 'CM-ADVO', name: 'Advocacy Committee', weight: 3 },
  { groupId: 'CM-ETHI', name: 'Ethics Committee', weight: 2 },
  { groupId: 'CM-AWRD', name: 'Awards Committee', weight: 2 },
  { groupId: 'CM-FINA', name: 'Finance Committee', weight: 2 },
  { groupId: 'CM-BORD', name: 'Board of Directors', weight: 1 },
] as const;

export const interestGroups = [
  { groupId: 'SIG-DATA', name: 'Data and Analytics' },
  { groupId: 'SIG-YOUNG', name: 'Young Professionals' },
  { groupId: 'SIG-HEALTH', name: 'Healthcare' },
  { groupId: 'SIG-PUBLIC', name: 'Public Sector' },
  { groupId: 'SIG-SOLO', name: 'Independent Consultants' },
] as const;

export const communities = [
  'Open Forum',
  'Ask a Colleague',
  'Career Corner',
  'Events and Meetups',
  'Policy Watch',
] as const;
