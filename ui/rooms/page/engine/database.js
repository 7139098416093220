/** What this browser remembers of rooms: one small IndexedDB, opened when it is asked for. */

const NAME = "kamra-rooms";
const VERSION = 2;
const STORES = { own: "roomId", visits: "roomId", handed: "roomId" };

/** @type {Promise<IDBDatabase> | null} */
let opening = null;

/**
 * One request to one store, done when it is on disk.
 * @template T
 * @param {keyof typeof STORES} store
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} ask
 * @returns {Promise<T>}
 * @throws {DOMException} where the browser keeps nothing, as in some private windows
 */
export async function inStore(store, mode, ask) {
  const database = await opened();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode);
    const request = ask(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

function opened() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      const { objectStoreNames: there } = request.result;
      for (const [name, keyPath] of Object.entries(STORES)) {
        if (!there.contains(name)) request.result.createObjectStore(name, { keyPath });
      }
    };
    request.onsuccess = () => resolve(letGoWhenAsked(request.result));
    request.onerror = () => reject(request.error);
  }).catch((error) => {
    opening = null; // so that the next one may try again
    throw error;
  });
  return opening;
}

/** Another tab with a later version of this page must not wait for this one. */
function letGoWhenAsked(database) {
  const letGo = () => {
    database.close();
    opening = null;
  };
  database.onversionchange = letGo;
  database.onclose = letGo;
  return database;
}
