// In the offline copy: the search of the site, for the theme's search box.

import { PageWorker } from "./scope.mjs";
import "search-worker"; // that of the site

globalThis.Worker = PageWorker;
