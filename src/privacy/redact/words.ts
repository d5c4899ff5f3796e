/* Words the lexicon of compromise lacks or holds for names alone. */
const list = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Words of associations, which it does not know. */
export const fieldWords = list(`
  member members membership webinar webinars session sessions keynote keynotes chapter chapters committee committees
  conference conferences workshop workshops dues renewal renewals invoice invoices receipt receipts registration badge
  portal website login password email emails newsletter newsletters certification certifications credit credits course
  courses course exam exams transcript transcripts speaker speakers sponsor sponsors sponsorship exhibitor exhibitors
  booth venue hotel parking lunch breakfast dinner reception networking mentor mentors mentoring mentorship volunteer
  volunteers community communities forum forums post posts survey surveys staff team board bylaws advocacy policy
  policies bookstore journal magazine article articles publication publications tier gold silver bronze platinum
  student students retiree retired fellow fellows emeritus president treasurer secretary chair director manager
  coordinator representative rep annual regional national spring summer fall autumn winter meeting meetings expo summit
  symposium gala awards award scholarship foundation fund donation donations discount refund refunds billing payment
  payments price pricing fee fees cost costs account accounts profile directory app apps zoom slack linkedin facebook
  twitter youtube google microsoft outlook gmail chrome safari firefox android iphone pdf url faq ceu ceus cpe pdh cme
  thanks thank thx pls please hi hello hey dear regards sincerely cheers best kindly respectfully warmly ps fyi asap
  update updates question questions answer answers problem problems issue issues complaint feedback suggestion idea
  ideas great good bad terrible awful amazing excellent wonderful horrible disappointed frustrated happy love loved hate
  english spanish monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday ok okay yes no
  also although because however therefore moreover unfortunately honestly frankly overall finally lastly first second
  third another nowhere somewhere everywhere elsewhere still everyone everybody somebody nobody anyone someone nothing everything something anything
  mr mrs ms dr prof engineering design management leadership safety ethics basics fundamentals advanced introduction
  certificate program programme programs handbook guide toolkit library center centre institute society association
  academy council federation university college school hospital clinic company corporation inc llc bank museum hall room
  ballroom floor building tower plaza street avenue road`);

/** Given names of other lines it knows little of. */
export const furtherGivenNames = list(`
  raj katarzyna olumide terri luc leo marisol kelechi anneliese oluwatobi anna-lena britta greta heidi jurgen dieter
  wolfgang gunther lieselotte annika saskia femke joost maarten pieter willem sanne thijs lotte
  amelie celine etienne francois guillaume mathilde margaux mathieu thierry yannick zoe aurelie benoit fabrice
  alessio davide enzo federica ginevra ilaria lorenzo luca martina paolo pietro simona tommaso valentina vincenzo
  afonso beatriz duarte goncalo inacio joao luiza mariana otavio rafaela raimundo thais vitoria caio
  abdul abdullah amal ameer asma faisal farah hamza hana hiba iman jamila kamal lubna maha malik nabil nasser noura omar
  rashid rasheed rehana reza sabrina saeed safiya salma sana shirin siddiq soraya suleiman tahir wael yasmin yasmine zahra
  aditi akshay anand anita arvind ashok bhavna chandra devika dinesh gayatri geeta girish gopal hema indira jagdish jyoti
  kamala kiran lalita latha madhavi madhu mahesh mukesh nandini naveen neeraj nikhil nisha nitin parvati prakash prasad
  radha raghav rakesh ranjit rekha ritu sachin sarita satish shilpa shobha shruti smita sonal sudha sujata sushma swati
  tejas uma usha varun vidya vinay vinod vivek yash
  haeun jiho minji seojun soyeon sungmin taeyang youngsoo chen fang guang hao hui jing juan lan lei ling mei ming ning
  peng qiang shan tao ting xia xin yan ying yong zhen akira ayumi chiyo daichi emiko fumiko hideo hina isamu kaori keiko
  kyoko makoto mariko masako michiko mitsuko noriko osamu rie ryo satoshi shigeru sho tomoko toshiro yoko yoshiko
  abiodun adebayo adwoa afia ajani akin akua ayodele bayo bukola chiamaka chidinma chioma ebele efua ekene emeka esi
  femi folake funmi ifeanyi ikenna kelechi kofi lekan mandla nkechi nnamdi nomsa nosipho ogechi olamide oluwaseun
  oluwatobi onyeka segun sibusiso simphiwe sipho tendai thabo thandi tunde uche wanjiru zanele zola
  anastasia andriy bohdan bogdan darya ekaterina evgeny galina grigory kateryna ksenia larisa lyudmila maksim marek
  milena nadezhda nikita nina pavel polina roman ruslan sasha stanislav taras valeriy vasily vera viktor vitaly yaroslav
  yelena yevgenia yulia yuri zoya
  priya anjali deepa lakshmi kavita sunita neha pooja shreya divya meera ananya aarti rajesh suresh ramesh sanjay vijay
  anil sunil rahul rohit amit ankit arjun vikram karthik srinivas venkat harish ganesh manoj pradeep
  xin xiaoming wei jie yuki kenji hiroshi takeshi haruka sakura naoko yuko kazuo minh thanh nguyen linh huong tuan duc
  soo-jin ji-hoon min-jun hye-jin jisoo seung
  oluwaseun chidi chinedu ngozi amara adaeze emeka ifeoma obinna yewande babatunde folasade kwame kofi ama abena akosua
  fatima aisha khadija zainab mariam yusuf ibrahim omar khalid hassan hussein tariq bilal samir nadia layla leila rania
  ahmed mohammed mohamed muhammad mahmoud mustafa karim amina
  svetlana olga tatiana natasha irina oksana dmitri vladimir sergei nikolai mikhail alexei boris igor andrei zofia
  agnieszka malgorzata krzysztof wojciech piotr tomasz jakub milos goran dragan jelena
  guadalupe xochitl ximena itzel araceli consuelo esperanza refugio joaquin jesus ignacio rodrigo santiago mateo thiago
  siobhan niamh saoirse aoife ciaran eoin padraig sinead caoimhe
  giulia chiara francesca alessandra giuseppe salvatore gianluca matteo
  ingrid astrid bjorn lars anders sven solveig
  deshawn lakisha shaniqua tyrell jamal keisha latoya tamika`);

