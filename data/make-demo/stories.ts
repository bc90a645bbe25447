/**
 * What the demo is made to tell, with the ids of the records involved. Each story is a fact of the
 * project that a test finds again; data/README.md tells them in words.
 */
export const STORIES = {
  /** three walled neighbours far from any elderly day-care; one owns an idle boiler house big enough for it */
  boilerHouse: {
    communities: ['c-qinghe-1', 'c-qinghe-2', 'c-qinghe-3'],
    class: 'ELDER_DAYCARE',
    space: 'sp-boiler',
    owner: 'c-qinghe-2',
  },
  /** a kindergarten just across the canal, and a long way round by the bridges */
  acrossTheCanal: { community: 'c-liuan-2', class: 'KINDERGARTEN', facility: 'f-daoshi-kindergarten' },
  /** a locked side gate opposite the market; the open gate is on the other side */
  lockedGate: {
    community: 'c-caixing',
    gate: 'gate-caixing-2',
    class: 'MARKET',
    facility: 'f-jingting-market',
  },
  /** a full day-care, and an almost empty one round the corner */
  fullAndEmpty: { class: 'ELDER_DAYCARE', full: 'f-chating-daycare', empty: 'f-jinsui-daycare' },
  /** residents ask for a nursery in a civil-defence basement: not allowed below ground */
  nurseryInBasement: { community: 'c-chating-3', space: 'sp-u-chating', class: 'NURSERY' },
  /** a ball court only its own residents may use; the neighbours have none */
  privateCourt: {
    community: 'c-yanbu-1',
    facility: 'f-yanbu-court',
    class: 'SPORT_S',
    neighbours: ['c-yanbu-2', 'c-shuiche', 'c-yingzao'],
  },
  /** an alley drawn a step short of the street, with a reading room on it */
  island: { street: 's-island', facility: 'f-island' },
  /** who may join the programme by exception, and who may not */
  eligibility: {
    byException: 'c-anhe',
    notEligible: 'c-yunqi',
    inExpropriation: 'c-tielu',
    yearMissing: 'c-yuxing',
  },
} as const
