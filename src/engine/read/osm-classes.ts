import { classifyInstitution } from './osm-institutions'
import type { OsmKey, Tags } from './osm-keys'
import { classifySchool } from './osm-schools'
import { readCount, readMetres, readName } from './osm-values'

/** What the table may ask of an element besides its tags. */
export interface Place {
  readonly tags: Tags
  /** name, or the Chinese name; "" when it has none */
  readonly name: string
  /** undefined for points and lines */
  readonly area_m2: number | undefined
  /** inside a residential area; asked only where it decides */
  readonly isInHousing: () => boolean
  /** inside the grounds of a school, college, university or of the military; asked only where it decides */
  readonly isOnCampus: () => boolean
}

/** `codes` empty: recognised and no facility of the life circle. `unclear`: one, but which class nobody wrote. */
export interface ClassVerdict {
  readonly codes: readonly string[]
  readonly isUnclear: boolean
  /** the tag that decided, e.g. "amenity=school" */
  readonly tag: string
}

/** a code, several, 'unclear', or null for none */
type Decide = (place: Place) => string | readonly string[] | null

const UNCLEAR = 'unclear'

/** m² in the standard: small ball court from 770, medium from 1310, large from 3150. */
const MEDIUM_GROUND_M2 = 1310
const LARGE_GROUND_M2 = 3150
/** The least outdoor fitness ground of the standard; a smaller pitch is a table-tennis table or the like. */
const FITNESS_GROUND_M2 = 150

/** Trade markets for other things than food. */
const OTHER_MARKET = /小商品|服饰|服装|花鸟|陶瓷|家具|文化用品|茶叶|艺术|建材|电子|古玩|珠宝|二手|汽车/

/** Specialised hospitals and what is tagged as one: they have no general outpatient department. */
const NO_OUTPATIENT =
  /口腔|牙|整形|美容|妇产|妇儿|妇幼|儿童|骨科|精神|白癜风|眼科|心血管|老年病|康复|疾控|疾病预防|血液中心|医学科学|急救|监狱|中药馆|体检/

const pickGround: Decide = ({ area_m2, tags }) => {
  if (tags.sport === 'table_tennis') return 'FIT_EQUIP'
  if (area_m2 === undefined) return 'SPORT_S'
  if (area_m2 < FITNESS_GROUND_M2) return 'FIT_EQUIP'
  return area_m2 >= LARGE_GROUND_M2 ? 'SPORT_L' : area_m2 >= MEDIUM_GROUND_M2 ? 'SPORT_M' : 'SPORT_S'
}

/** Parking inside a housing estate belongs to it unless a tag opens it to everyone. */
const pickParking =
  (residents: string, open: string): Decide =>
  ({ tags, isInHousing }) => {
    const isOpen = tags.access === 'yes' || tags.access === 'public' || tags.fee === 'yes'
    return !isOpen && isInHousing() ? residents : open
  }

const pickEldercare: Decide = ({ tags }) => {
  const forWhom = tags['social_facility:for']
  if (forWhom !== undefined && !forWhom.includes('senior')) return null
  if (tags.social_facility === 'day_care') return 'ELDER_DAYCARE'
  if (tags.social_facility === 'nursing_home') return 'ELDER_NURSING'
  if (tags.social_facility === 'assisted_living') return 'ELDER_HOME'
  // a group home can be for anyone
  return forWhom === undefined ? null : tags.social_facility === 'group_home' ? 'ELDER_HOME' : UNCLEAR
}

const pickChildcare: Decide = ({ tags }) => {
  const oldest = readCount(tags.max_age)
  return oldest !== undefined && oldest <= 3
    ? 'NURSERY'
    : tags.amenity === 'kindergarten'
      ? 'KINDERGARTEN'
      : UNCLEAR
}

function isStation(tags: Tags): boolean {
  return tags.railway === 'station' || tags.railway === 'halt' || tags.public_transport === 'station'
}

const pickHospital: Decide = ({ name }) => (NO_OUTPATIENT.test(name) ? null : 'OUTPATIENT')

/**
 * OpenStreetMap tag → facility class of GB 50180-2018, first match wins. What OpenStreetMap has no tag for
 * is not guessed; what a tag leaves open is `unclear` and reported. Not in the table on purpose:
 * cafés and bars (no meals), ATMs, libraries and theatres (no class of the standard), dentists, parking
 * entrances, bicycle rental, waste baskets.
 */
