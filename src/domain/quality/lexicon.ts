/**
 * Words by what they do in a sentence: what English uses to say "done", "changed", "good" and "busy". Meant to be
 * read with the grammar of `sentence.ts`; no sentence is listed here. Sources: docs/decisions/0020.
 */

/** A set of words that is made when somebody first asks: a backend that never reviews does not pay for it. */
function words(text: string): (word: string) => boolean {
  let set: ReadonlySet<string> | undefined;
  return (word) => (set ??= new Set(text.split(/\s+/))).has(word);
}

/** To make a number rise. */
export const raises = words(
  `increase raise grow lift boost improve enhance expand extend strengthen accelerate double triple quadruple maximise
  maximize elevate deepen widen multiply up scale gain broaden amplify bolster heighten intensify speed better advance`,
);
/** To make a number fall. */
export const lowers = words(
  `reduce decrease lower cut shrink shorten halve minimise minimize lessen limit curb trim slash diminish decline drop
  eliminate mitigate ease slow contain simplify tighten`,
);
/** To change something for the better without saying what will be different. */
export const steers = words(
  `optimise optimize foster drive support push promote encourage nurture champion embrace leverage focus strive ensure
  help empower inspire lead evolve transform unlock own cultivate reinforce refine modernise modernize harmonise
  harmonize professionalise professionalize revitalise revitalize stimulate enrich energise energize be become work
  think explore prioritise prioritize invest care understand listen collaborate align`,
);
/** To come to have, or to keep: the result itself, when a number follows. */
export const attains = words(
  `reach achieve get hit attain exceed surpass beat win earn keep maintain hold stay retain sustain have generate bring
  save secure acquire attract convert engage see remain move take turn make go come stand lie sit climb rise fall`,
);
/** To take in money or orders: with a sum, the sum is the result. */
export const takesIn = words(
  'close sign raise sell book win collect save secure generate earn bring recover make',
);
/** To do what comes in: with a share or a time limit, how well is the result. */
export const serves = words(
  `resolve answer respond reply handle serve deliver ship process close complete fix solve restore acknowledge review
  merge pay approve return fulfil fulfill dispatch triage settle onboard staff fill`,
);

/** Work: something will exist or be finished afterwards, and the verb says nothing of what it changed. */
export const does = words(
  `launch release build create write draft design redesign develop implement introduce hire recruit find invite run
  ship deliver migrate roll rollout set setup define document plan prepare organise organize produce publish install
  deploy refactor rewrite redo rework rebuild rebrand rename replace upgrade update automate integrate configure
  conduct perform carry complete finish finalise finalize submit present attend host send call interview test pilot
  research analyse analyze investigate evaluate assess audit review revise negotiate sign select choose pick buy
  purchase order procure acquire outsource insource train teach coach onboard translate localise localize record film
  photograph post share announce communicate distribute hand print plant inspect scan check clean repair fix close
  merge open move relocate decommission retire shut remove delete clear archive consolidate centralise centralize
  standardise standardize digitise digitize certify obtain pass apply register file establish start begin initiate
  kick appoint assign form found construct assemble manufacture tape qualify validate verify enable activate add embed
  connect extend port convert code program map survey collect gather compile list catalogue catalog index tag label
  clarify agree approve adopt enforce enact draw sketch outline scope specify model simulate prototype mock benchmark
  measure monitor track trace instrument report brief pitch demo demonstrate visit meet schedule book reserve stage
  hold give offer provide issue award grant pay refund invoice transfer split break spin carve extract implement
  operationalise operationalize commission rewire repaint renovate refurbish restructure reorganise reorganize
  overhaul revamp relaunch redefine reissue renew secure protect encrypt patch harden back restore handle process
  resolve answer respond perform execute facilitate coordinate manage administer maintain deliver sponsor advertise
  market promote unveil debut field enrol enroll graduate sow harvest cook feed collect knock phone email mail ring
  text contact reach edit proofread illustrate animate render digitalise digitalize provision containerise containerize
  rotate deprecate sunset wire weld mount calibrate machine mill cast forge sample sequence assay culture publish cite
  wrap let put log volunteer spend swap switch cancel wind unify pull combine repurpose attach backfill bid blog
  brainstorm calculate canvass cater circulate codify compare compose conclude confirm consult craft customise customize
  debug decide decorate describe determine diagnose discuss dismantle dispose donate duplicate educate elect employ
  equip erect examine exhibit explain export fund furnish identify import incorporate inform institute instruct join
  lay lease liaise lobby lock mend mentor mobilise mobilize notify operate orchestrate outfit paint partner persuade
  programme prove query reconcile redirect redraft refresh remodel renegotiate repackage repeat reproduce rescope
  resurface retool retrain retrofit reuse route seal seed segment separate shoot shortlist solicit sort strip
  subscribe summarise summarize synchronise synchronize tackle tally tender transcribe unpack upload vet wash weigh ask tell show stop try`,
);
/** Doing that is its own measure: it can be repeated all day, and counting it counts effort. */
export const repeats = words(
  `make hold run host attend send call write conduct perform carry give present post publish visit meet organise
  organize do deliver schedule book share record produce interview inspect handle answer process distribute phone email
  mail contact knock ring tweet plant merge close submit complete`,
);

