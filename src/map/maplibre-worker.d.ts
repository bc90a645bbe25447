/** MapLibre's worker has no types: it makes an instance of itself as `self.worker` when it is imported. */
declare module 'maplibre-gl/dist/maplibre-gl-worker.mjs' {
  export default class MapLibreWorker {
    constructor(scope: unknown)
  }
}
