import MapLibreWorker from 'maplibre-gl/dist/maplibre-gl-worker.mjs'

/**
 * MapLibre's worker, taught to read Blobs by itself. Left alone it asks the page for any address that is
 * not http, and the page then parses the text, clones the objects to the worker and gets them back as the
 * answer: seconds of main thread for a district.
 */

interface MapWorkerScope {
  readonly worker: unknown
  addProtocol(
    scheme: string,
    load: (
      request: { readonly url: string },
      controller: AbortController,
    ) => Promise<{ readonly data: unknown }>,
  ): void
}

const scope = self as unknown as MapWorkerScope

// naming the class also keeps the bundler from dropping the import, whose effect the package denies
if (!(scope.worker instanceof MapLibreWorker)) throw new Error('MapLibre did not start in its worker')

// MapLibre takes what stands before the first "://" for the scheme
for (const scheme of ['blob:http', 'blob:https']) {
  scope.addProtocol(scheme, async ({ url }, { signal }) => {
    const response = await fetch(url, { signal })
    const { features } = (await response.json()) as { readonly features: readonly unknown[] }
    const data = { type: 'FeatureCollection' }
    // read by the tiler here, but passed over where MapLibre copies its source's data to the page
    Object.defineProperty(data, 'features', { value: features, enumerable: false })
    return { data }
  })
}
