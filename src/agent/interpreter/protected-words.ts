/*
 * Words for what nobody is chosen, counted or grouped by, under the name of the characteristic. Pure data. They refuse
 * only where nothing else explains them: an event, a tier, a committee or a person may bear such a word in its name.
 */
const said = (list: string): string[] => list.split(',').map((phrase) => phrase.replace(/\s+/g, ' ').trim());

export const protectedWords: Readonly<Record<string, readonly string[]>> = {
  'birth date and age': said(`
    age, ages, aged, years old, year old, yrs old, yo, years of age, older than, younger than, over the age of, under the
    age of, age group, *age range, elderly, young, younger, youngest, older, oldest, born, born in, born before, born
    after, *birthday, *birthdate, birth date, birth *year, date of birth, dob, year of birth, how old, *senior citizen,
    seniors, *teenager, teens, *millennial, gen z, gen x, generation x, generation z, *boomer, *baby boomer, middle aged,
    *octogenarian, *pensioner, in their twenties, in their thirties, in their forties, in their fifties, in their
    sixties, in their seventies, in their eighties, in their 20s, in their 30s, in their 40s, in their 50s, in their 60s,
    in their 70s, in their 80s, over 50s, over 60s, under 30s, under 40s, underage, *minor
  `),
  gender: said(`
    gender, *gender identity, sex, *woman, *man, female, females, male, males, lady, ladies, gentleman, gentlemen, boys,
    girls, nonbinary, non binary, transgender, trans, gender neutral, gender diverse, cisgender
  `),
  'sexual orientation': said(`
    gay, gays, *lesbian, bisexual, bisexuals, queer, lgbt, lgbtq, lgbtqia, homosexual, homosexuals, heterosexual,
    straight people, sexual orientation, sexuality
  `),
  ethnicity: said(`
    ethnicity, *ethnicity, ethnic, ethnic *minority, *minority, race, races, racial, *hispanic, *latino, *latina, latinx,
    *asian, *black, *white, *caucasian, african american, african americans, asian american, asian americans, native
    american, native americans, indigenous, *arab, people of color, of color, bipoc, mixed race, biracial, *immigrant,
    national origin, nationality, foreign born, skin color, *roma
  `),
  religion: said(`
    *religion, religious, faith, *catholic, *christian, *protestant, *muslim, islam, islamic, jewish, *jew, judaism,
    *hindu, *buddhist, *sikh, *mormon, *evangelical, *baptist, *lutheran, *methodist, *atheist, *agnostic, church,
    *churchgoer, mosque, synagogue, temple goers, orthodox
  `),
  health: said(`
    health, healthy, unhealthy, illness, illnesses, ill, sick, *disease, diagnosis, diagnosed, diabetic, *diabetic,
    diabetes, cancer, hiv, hiv positive, depression, depressed, pregnant, pregnancy, medical *condition, medical history,
    health *condition, health *problem, health *issue, health status, mental health, medication, *smoker, obese,
    overweight, vaccinated, unvaccinated, on sick leave
  `),
  disability: said(`
    disabled, *disability, handicapped, *wheelchair user, wheelchair, in a wheelchair, blind, deaf, impaired, visually
    impaired, hearing impaired, autistic, neurodivergent, special needs
  `),
  'union membership': said(`
    union, *union, unionized, unionised, in a union, in the union, union *member, non union, trade *union, labor *union,
    *unionist
  `),
  politics: said(`
    *democrat, *republican, political, politics, political *party, party affiliation, *liberal, *conservative,
    *socialist, *libertarian, left wing, right wing, pro life, pro choice, *trump supporter, *biden supporter, *voter,
    registered voters, maga, who vote, *political view
  `),
};
