import type { StoreApi } from 'zustand/vanilla'
import type { Actions, ViewState } from './state'

type ViewActions = Pick<
  Actions,
  | 'setLocale'
  | 'setAppearance'
  | 'setProfile'
  | 'setBasis'
  | 'setBandsBasis'
  | 'setHour'
  | 'setWantsSensitivity'
  | 'setJudging'
  | 'setDecay'
  | 'setCountsSmall'
  | 'setWantsSupply'
  | 'setMapTheme'
  | 'setMapForm'
  | 'setGapFilter'
  | 'setVisible'
  | 'toggleFamily'
  | 'setTableOpen'
  | 'showInDrawer'
  | 'setTable'
  | 'setScope'
  | 'setCompared'
  | 'askWalks'
  | 'mark'
  | 'group'
  | 'setInsets'
  | 'setLinkView'
  | 'setComparing'
>

/** What only changes how things are looked at; who must know looks at the view. */
export function viewActions(view: StoreApi<ViewState>): ViewActions {
  return {
    setLocale: (locale) => view.setState({ locale }),
    setAppearance: (appearance) => view.setState({ appearance }),
    setProfile: (profile) => view.setState({ profile }),
    setBasis: (basis) => view.setState({ basis }),
    setBandsBasis: (bandsBasis) => view.setState({ bandsBasis }),
    setHour: (hour) => view.setState({ hour }),
    setWantsSensitivity: (wantsSensitivity) => view.setState({ wantsSensitivity }),
    setJudging: (judging) => view.setState({ judging }),
    setDecay: (decay) => view.setState({ decay }),
    setCountsSmall: (countsSmall) => view.setState({ countsSmall }),
    setWantsSupply: (wantsSupply) => view.setState({ wantsSupply }),
    setMapTheme: (mapTheme) => view.setState({ mapTheme }),
    setMapForm: (mapForm) => view.setState({ mapForm }),
    setGapFilter: (gapFilter) => view.setState({ gapFilter }),
    setVisible: (layer, isVisible) =>
      view.setState(({ visible }) => ({ visible: { ...visible, [layer]: isVisible } })),
    toggleFamily: (family) =>
      view.setState(({ hiddenFamilies }) => ({
        hiddenFamilies: hiddenFamilies.includes(family)
          ? hiddenFamilies.filter((hidden) => hidden !== family)
          : [...hiddenFamilies, family],
      })),
    setTableOpen: (isTableOpen) => view.setState({ isTableOpen, marked: [] }),
    showInDrawer: (drawerTab) => view.setState({ isTableOpen: true, drawerTab, marked: [] }),
    setTable: (change) => view.setState(({ table }) => ({ table: { ...table, ...change } })),
    setScope: (scope) => view.setState({ scope }),
    setCompared: (compared) => view.setState({ compared }),
    askWalks: (walksAsked) => view.setState({ walksAsked }),
    mark: (marked) => view.setState({ marked }),
    group: (grouped) => view.setState({ grouped }),
    setInsets: (insets) => view.setState({ insets }),
    setLinkView: (change) => view.setState((now) => ({ links: { ...now.links, ...change } })),
    setComparing: (change) => view.setState((now) => ({ comparing: { ...now.comparing, ...change } })),
  }
}
