import { SURFACE_UNKNOWN, type Surface } from '../model/surface'
import type { LinkMark, UseMark } from '../store/link-view'
import type { ViewState } from '../store/state'
import type { GapMark } from './gather-marks'
import { MAP_WORDS } from './map-words'

type Reader = Pick<ViewState, 'locale' | 'rules'>

/** What a ring stands for: its gravest gap, the people without the service, and how many gaps it gathers. */
export function describeGapMark({ gap, count }: GapMark, { locale, rules }: Reader): readonly string[] {
  const words = MAP_WORDS[locale].tip
  const rule = rules.rules.find(({ code }) => code === gap.class)
  const name = rule === undefined ? gap.class : locale === 'zh' ? rule.name_zh : rule.name_en
  const lines = [
    words.gap(name),
    gap.people === null
      ? words.peopleUnknown
      : (gap.uncounted > 0 ? words.gapPeopleLeast : words.gapPeople)(whole(gap.people, locale)),
  ]
  return count > 1 ? [...lines, words.gathered(whole(count, locale))] : lines
}

/** What a link's mark says: its kind, and what its size goes by: what it saves, or whom it serves. */
export function describeLink({ kind, worth, by, of }: LinkMark, { locale }: Reader): readonly string[] {
  const words = MAP_WORDS[locale].tip
  const tell = {
    walks: { people: words.saves, communities: words.savesCommunities },
    people: { people: words.serves, communities: words.servesCommunities },
  }[by][of]
  // of few communities tenths differ, as in the list
  return [words.link[kind], tell((of === 'people' ? whole : upToTenths)(worth, locale))]
}

/** What the sign of a use says: its class, and whom it serves by itself. */
export function describeUse(use: UseMark, { locale, rules }: Reader): readonly string[] {
  const words = MAP_WORDS[locale].tip
  const rule = rules.rules.find(({ code }) => code === use.class)
  const name = rule === undefined ? use.class : locale === 'zh' ? rule.name_zh : rule.name_en
  const tell = { people: words.serves, communities: words.servesCommunities }[use.of]
  const count = (use.of === 'people' ? whole : upToTenths)(use.people, locale)
  return [words.use[use.space === null ? 'shared' : 'space'](name), tell(count)]
}

/** What a hexagon says: its value with its unit, and the people it rests on. */
export function describeHexagon(surface: Surface, hexagon: number, { locale }: Reader): readonly string[] {
  const { hexagons, unit } = surface
  if (hexagons === null) return []
  const words = MAP_WORDS[locale].tip
  const value = hexagons.value[hexagon]
  const people = hexagons.people[hexagon]
  const unknown = hexagons.people_unknown[hexagon]
  const beyond = hexagons.people_beyond[hexagon]
  const told =
    value === SURFACE_UNKNOWN || Number.isNaN(value)
      ? words.unknown
      : value === Infinity
        ? words.none
        : unit === 'classes'
          ? words.missing(whole(value, locale))
          : words.walk(tellWalk(value, unit, locale))
  if (people === 0) return [told, words.nobody]
  return [
    told,
    [
      words.people(whole(people, locale)),
      words.beyond[unit === 'classes' ? 'classes' : 'walks'](whole(beyond, locale)),
      ...(unknown === 0 ? [] : [words.peopleOfUnknown(whole(unknown, locale))]),
    ].join(' · '),
  ]
}

function tellWalk(value: number, unit: 'm' | 's', locale: ViewState['locale']): string {
  if (unit === 'm') return `${whole(value, locale)} m`
  const minutes = new Intl.NumberFormat(tagOf(locale), {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(value / 60)
  return `${minutes} ${MAP_WORDS[locale].tip.minutes}`
}

function whole(value: number, locale: ViewState['locale']): string {
  return new Intl.NumberFormat(tagOf(locale), { maximumFractionDigits: 0 }).format(value)
}

function upToTenths(value: number, locale: ViewState['locale']): string {
  return new Intl.NumberFormat(tagOf(locale), { maximumFractionDigits: 1 }).format(value)
}

function tagOf(locale: ViewState['locale']): string {
  return locale === 'zh' ? 'zh-CN' : 'en-GB'
}
