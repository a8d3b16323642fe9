// The script of the indexes of errors: their filter.

import { part } from "../base/dom.js";
import { startFilter } from "./filter.js";

const INDEX_FILTER = part(document, "filter", HTMLElement);
if (INDEX_FILTER) startFilter(INDEX_FILTER);
