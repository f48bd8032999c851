/** Every text in the state that a device keeps in its browser. */
export async function textOnDisk(name: string): Promise<string> {
  const texts: string[] = [];
  for (const { name: database = '' } of await indexedDB.databases()) {
    if (!database.includes(`${name}--0--state`)) continue;
    const opened = await new Promise<IDBDatabase>((done, failed) => {
      const request = indexedDB.open(database);
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    const rows = await new Promise<unknown[]>((done) => {
      const request = opened.transaction('docs').objectStore('docs').getAll();
      request.onsuccess = () => done(request.result);
    });
    opened.close();
    texts.push(JSON.stringify(rows));
  }
  return texts.join('');
}