/** Given names that are words or places too: a person beside another part of a name, or where a person is spoken of. */
export const namesThatAreWords = list(`
  amber angel april art august autumn bill brook brooke buddy carol charity chip christian clay cliff coral crystal dale
  dawn dean destiny don dot drew duke earl ed eve faith fern frank gay gene genesis ginger glen grace grant guy harmony
  heath heather holly hope iris ivory ivy jack jasmine jean jewel joy journey june king lance lane lily major mark max
  may melody mercy merit miles misty norm nova olive opal pat patience pearl peg penny pepper piper pierce prince ray
  reed rich rob robin rocky rod rose ruby rusty sage sandy savannah sterling sue summer sunny victor viola violet wade
  ward will willow woody ada alma aria basil china dallas denver dixie georgia houston israel jordan kent lincoln london
  madison memphis paris phoenix sydney troy virginia vienna washington austin orlando jackson cleveland lawrence
  charlotte brandy candy chance chase chuck colt curt flora gale gray hunter jade jay lark lotus mason parker porter
  preston raven scout tanner tucker wren bo jo al`);

/** Of these, those that are places too. */
export const namesThatArePlaces = list(`
  austin charlotte chester china cleveland dallas denver florence georgia houston israel jackson jordan kent lawrence lincoln
  london madison memphis orlando paris phoenix savannah sydney troy vienna virginia washington`);

/** Words the lexicon holds for given names, and which are hardly ever one. */
export const wordsNotNames = list(`
  van win young delta echo ember cash cruz dash jet kit link melon noble ocean price rain ranger reign river royal saint
  silver sol star stone storm sky red queen taylor-made trinity urban wells west zen self free page light park field
  trace glory liberty justice honor ace blaze case bay ever true`);

/** Nouns of everyday and office life that the lexicon lacks. */
export const commonNouns = list(`
  access action activity address advice age agenda agreement air amount angle answer app apple area argument arm aspect
  attempt attendance attendee attention audience author aid bag balance base basis bathroom bed beginning benefit bike
  bird block blood body book border bottle bottom box boy brain branch bread break breath bridge budget building bus
  business button cake camera campaign candidate capital car card care career case cause cell center century ceremony
  chain chair challenge chance change chaos character charge chart chat check child choice circle citizen city class
  client climate clock clothes club coast coat code coffee color column comfort comment comparison complaint computer
  concern concert condition confusion connection contact content contest context contract contrast control copy corner
  correction country couple court cover crew crowd culture cup currency customer cycle damage dance data database date
  day deadline deal death debate decade decision degree delay demand department depth desk detail device diet difference
  difficulty dinner direction disaster discussion disease display distance district document dog door doubt draft dream
  drink drive duty earth east economy edge edition editor education effect effort egg election element employee employer
  end energy engine engineer engineers entry environment error essay evening event events evidence example exchange
  excuse exercise exit expense experience expert extent eye face facility fact factor failure family fan farm fault
  feature field figure file film finger fire fish flight flow folder food foot force form format fortune frame freedom
  friend front fruit fuel fun function future game gap garden gas gate gift girl glass goal government grade grant
  graph ground group growth guarantee guest habit hair half hand handle harm health heart heat height help history
  hobby hole holiday hour house ice icon image impact importance improvement inch income increase industry influence
  information input inside inspector instance instruction insurance interest interface internet interview item job
  joke journey key kid kind kitchen knowledge lab lack lady laptop law lead league lecture leg length lesson letter
  level life lift limit line list load loan location lock log logo loss lot luck machine mail map mark market mass
  master material math matter meal meaning measure media message metal method middle mind minute mission mistake mix
  mode model moment money month mood morning mouth move movie music nature neck network news night noise north note
  notice number object office officer oil option order organization outcome owner pace pack package page pain pair
  panel paper paragraph parent part partner party pass past path pattern peace peer pen people percent performance
  period permission person phase phone photo phrase picture piece place plan plane plant plate platform play pleasure
  podium point pool population position poster power practice presentation pressure presenter print priority prize
  process product profession professional project promise proof property proposal protection prices purpose quality
  quantity quarter queue quiz radio range rate ratio reaction reader reality reason record reference region relation
  relationship release reminder repeat reply report request requirement research resource response rest result return
  review reward ride ring risk road rock role roof round row rule sale salary sample scale scene schedule school science
  score screen screenshot search season seat second section sector seminar sense sentence series server service set
  setup shape share shift ship shirt shock shop show side sign signal signature site situation size skill sleep slide
  slides smell smile society software solution sound source south space speech speed spot stage staircase standard
  start state statement station status step stock stop storage store story strategy stress structure student study stuff
  style subject success suit sum sun supply support surface surprise swag switch symbol system table talk tally target
  task tax teacher technology temperature term test text theme theory thing thought thread ticket time tip title tool
  topic total touch tour town track trade tradition traffic train training travel treat tree trip trouble truck trust
  truth tune turn tutorial type unit use user username value variety vendor version video view village visit voice vote
  wait walk wall war waste watch water wave way weather web week weekend weight west wheel wife wifi wind window wine
  winner wish woman wood word work worker world worry writer year zone zip`);
