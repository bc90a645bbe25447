import { createContext, useContext, useMemo } from 'react'
import { useStore } from 'zustand'
import type {
  Actions,
  AppStore,
  LibraryState,
  Locale,
  ProjectState,
  ResultsState,
  ViewState,
} from '../store/state'
import type { PlanningState } from '../store/planning-state'
import { createFormatters, type Formatters } from './format'
import { wordsEn } from './words.en'
import { wordsZh, type Words } from './words.zh'

/** The one store, given by App to every view below it. */
export const StoreContext = createContext<AppStore | null>(null)

function useAppStore(): AppStore {
  const store = useContext(StoreContext)
  if (store === null) throw new Error('views are rendered inside App')
  return store
}

export function useActions(): Actions {
  return useAppStore().actions
}

export function useProject<T>(select: (state: ProjectState) => T): T {
  return useStore(useAppStore().project, select)
}

export function useResults<T>(select: (state: ResultsState) => T): T {
  return useStore(useAppStore().results, select)
}

export function useView<T>(select: (state: ViewState) => T): T {
  return useStore(useAppStore().view, select)
}

export function useLibrary<T>(select: (state: LibraryState) => T): T {
  return useStore(useAppStore().library, select)
}

export function usePlanning<T>(select: (state: PlanningState) => T): T {
  return useStore(useAppStore().planning, select)
}

export interface Language {
  readonly locale: Locale
  readonly words: Words
  readonly format: Formatters
}

function languageOf(locale: Locale): Language {
  const words = locale === 'zh' ? wordsZh : wordsEn
  return { locale, words, format: createFormatters(locale, words) }
}

const LanguageContext = createContext<Language | null>(null)
export const LanguageProvider = LanguageContext.Provider

/** Words and number formats of the chosen language. */
export function useLanguage(): Language {
  const language = useContext(LanguageContext)
  if (language === null) throw new Error('views are rendered inside App')
  return language
}

/** The language made once per change of locale. */
export function useLanguageOf(locale: Locale): Language {
  return useMemo(() => languageOf(locale), [locale])
}
