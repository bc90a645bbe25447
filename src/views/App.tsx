import './ui/tokens.css'
import './ui/base.css'
import './ui/native.css'
import { ConfigProvider, theme } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useEffect } from 'react'
import { useStore } from 'zustand'
import type { AppStore } from '../store/state'
import { LanguageProvider, StoreContext, useLanguageOf } from './app-context'
import { Frame } from './frame/Frame'

interface AppProps {
  readonly store: AppStore
  /** the map element; it fills the window and is never unmounted */
  readonly map: ReactNode
}

const FONT = 'var(--font)'

/** antd speaks our tokens: the same ink, lines, accent and corners as the rest of the interface. */
function antdTheme(isDark: boolean) {
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily: FONT,
      fontSize: 14,
      fontSizeSM: 12,
      borderRadius: 4,
      borderRadiusSM: 4,
      controlHeight: 32,
      controlHeightSM: 24,
      wireframe: false,
      colorPrimary: isDark ? '#7db4ec' : '#1a5c9e',
      colorLink: isDark ? '#7db4ec' : '#1a5c9e',
      colorText: isDark ? '#e6ebf0' : '#1d2833',
      colorTextPlaceholder: isDark ? '#9ba8b5' : '#5f6d7b',
      colorBgContainer: isDark ? '#1a222b' : '#ffffff',
      colorBgElevated: isDark ? '#222c36' : '#ffffff',
      colorBorder: isDark ? '#4d5b69' : '#b9c2cc',
      colorTextLightSolid: isDark ? '#10202f' : '#ffffff',
      // of tooltips, whose words are of the color above
      colorBgSpotlight: isDark ? '#e6ebf0' : '#1d2833',
    },
    components: {
      Segmented: { trackBg: isDark ? '#2c3743' : '#e9edf1', itemSelectedBg: isDark ? '#1a222b' : '#ffffff' },
      Tooltip: { fontSize: 12 },
    },
  }
}

/** The whole interface around the map. */
export function App({ store, map }: AppProps) {
  const locale = useStore(store.view, (view) => view.locale)
  const appearance = useStore(store.view, (view) => view.appearance)
  const language = useLanguageOf(locale)

  useEffect(() => {
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
    document.title = language.words.appName
  }, [locale, language])
  useEffect(() => {
    document.documentElement.dataset['appearance'] = appearance
  }, [appearance])

  return (
    <StoreContext value={store}>
      <LanguageProvider value={language}>
        <ConfigProvider
          locale={locale === 'zh' ? zhCN : enUS}
          theme={antdTheme(appearance === 'dark')}
          button={{ autoInsertSpace: false }}
        >
          <Frame map={map} />
        </ConfigProvider>
      </LanguageProvider>
    </StoreContext>
  )
}
