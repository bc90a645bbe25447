import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { createAppStore } from './store/app-store'
import { App } from './views/App'
import { startEngine } from './worker/engine-client'

// the only place that knows all parts: engine in its worker, the store, the map, the views
const store = createAppStore(startEngine())
const query = new URLSearchParams(location.search)

// asked for at once, but the frame does not wait for it
const mapModule = import('./map/MapView')
const MapView = lazy(async () => ({ default: (await mapModule).MapView }))
const map = (
  <Suspense fallback={null}>
    <MapView store={store} />
  </Suspense>
)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App store={store} map={map} />
  </StrictMode>,
)

if (!query.has('empty')) void store.actions.openDemo()
// a handle for tests and for looking inside
if (query.has('debug')) Object.assign(window, { lifecircle: store })