const CLASS_TABLE: readonly (readonly [key: OsmKey, values: readonly string[], decide: string | Decide])[] = [
  // education and children
  ['amenity', ['school'], ({ tags, name }) => classifySchool(tags, name)],
  ['amenity', ['kindergarten', 'childcare'], pickChildcare],
  ['leisure', ['playground'], 'PLAY_ELDER'],
  // eldercare
  ['amenity', ['nursing_home'], 'ELDER_NURSING'],
  ['amenity', ['retirement_home'], 'ELDER_HOME'],
  ['social_facility', ['day_care', 'nursing_home', 'assisted_living', 'group_home'], pickEldercare],
  // health
  ['amenity', ['hospital'], pickHospital],
  ['amenity', ['clinic', 'doctors'], pickHospital],
  ['healthcare', ['hospital', 'clinic', 'doctor'], pickHospital],
  ['amenity', ['pharmacy'], 'RETAIL'],
  ['healthcare', ['pharmacy'], 'RETAIL'],
  // culture and services: without a telling name these can be of either tier
  ['amenity', ['community_centre'], ({ name }) => (name.endsWith('社区') ? 'COMM_STATION' : UNCLEAR)],
  ['amenity', ['townhall'], ({ name }) => (name.endsWith('政府') ? null : UNCLEAR)],
  [
    'amenity',
    ['police'],
    ({ name }) => (name === '' ? UNCLEAR : /\p{Script=Han}/u.test(name) ? null : 'POLICE'),
  ],
  ['office', ['property_management'], 'PROPERTY'],
  // sport
  ['leisure', ['sports_centre', 'sports_hall', 'stadium'], 'SPORT_CENTRE'],
  ['leisure', ['pitch', 'track'], pickGround],
  ['leisure', ['fitness_centre'], 'GYM'],
  [
    'leisure',
    ['fitness_station'],
    ({ area_m2 = 0 }) => (area_m2 >= FITNESS_GROUND_M2 ? 'FIT_OUTDOOR' : 'FIT_EQUIP'),
  ],
  // commerce
  ['shop', ['mall', 'department_store'], 'MALL'],
  ['amenity', ['marketplace'], ({ name }) => (OTHER_MARKET.test(name) ? null : 'MARKET')],
  ['shop', ['supermarket'], ({ name }) => (/生鲜|菜/.test(name) ? 'MARKET' : 'RETAIL')],
  ['shop', ['convenience', 'greengrocer', 'general', 'grocery'], 'STORE'],
  ['shop', ['hairdresser', 'laundry', 'dry_cleaning', 'chemist'], 'RETAIL'],
  ['amenity', ['restaurant', 'fast_food', 'food_court'], 'DINING'],
  ['amenity', ['bank'], 'BANK'],
  ['amenity', ['post_office'], ({ name }) => (/快递|速运|速递|驿站/.test(name) ? 'PARCEL' : 'POST')],
  ['amenity', ['parcel_locker'], 'PARCEL'],
  ['shop', ['telecommunication'], 'TELECOM'],
  // transport
  ['highway', ['bus_stop'], 'BUS_STOP'],
  ['amenity', ['bus_station'], 'BUS_STOP'],
  // stop positions on the rails carry the same station=subway
  ['station', ['subway', 'light_rail', 'monorail'], ({ tags }) => (isStation(tags) ? 'METRO' : null)],
  ['subway', ['yes'], ({ tags }) => (isStation(tags) ? 'METRO' : null)],
  // municipal and parking
  ['amenity', ['toilets'], 'TOILET'],
  ['amenity', ['recycling'], 'RECYCLE'],
  ['amenity', ['waste_transfer_station'], 'WASTE_STATION'],
  ['amenity', ['waste_disposal'], 'WASTE_POINT'],
  ['amenity', ['parking'], pickParking('CAR_RES', 'CAR_PARK')],
  ['amenity', ['bicycle_parking'], pickParking('BIKE_RES', 'BIKE_PARK')],
]

const TABLE_BY_TAG: ReadonlyMap<string, string | Decide> = new Map(
  CLASS_TABLE.flatMap(([key, values, decide]) => values.map((value) => [`${key}=${value}`, decide] as const)),
)
const TABLE_KEYS = [...new Set(CLASS_TABLE.map(([key]) => key))]

/** Keys that say an element is somewhere people go; only then its name is looked at. */
const PLACE_KEYS: readonly OsmKey[] = [
  'amenity',
  'building',
  'community_centre',
  'government',
  'healthcare',
  'leisure',
  'office',
  'shop',
  'social_facility',
]