/** Nouns that name work being done or set up, rather than what it leads to. */
export const namesWork = words(
  `launch rollout roll-out release relaunch migration implementation introduction completion creation development
  redesign revamp rewrite refactoring rework upgrade deployment installation construction integration automation
  setup set-up go-live delivery project programme program initiative campaign workstream phase kickoff kick-off
  transition transformation rebrand rebranding overhaul modernisation modernization consolidation digitalisation
  digitalization roadmap backlog mvp pilot prototype poc proof-of-concept publication certification recruitment
  hiring restructuring reorganisation reorganization adoption-plan plan strategy`,
);
/** Nouns of activity: more of them is more effort. Singular. */
export const namesActivity = words(
  `call meeting email e-mail mail demo interview workshop training webinar seminar lecture session post article blog
  newsletter tweet podcast video leaflet flyer brochure event conference dinner gala visit walk inspection audit review
  report presentation deck document page feature story point ticket task issue bug item order commit deployment release
  request pr experiment test survey campaign ad advert proposal quote paper application course class module sprint
  velocity hour touchpoint outreach activity action message letter check check-in scan patch mockup wireframe
  prototype playbook guide checklist tree kit parcel talk roundtable briefing pitch sample`,
);
/** Nouns that name a number by themselves. Singular. */
export const namesMetric = words(
  `revenue sales income profit margin arr mrr ebitda turnover cost spend churn retention conversion activation adoption
  usage engagement satisfaction nps enps csat ces productivity efficiency quality velocity throughput uptime downtime
  availability latency performance reliability traffic growth leads pipeline headcount attrition attendance utilisation
  utilization yield ctr roi roas cac ltv arpu dau wau mau awareness reach morale happiness loyalty market-share accuracy
  recall precision speed capacity visibility profitability competitiveness gmv`,
);
/** Nouns that carry a share or a score: beside one, a number is a level. Singular. */
export const namesLevel = words(
  `rate score share ratio percentage time duration length cost price value size level index average median mean rating
  margin error weight noise temperature yield coverage compliance accuracy balance`,
);

/** Better, without saying than what. */
export const praises = words(
  `better best more higher greater stronger faster quicker happier healthier smoother easier simpler leaner cleaner
  safer smarter great good excellent outstanding amazing awesome superior exceptional world-class first-class top-notch
  best-in-class leading effective efficient intuitive modern innovative seamless delightful robust scalable agile
  flexible transparent proactive customer-centric data-driven user-friendly fewer less lower smaller cheaper shorter
  improved enhanced optimised optimized increased reduced strong bigger closer deeper`,
);
/** Words that fill a sentence and say nothing, or that only insiders know. */
export const fills = words(
  `synergy synergies synergistic leverage leveraging holistic holistically best-in-class world-class cutting-edge
  bleeding-edge next-gen next-generation paradigm disruptive disrupt ideate ideation learnings value-add value-added
  actionable impactful mission-critical turnkey customer-centric data-driven future-proof state-of-the-art
  game-changing thought-leadership stakeholder-centric operationalise operationalize operationalizing streamline
  streamlined streamlining seamless seamlessly robust proactively strategically utilise utilize utilization-driven
  empowerment deliverable deliverables low-hanging bandwidth touchbase deep-dive north-star win-win hyperscale
  omnichannel frictionless ecosystem-wide reimagine reimagining supercharge`,
);

/** An auxiliary or copula: what follows is said of what came before. */
export const isAuxiliary = words('is are was were be been being has have had gets got goes will can');
export const isDeterminer = words(
  `the a an our all every each its their your my his her this these those both any some another`,
);
export const isPreposition = words(
  `in on at by for with within from to of through across into onto over under after before until during among between
  per via about against without as`,
);

/** What a participle says was done irregularly, and its verb. */
const irregular: Readonly<Record<string, string>> = {
  built: 'build',
  held: 'hold',
  written: 'write',
  rewritten: 'rewrite',
  sent: 'send',
  made: 'make',
  done: 'complete',
  run: 'run',
  drawn: 'draw',
  split: 'split',
  chosen: 'choose',
  taught: 'teach',
  set: 'set',
  found: 'find',
  met: 'meet',
  given: 'give',
  begun: 'begin',
  bought: 'buy',
  rebuilt: 'rebuild',
  redone: 'redo',
  shut: 'shut',
};

/** The verb that a past participle comes from; null when it looks like none. */
export function verbOfParticiple(word: string): string | null {
  if (Object.hasOwn(irregular, word)) return irregular[word] ?? null;
  if (!word.endsWith('ed') || word.length < 5) return null;
  const stem = word.slice(0, -2);
  const candidates = [
    stem,
    `${stem}e`,
    stem.endsWith('i') ? `${stem.slice(0, -1)}y` : stem,
    // planned, shipped: the last letter is doubled.
    stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem,
  ];
  return candidates.find((verb) => does(verb) || serves(verb)) ?? null;
}

/** Whether a word names work by its own meaning, or as English forms such names: "renovation of", "fitting of". */
export function isWorkName(word: string, next: string | undefined): boolean {
  if (namesWork(word) || namesWork(singular(word))) return true;
  if (next !== 'of' || namesMetric(word) || namesLevel(word)) return false;
  return (
    /.{4}(?:tion|sion|ment|ing)$/.test(word) &&
    !/^(?:proportion|fraction|portion|perception|percentage)$/.test(word)
  );
}

/** A plural as its singular, by its ending; other words as they are. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss') || word.endsWith('us')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|z)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** A noun that looks like more than one. */
export function isPlural(word: string): boolean {
  return (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) || plurals(word);
}
const plurals = words('people children women men staff families lives data mice feet');
