/** Where a user's own rule packs stay between visits. Values come back as they were put, unchecked. */
export interface PackShelf {
  list(): Promise<readonly unknown[]>
  put(id: string, pack: unknown): Promise<void>
  remove(id: string): Promise<void>
}

const DATABASE = 'lifecircle'
const STORE = 'rule-packs'

/** Packs in IndexedDB. Every call rejects where the browser forbids it. */
export function browserShelf(): PackShelf {
  return {
    list: () => request('readonly', (store) => store.getAll() as IDBRequest<unknown[]>),
    put: async (id, pack) => void (await request('readwrite', (store) => store.put(pack, id))),
    remove: (id) => request('readwrite', (store) => store.delete(id)),
  }
}

async function request<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open()
  try {
    return await settled(ask(database.transaction(STORE, mode).objectStore(STORE)))
  } finally {
    database.close()
  }
}

async function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(DATABASE, 1)
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE))
  return settled(opening)
}

function settled<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.addEventListener('success', () => resolve(asked.result))
    asked.addEventListener('error', () => reject(asked.error ?? new Error('IndexedDB failed')))
  })
}
