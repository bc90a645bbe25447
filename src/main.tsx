import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createAppStore } from './store/app-store'
import { App } from './views/App'
import { LatePart } from './views/ui/LatePart'
import { startEngine } from './worker/engine-client'

// the only place that knows all parts: engine in its worker, the store, the map, the views
const store = createAppStore(startEngine())
const query = new URLSearchParams(location.search)

// asked for at once, but the frame does not wait for it; where it did not come, it is asked for again
let mapModule: Promise<typeof import('./map/MapView')> | null = import('./map/MapView')
mapModule.catch(() => undefined)
const loadMap = async () => {
  const asked = mapModule ?? import('./map/MapView')
  mapModule = null
  const { MapView } = await asked
  return () => <MapView store={store} />
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App store={store} map={<LatePart load={loadMap} />} />
  </StrictMode>,
)

if (!query.has('empty')) void store.actions.openDemo()
// a handle for tests and for looking inside
if (query.has('debug')) Object.assign(window, { lifecircle: store })
