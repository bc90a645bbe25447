import type { LegKind } from '../model/explanation'
import type { Space } from '../model/layers'
import type { Mode } from '../model/mode'
import type { ClassFamily } from '../model/rule-pack'

/**
 * Every color on the map, once, for both appearances; legends take them from here too. Few colors, each
 * with one meaning everywhere: violet is walking reach, vermilion is missing, ochre is a candidate space,
 * one hue is one family of facilities. The ground keeps quiet below them.
 */

export type Hex = `#${string}`
export type Appearance = 'light' | 'dark'

/** What legs of a walk have in common: few enough colors to be told apart. */
export type LegGroup = 'street' | 'inside' | 'gate' | 'climb' | 'ends'

export const LEG_GROUPS: Readonly<Record<LegKind, LegGroup>> = {
  street: 'street',
  inside: 'inside',
  gate: 'gate',
  crossing: 'gate',
  stairs: 'climb',
  bridge: 'climb',
  underpass: 'climb',
  elevator: 'climb',
  connector: 'ends',
  entrance: 'ends',
}

interface Palette {
  readonly ground: Hex
  readonly land: { readonly housing: Hex; readonly work: Hex; readonly public: Hex; readonly other: Hex }
  readonly water: Hex
  readonly shore: Hex
  readonly wood: Hex
  readonly green: Hex
  readonly greenEdge: Hex
  readonly heritage: Hex
  readonly building: Hex
  readonly buildingEdge: Hex
  readonly street: { readonly main: Hex; readonly local: Hex; readonly path: Hex; readonly steps: Hex }
  readonly casing: { readonly main: Hex; readonly local: Hex }
  readonly rail: Hex
  readonly wall: Hex
  readonly text: Hex
  readonly streetText: Hex
  readonly greenText: Hex
  readonly waterText: Hex
  readonly halo: Hex
  readonly communityEdge: Hex
  readonly communityFill: Hex
  readonly selection: Hex
  readonly selectionCase: Hex
  /** walking reach from small to large band: deep to light */
  readonly reach: readonly [Hex, Hex, Hex]
  readonly route: Hex
  readonly routeCase: Hex
  readonly served: Hex
  readonly unserved: Hex
  readonly unknown: Hex
  /** number of missing required classes, by the colors of `missing-steps.ts` */
  readonly missing: readonly [Hex, Hex, Hex, Hex, Hex]
  /** how a community is renovated */
  readonly mode: Readonly<Record<Mode, Hex>>
  readonly notEligible: Hex
  /** something doubtful in the data, and what would repair it */
  readonly finding: Hex
  readonly repair: Hex
  /** what a scenario adds or changes */
  readonly planned: Hex
  /** a walk taken apart; see LEG_GROUPS */
  readonly legs: Readonly<Record<LegGroup, Hex>>
  readonly gate: { readonly public: Hex; readonly residents: Hex; readonly closed: Hex }
  readonly sign: Hex
}

export const PALETTES: Readonly<Record<Appearance, Palette>> = {
  light: {
    ground: '#f5f1e8',
    land: { housing: '#f1ebdf', work: '#ece8e2', public: '#f1e9e0', other: '#f3efe6' },
    water: '#c6dbe2',
    shore: '#a5c3ce',
    wood: '#ebedda',
    green: '#dde6cc',
    greenEdge: '#c5d3ac',
    heritage: '#a98a6a',
    building: '#e4dccd',
    buildingEdge: '#c2b6a2',
    street: { main: '#fff9e8', local: '#ffffff', path: '#b7a993', steps: '#a08d72' },
    casing: { main: '#cdb98f', local: '#d6ccba' },
    rail: '#8b857c',
    wall: '#8d8272',
    text: '#2b3036',
    streetText: '#6b6355',
    greenText: '#557043',
    waterText: '#4a7688',
    halo: '#faf7f0',
    communityEdge: '#6d6a78',
    communityFill: '#e9e0d2',
    selection: '#1d2833',
    selectionCase: '#ffffff',
    reach: ['#43318f', '#7a6bc4', '#b4abe0'],
    route: '#1d2833',
    routeCase: '#ffffff',
    served: '#2b7a6b',
    unserved: '#c1361b',
    unknown: '#7c8793',
    missing: ['#b9dcd3', '#f7cfba', '#eca58a', '#dd7556', '#c1361b'],
    mode: { comprehensive: '#3f7fae', rebuild: '#8a4f9e' },
    notEligible: '#b3aa9c',
    finding: '#a3195b',
    repair: '#1a5c9e',
    planned: '#0b57d0',
    legs: { street: '#1d2833', inside: '#3f7cac', gate: '#b8780b', climb: '#7a3f9a', ends: '#7c8793' },
    gate: { public: '#2b7a6b', residents: '#5f6d7b', closed: '#1d2833' },
    sign: '#ffffff',
  },
  dark: {
    ground: '#1b1f22',
    land: { housing: '#1f2326', work: '#1e2124', public: '#22242a', other: '#1d2124' },
    water: '#22353d',
    shore: '#35505b',
    wood: '#1f2724',
    green: '#24302a',
    greenEdge: '#32443a',
    heritage: '#8a7358',
    building: '#2b2f31',
    buildingEdge: '#42484b',
    street: { main: '#4a4842', local: '#393d40', path: '#5d5a52', steps: '#7a7362' },
    casing: { main: '#26251f', local: '#16191b' },
    rail: '#77736b',
    wall: '#6d6a63',
    text: '#e4e1d9',
    streetText: '#a8a498',
    greenText: '#8fb08b',
    waterText: '#84abbb',
    halo: '#15181a',
    communityEdge: '#9a98a8',
    communityFill: '#2a2c2f',
    selection: '#ffffff',
    selectionCase: '#10141a',
    reach: ['#b7abff', '#8375d8', '#514892'],
    route: '#ffffff',
    routeCase: '#10141a',
    served: '#62bba8',
    unserved: '#ff8a6c',
    unknown: '#8c98a5',
    missing: ['#25636a', '#6b4134', '#9a5039', '#cc6d4f', '#ff8a6c'],
    mode: { comprehensive: '#5f9fd0', rebuild: '#b784cc' },
    notEligible: '#5b5f62',
    finding: '#ff7fb5',
    repair: '#7db4ec',
    planned: '#8ab8ff',
    legs: { street: '#ffffff', inside: '#7db4ec', gate: '#f0b845', climb: '#cf9bec', ends: '#9aa6b2' },
    gate: { public: '#62bba8', residents: '#a5b1bd', closed: '#ffffff' },
    sign: '#ffffff',
  },
}

/** One hue per family; the sign on the disc tells the classes apart. */
export const FAMILY_COLORS: Readonly<Record<ClassFamily, Hex>> = {
  elder: '#96346b',
  child: '#2a84bd',
  parking: '#3d5691',
  sport: '#6d8a1f',
  education: '#1d7482',
  health: '#0c8567',
  culture: '#a04fae',
  service: '#5c6875',
  commerce: '#8d6252',
  transport: '#27357a',
  municipal: '#74785f',
}

/** The ochre family. */
export const SPACE_COLORS: Readonly<Record<NonNullable<Space['kind']>, Hex>> = {
  vacant_land: '#c8951f',
  waste_land: '#9a7d2c',
  idle_room: '#b5651d',
  underground: '#7d4f18',
  public_stock: '#a8721a',
}

/** #rrggbb → [r, g, b, a], each 0–255; `alpha` 0–1. */
export function rgba(hex: Hex, alpha = 1): [number, number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255, Math.round(alpha * 255)]
}
