/** MapLibre's worker has no types: it makes an instance of itself as `self.worker` when it is imported. */
declare module 'maplibre-gl/dist/maplibre-gl-worker.mjs' {
  const MapLibreWorker: new (scope: unknown) => object
  export default MapLibreWorker
}
