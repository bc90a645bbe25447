import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { MapView } from './map/MapView'
import { createAppStore } from './store/app-store'
import { App } from './views/App'
import { startEngine } from './worker/engine-client'

// the only place that knows all parts: engine in its worker, the store, the map, the views
const store = createAppStore(startEngine())
const query = new URLSearchParams(location.search)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App store={store} map={<MapView store={store} />} />
  </StrictMode>,
)

if (!query.has('empty')) void store.actions.openDemo()
// a handle for tests and for looking inside
if (query.has('debug')) Object.assign(window, { lifecircle: store })
