// In the offline copy: takes the place of `fetch` in every script of the site. What a script asks for stands in a
// script beside it, which puts it under its own address: a page that is a file may load scripts, but ask for nothing.

const asked = new Map();

/** What stands in a file of the site, as `fetch` gives it. @param {string | URL} address */
async function data(address) {
  const source = `${new URL(address, document.baseURI)}.js`;
  if (!asked.has(source)) asked.set(source, load(source));
  try {
    await asked.get(source);
  } catch (error) {
    asked.delete(source); // asked again, it is tried again
    throw error;
  }
  return new Response(globalThis.offlineData[source]);
}

function load(source) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = resolve;
    script.onerror = () => reject(new TypeError(`cannot be read: ${source}`));
    document.head.append(script);
  });
}

export { data as fetch };
