// Where a published address leads now, when nothing stands there any more: the layout of a survey may change, and works may move.
import { decoded } from "../address.js";

const WORK_FILES = /^downloads\/papers\/([^/]+?)(?:-ascii\.bib|\.bib|\.ris|\.json)$/;
const AUTHOR_FILES = /^downloads\/authors\/([^/]+?)(?:-ascii\.bib|\.bib|\.ris|\.json)$/;
const YEAR_FILES = /^downloads\/years\/(\d+|unknown)(?:-ascii\.bib|\.bib|\.ris|\.json)$/;
const SECTION_FILES = /^downloads\/sections\/(section-\d+)(?:-ascii\.bib|\.bib|\.ris|\.json)$/;
const THEME_FILES = /^downloads\/([^/]+?)(?:-ascii\.bib|-excel\.csv|\.bib|\.ris|\.json|\.csv)$/;
// Compressed in a large survey, as they are in others.
const WHOLE_FILES = /^downloads\/survey(?:-\d+)?(?:-abstracts\.bib|-excel\.csv|\.ris|\.json|\.csv|\.txt)(?:\.gz)?$/;
const DATA_FILES = /^data\/[\w-]+\.(?:json|csv)(?:\.gz)?$/;
const WORK_PAGE = /^papers\/([^/]+?)(?:\/(?:index\.(?:html|md))?|\.html|\.md)?$/;
const AUTHOR_PAGE = /^authors\/([^/]+?)(?:\/(?:index\.(?:html|md))?|\.html|\.md)?$/;
const AUTHOR_ANCHOR = /^author-(.+)$/;
const THEME_PAGE = /^(themes\/[^/]+?)(?:\/\d+)?(?:\/(?:index\.(?:html|md))?|\.html|\.md)?$/;
const THEME_PART = /^themes\/[^/]+\/\d+(?:\/|\.html|$)/;

/** The place of an author: a section of the page that names the author among those in `lists`, or a page where there are no lists. */
function placeOfAuthor(slug, lists) {
  if (!lists) return `authors/${slug}`;
  const page = Object.keys(lists).find((name) => lists[name].split(" ").includes(slug));
  return page ? `${page}#author-${slug}` : "";
}

/**
 * The place, as `survey.page` takes it, for a path below the site and an anchor; "" where nobody knows one.
 * `works` holds the place of each work by the names of its page and of its section, `lists` the authors on each page of several, if
 * these are sections.
 */
export function way(path, anchor, works, lists) {
  const known = (name) => (Object.hasOwn(works, name) ? works[name] : "");
  const given = decoded(path);
  const work = WORK_PAGE.exec(given) || WORK_FILES.exec(given);
  if (work) return known(work[1]);
  const files = AUTHOR_FILES.exec(given);
  if (files) return placeOfAuthor(files[1], lists);
  const author = AUTHOR_PAGE.exec(given);
  if (author) {
    const named = AUTHOR_ANCHOR.exec(decoded(anchor));
    if (named) return placeOfAuthor(named[1], lists);
    return lists ? placeOfAuthor(author[1], lists) : "";
  }
  const year = YEAR_FILES.exec(given);
  if (year) return `years#y${year[1] === "unknown" ? 0 : year[1]}`;
  const section = SECTION_FILES.exec(given);
  if (section) return `themes#${section[1]}`;
  if (WHOLE_FILES.test(given)) return "downloads";
  if (DATA_FILES.test(given)) return "data";
  const taken = THEME_FILES.exec(given);
  if (taken) return `themes/${taken[1]}#downloads`;
  const theme = THEME_PAGE.exec(given);
  if (theme) return known(decoded(anchor)) || (THEME_PART.test(given) ? theme[1] : "");
  return "";
}
