/*
 * States, cities, area codes and the beginnings of postal codes. `share` is how much of the membership lives there;
 * `chapter` the group it belongs to, if any: the association has no chapter for several large states.
 */
export interface City {
  readonly name: string;
  readonly areaCode: string;
  readonly zip: string;
}
export interface State {
  readonly code: string;
  readonly name: string;
  readonly share: number;
  readonly chapter?: string;
  readonly cities: readonly City[];
}

const state = (code: string, name: string, share: number, chapter: string | undefined, cities: string): State => ({
  code,
  name,
  share,
  ...(chapter !== undefined && { chapter }),
  cities: cities.split(',').map((entry) => {
    const [city = '', areaCode = '', zip = ''] = entry.trim().split('/');
    return { name: city, areaCode, zip };
  }),
});

export const states: readonly State[] = [
  state(
    'TX',
    'Texas',
    13,
    'CH-TX',
    'Houston/713/770, Dallas/214/752, Austin/512/787, San Antonio/210/782, Fort Worth/817/761, El Paso/915/799',
  ),
  state(
    'CA',
    'California',
    13,
    'CH-CA',
    'Los Angeles/213/900, San Diego/619/921, San Francisco/415/941, Sacramento/916/958, Fresno/559/937, Oakland/510/946',
  ),
  state(
    'OH',
    'Ohio',
    9,
    'CH-OH',
    'Columbus/614/432, Cleveland/216/441, Cincinnati/513/452, Toledo/419/436, Dayton/937/454',
  ),
  state(
    'NY',
    'New York',
    9,
    'CH-NY',
    'New York/212/100, Buffalo/716/142, Rochester/585/146, Albany/518/122, Syracuse/315/132',
  ),
  state('FL', 'Florida', 8, undefined, 'Miami/305/331, Orlando/407/328, Tampa/813/336, Jacksonville/904/322'),
  state('IL', 'Illinois', 5, 'CH-GL', 'Chicago/312/606, Springfield/217/627, Peoria/309/616'),
  state('MI', 'Michigan', 3, 'CH-GL', 'Detroit/313/482, Grand Rapids/616/495, Lansing/517/489'),
  state('WI', 'Wisconsin', 2, 'CH-GL', 'Milwaukee/414/532, Madison/608/537'),
  state('WA', 'Washington', 4, 'CH-PN', 'Seattle/206/981, Spokane/509/992, Tacoma/253/984'),
  state('OR', 'Oregon', 2, 'CH-PN', 'Portland/503/972, Eugene/541/974, Salem/971/973'),
  state('MA', 'Massachusetts', 3, 'CH-NE', 'Boston/617/021, Worcester/508/016, Cambridge/857/021'),
  state('CT', 'Connecticut', 1, 'CH-NE', 'Hartford/860/061, New Haven/203/065'),
  state('NH', 'New Hampshire', 1, 'CH-NE', 'Manchester/603/031, Concord/603/033'),
  state('ME', 'Maine', 1, 'CH-NE', 'Portland/207/041, Bangor/207/044'),
  state('GA', 'Georgia', 5, undefined, 'Atlanta/404/303, Savannah/912/314, Augusta/706/309'),
  state('PA', 'Pennsylvania', 4, undefined, 'Philadelphia/215/191, Pittsburgh/412/152, Harrisburg/717/171'),
  state('NC', 'North Carolina', 3, undefined, 'Charlotte/704/282, Raleigh/919/276, Durham/984/277'),
  state('VA', 'Virginia', 3, undefined, 'Richmond/804/232, Norfolk/757/235, Arlington/703/222'),
  state('NJ', 'New Jersey', 2, undefined, 'Newark/973/071, Trenton/609/086, Princeton/609/085'),
  state('CO', 'Colorado', 2, undefined, 'Denver/303/802, Boulder/720/803, Colorado Springs/719/809'),
  state('AZ', 'Arizona', 2, undefined, 'Phoenix/602/850, Tucson/520/857, Mesa/480/852'),
  state('TN', 'Tennessee', 2, undefined, 'Nashville/615/372, Memphis/901/381'),
  state('MN', 'Minnesota', 2, undefined, 'Minneapolis/612/554, Saint Paul/651/551'),
  state('MO', 'Missouri', 1, undefined, 'St. Louis/314/631, Kansas City/816/641'),
];

export const chapters = [
  { groupId: 'CH-TX', name: 'Texas', city: 'Austin', state: 'TX' },
  { groupId: 'CH-OH', name: 'Ohio', city: 'Columbus', state: 'OH' },
  { groupId: 'CH-CA', name: 'California', city: 'Sacramento', state: 'CA' },
  { groupId: 'CH-NY', name: 'New York', city: 'New York', state: 'NY' },
  { groupId: 'CH-GL', name: 'Great Lakes', city: 'Chicago', state: 'IL' },
  { groupId: 'CH-PN', name: 'Pacific Northwest', city: 'Seattle', state: 'WA' },
  { groupId: 'CH-NE', name: 'New England', city: 'Boston', state: 'MA' },
] as const;

export const streets = (
  'Maple Oak Cedar Elm Walnut Chestnut Birch Willow Juniper Magnolia Sycamore Laurel Hawthorn Poplar Main Church Mill ' +
  'Park River Lake Hillcrest Sunset Prospect Franklin Lincoln Madison Monroe Jackson Harrison Grant Sherman Union Market ' +
  'Spring Highland Meadow Valley Ridge Orchard Vine Canal Harbor Mission Mesa Canyon Prairie Pecan Cypress Dogwood ' +
  'Persimmon Larkspur Heron Falcon Quail Fox_Hollow Stonegate Millbrook Ashford Kensington Brookside Fairview Lakeshore'
)
  .split(' ')
  .map((name) => name.replaceAll('_', ' '));
export const streetKinds = ['Street', 'Avenue', 'Road', 'Lane', 'Drive', 'Boulevard', 'Court', 'Way', 'Place'] as const;
export const secondLines = ['Suite', 'Unit', 'Apt', 'Floor'] as const;
