// The same page with a plain Fuse.js: what the bench puts in the place of partner-engine.mjs.

import Fuse from "./fuse.mjs";

export async function openSearch(address) {
  const data = await (await fetch(new URL("partners.json", new URL(address, document.baseURI)))).json();
  const names = (list, ids) => (ids ?? []).flatMap((id) => Object.values(list[id] ?? {}));
  const documents = data.partners.map((partner) => ({
    id: partner.id, name: Object.values(partner.name), text: Object.values(partner.description),
    terms: [...(partner.former_names ?? []), ...(partner.search_terms ?? [])],
    help: names(data.help, partner.help), area: names(data.area, partner.service_area),
  }));
  const fuse = new Fuse(documents, { keys: ["name", "terms", "help", "area", "text"] });
  return {
    search(query) {
      const ids = fuse.search(query).map((hit) => hit.item.id);
      return { ids, strong: ids.length, loose: false, empty: false };
    },
    suggest: () => [],
  };
}
