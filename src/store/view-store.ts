import { createStore, type StoreApi } from 'zustand/vanilla'
import { DEFAULT_CHOICE, DEFAULT_RULES } from '../model/rules/shipped-packs'
import { NO_GAP_FILTER } from '../model/gap-filter'
import type { Preferences } from './preferences'
import { PLAN_SCOPE } from '../model/scope'
import { FIRST_COMPARE_VIEW } from './compare-view'
import { FIRST_LINK_VIEW } from './link-view'
import { FIRST_TABLE } from './table-state'
import { SWITCHABLE_LAYERS, type SwitchableLayer, type ViewState } from './state'

// off at first: they matter to some questions only
const HIDDEN_AT_FIRST: readonly SwitchableLayer[] = ['land']

/** How things are looked at when the page opens. */
export function createViewStore(preferences: Preferences): StoreApi<ViewState> {
  const visible = Object.fromEntries(
    SWITCHABLE_LAYERS.map((layer) => [layer, !HIDDEN_AT_FIRST.includes(layer)]),
  ) as Record<SwitchableLayer, boolean>
  return createStore<ViewState>(() => ({
    workspace: 'assess',
    locale: 'zh',
    appearance: 'light',
    profile: 'adult',
    scenario: null,
    tool: null,
    openEdit: null,
    pointedEdit: null,
    dragged: null,
    basis: 'distance',
    bandsBasis: 'time',
    ruleChoice: DEFAULT_CHOICE,
    rules: DEFAULT_RULES,
    isRulesOpen: false,
    hour: null,
    judging: 'access',
    decay: 'none',
    countsSmall: false,
    wantsSupply: false,
    wantsSensitivity: false,
    wantsPackage: false,
    selection: null,
    hovered: null,
    mapTheme: { kind: 'missing' },
    mapForm: 'communities',
    gapFilter: NO_GAP_FILTER,
    visible,
    isTableOpen: false,
    drawerTab: 'matrix',
    table: FIRST_TABLE,
    scope: PLAN_SCOPE,
    compared: ['adult', 'elder', 'child'],
    walksAsked: null,
    marked: [],
    grouped: [],
    hiddenFamilies: [],
    insets: { top: 0, right: 0, bottom: 0, left: 0 },
    seen: null,
    seenZoom: 0,
    bookmark: null,
    focusRequest: null,
    openFinding: null,
    asked: null,
    pointed: null,
    links: FIRST_LINK_VIEW,
    comparing: FIRST_COMPARE_VIEW,
    ...preferences,
  }))
}
