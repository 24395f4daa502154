// Drafts: what was typed and not acknowledged by the server, in this browser's IndexedDB. A draft belongs to a person, never to a browser:
// it is kept, found and sent only under the id on <body data-person>, and never shown to anybody else who signs in here.
// What somebody types who has not signed in belongs to this window's session alone: it is gone when the window is closed.
// A draft: { person, name, at, fields: { "<field>": { values, was, at, forms } } }: `was` is what the field held when the person
// began to change it, `forms` the opened forms that may have sent it without hearing an answer.
import { openDB } from "../lib/idb/index.js";

const keptDays = 90;

/** The signed-in person whose page this is; empty when nobody is signed in. */
export const person = document.body.dataset.person ?? "";

const database = openDB("greenfactory", 1, {
  upgrade(db) {
    db.createObjectStore("drafts", { keyPath: ["person", "name"] }).createIndex("at", "at");
  },
}).then(async (db) => {
  const old = IDBKeyRange.upperBound(Date.now() - keptDays * 86400000);
  for (const key of await db.getAllKeysFromIndex("drafts", "at", old)) {
    await db.delete("drafts", key);
  }
  return db;
});
database.catch(() => {});

const ofSession = (name) => `draft ${name}`;

/** The fields of the person's draft; none when there is no draft or nothing can be kept. */
export const readDraft = async (name) => {
  try {
    const draft = person ? await (await database).get("drafts", [person, name]) : JSON.parse(sessionStorage.getItem(ofSession(name)));
    return new Map(Object.entries(draft?.fields ?? {}));
  } catch {
    return new Map();
  }
};

/** Keeps the fields, or forgets the draft when there are none; answers whether it is safe in this browser. */
export const keepDraft = async (name, fields) => {
  try {
    if (!person) {
      fields.size === 0 ? sessionStorage.removeItem(ofSession(name)) : sessionStorage.setItem(ofSession(name), JSON.stringify({ fields: Object.fromEntries(fields) }));
      return true;
    }
    const db = await database;
    if (fields.size === 0) {
      await db.delete("drafts", [person, name]);
    } else {
      await db.put("drafts", { person, name, at: Date.now(), fields: Object.fromEntries(fields) });
    }
    return true;
  } catch {
    return false;
  }
};
