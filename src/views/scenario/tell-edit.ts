import { length } from '@turf/turf'
import { HOSTING_PACK } from '../../model/hosting-pack'
import type { Edit } from '../../model/scenario'
import type { PathCaution } from '../../model/scenario-outcome'
import type { LonLat } from '../../model/units'
import type { Language } from '../app-context'
import type { Names } from '../use-names'

/** What an edit is about, in few words; its kind is told beside it. `line`: where it is; null: not known yet. */
export function tellEdit(
  edit: Edit,
  line: readonly LonLat[] | null,
  names: Names,
  language: Language,
): string {
  const { words, format, locale } = language
  switch (edit.kind) {
    case 'open-gate':
      return [
        words.scenario.gateTo(names.gate(edit.gate), words.gateAccess[edit.access]),
        ...(edit.hours === undefined ? [] : [words.plan.hours(edit.hours.from, edit.hours.to)]),
      ].join(' · ')
    case 'close-gate':
      return names.gate(edit.gate)
    case 'open-wall':
      return words.scenario.gateTo(names.wallAt(edit.community, edit.at), words.gateAccess[edit.access])
    case 'open-shared-wall':
      return `${tellPair(edit.communities, names, language)} · ${tellSides(edit, names, language)}`
    case 'add-path': {
      const ends = [edit.from, edit.to].filter((end) => end !== null).length
      const joined = words.scenario.pathEnds[ends === 2 ? 'both' : ends === 1 ? 'one' : 'none']
      return `${tellLength(edit.line, words.scenario.pathOf, language)} · ${joined}`
    }
    case 'remove-path':
      return line === null ? '' : tellLength(line, words.scenario.pathOf, language)
    case 'convert-space': {
      const use = HOSTING_PACK.uses.find(({ code }) => code === edit.use)
      const name = use === undefined ? names.classOf(edit.class) : locale === 'zh' ? use.name_zh : use.name_en
      return words.scenario.spaceTo(names.space(edit.space), name)
    }
    case 'add-facility':
      return edit.name
    case 'move-facility':
      return [
        names.facility(edit.facility),
        ...(line === null ? [] : [tellLength(line, words.scenario.movedBy, language)]),
      ].join(' · ')
    case 'resize-facility': {
      const { floor_area_m2, land_area_m2, capacity } = edit
      const to = [
        ...(floor_area_m2 === undefined ? [] : [format.area(floor_area_m2)]),
        ...(land_area_m2 === undefined ? [] : [words.scenario.landOf(format.area(land_area_m2))]),
        ...(capacity === undefined ? [] : [`${words.scenario.capacity} ${format.count(capacity)}`]),
      ]
      return `${names.facility(edit.facility)} ${words.scenario.resizeTo(to.join(' · '))}`
    }
    case 'close-facility':
    case 'share-facility':
      return names.facility(edit.facility)
    default:
      throw new Error(`unknown edit ${JSON.stringify(edit satisfies never)}`)
  }
}

/** What kind of measure an edit is; a gate that lets only residents pass is not called opened. */
export function tellKind(edit: Edit, { words }: Language): string {
  return edit.kind === 'open-gate' && edit.access === 'residents'
    ? words.scenario.gateForResidents
    : words.scenario.kind[edit.kind]
}

/** What is to be seen to where a path goes as it is drawn. */
export function tellCaution(caution: PathCaution, names: Names, { words, format }: Language): string {
  const { caution: say } = words.scenario
  switch (caution.about) {
    case 'wall':
      return say.wall(caution.communities.map((id) => names.community(id)).join(words.listSeparator))
    case 'buildings':
      return say.buildings(format.count(caution.count))
    case 'barrier':
      return say.barrier[caution.kind]
    default:
      throw new Error(`unknown caution ${JSON.stringify(caution satisfies never)}`)
  }
}

/** The two communities that have a wall in common. */
export function tellPair([a, b]: readonly [string, string], names: Names, { words }: Language): string {
  return words.scenario.sharedBetween(names.community(a), names.community(b))
}

/** Who passes where a shared wall is opened, as both sides say. */
export function tellSides(
  {
    communities,
    sides: [a, b],
  }: Pick<Extract<Edit, { readonly kind: 'open-shared-wall' }>, 'communities' | 'sides'>,
  names: Names,
  { words }: Language,
): string {
  if (a === b) return words.scenario.shared[a]
  return words.scenario.shared.mixed(names.community(communities[a === 'public' ? 0 : 1]))
}

/** The mark of an opening by who passes it: where the sides differ, as its narrower one. */
export function markOfSides([a, b]: readonly [string, string]): string {
  return a === b ? a : 'residents'
}

/** The class an edit's sign is of; undefined: it has none. */
export function classOfEdit(edit: Edit, names: Names): string | undefined {
  if ('class' in edit) return edit.class
  return 'facility' in edit ? names.records.facilities.get(edit.facility)?.class : undefined
}

/** Why what an edit adds changes no number of people: no rule is about its class; null: one is, or it adds none. */
export function tellNotJudged(edit: Edit, names: Names, { words }: Language): string | null {
  return 'class' in edit && !names.rules.has(edit.class) ? words.scenario.classNotJudged : null
}

/** How long a line is; unknown where it is not there. */
export function tellLength(
  line: readonly LonLat[],
  tell: (length: string) => string,
  { words, format }: Language,
): string {
  if (line.length < 2) return words.scenario.lengthUnknown
  const coordinates = line.map(([lon, lat]) => [lon, lat])
  const metres = length(
    { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } },
    { units: 'meters' },
  )
  return tell(format.metres(metres))
}