const LOOKED_AT: ReadonlySet<string> = new Set(
  [...TABLE_KEYS, ...PLACE_KEYS].filter((key) => key !== 'building'),
)

/** Things that carry an institution's name without being it: its car park, its bus stop. */
const NAMESAKES = new Set([
  'parking',
  'parking_entrance',
  'bicycle_parking',
  'bicycle_rental',
  'toilets',
  'place_of_worship',
])

/** A campus has its own canteen, pitches and parking: they serve no neighbour unless a tag says so. */
const CAMPUS_OWN = new Set([
  'BIKE_PARK',
  'CAR_PARK',
  'DINING',
  'FIT_EQUIP',
  'FIT_OUTDOOR',
  'GYM',
  'PLAY_ELDER',
  'SPORT_CENTRE',
  'SPORT_L',
  'SPORT_M',
  'SPORT_S',
])

/** A quick look before the slower questions: most elements are streets, trees and nameless houses. */
export function couldBeFacility(tags: Tags): boolean {
  // its own few keys are gone through, not the many it might have
  for (const key in tags) {
    if (key === 'highway' ? tags.highway === 'bus_stop' : LOOKED_AT.has(key)) return true
    if (key === 'public_transport' && tags.public_transport === 'platform') return true
    if (key === 'building' && readName(tags) !== undefined) return true
  }
  return false
}

/**
 * The facility classes of an element; null when it is none. Closed and unusable things are none:
 * access=no, disused=yes.
 */
export function classifyFacility(place: Place): ClassVerdict | null {
  const { tags } = place
  if (tags.access === 'no' || tags.disused === 'yes') return null
  const verdict = classifyByName(place) ?? classifyByTag(place) ?? classifyPlatform(place)
  if (verdict === null || (verdict.codes.length === 0 && !verdict.isUnclear)) return null
  const isOpened = tags.access === 'yes' || tags.access === 'public' || tags.access === 'permissive'
  if (!isOpened && verdict.codes.some((code) => CAMPUS_OWN.has(code)) && place.isOnCampus()) return null
  return verdict
}

/** Whether tags make a facility of an element, wherever it stands and however large it is. */
export function isFacilityTagged(tags: Tags): boolean {
  if (!couldBeFacility(tags)) return false
  const nowhere = { area_m2: undefined, isInHousing: () => false, isOnCampus: () => false }
  return classifyFacility({ tags, name: readName(tags) ?? '', ...nowhere }) !== null
}

function classifyByName({ tags, name }: Place): ClassVerdict | null {
  if (name === '' || tags.highway !== undefined || tags.railway !== undefined) return null
  if (tags.public_transport !== undefined || NAMESAKES.has(tags.amenity ?? '')) return null
  if (!PLACE_KEYS.some((key) => tags[key] !== undefined)) return null
  const code = classifyInstitution(name)
  if (code === undefined) return null
  return { codes: code === null ? [] : [code], isUnclear: false, tag: `name=${name}` }
}

function classifyByTag(place: Place): ClassVerdict | null {
  for (const key of TABLE_KEYS) {
    const value = place.tags[key]
    if (value === undefined) continue
    const tag = `${key}=${value}`
    const decide = TABLE_BY_TAG.get(tag)
    if (decide === undefined) continue
    const decided = typeof decide === 'string' ? decide : decide(place)
    if (decided === UNCLEAR) return { codes: [], isUnclear: true, tag }
    return { codes: decided === null ? [] : [decided].flat(), isUnclear: false, tag }
  }
  return null
}

/** A platform is a bus stop unless it is a railway's, a tram's or a ferry's. */
function classifyPlatform({ tags }: Place): ClassVerdict | null {
  if (tags.public_transport !== 'platform' || tags.railway !== undefined || tags.subway === 'yes') return null
  if (tags.amenity === 'ferry_terminal' || tags.man_made === 'pier') return null
  return { codes: ['BUS_STOP'], isUnclear: false, tag: 'public_transport=platform' }
}

/** How many it takes, when the tag is a number. */
export function readCapacity(tags: Tags): number | undefined {
  return readCount(tags.capacity, 1)
}

/** Height in metres, when it is plausible for a house. */
export function readHeight(tags: Tags): number | undefined {
  const height = readMetres(tags.height)
  return height !== undefined && height < 1000 ? height : undefined
}
