// Where a published address leads now, when nothing stands there any more: the layout of a survey may change, and works may move.

const WORK_FILES = /^downloads\/papers\/([^/]+?)(?:-ascii\.bib|\.bib|\.ris|\.json)$/;
const AUTHOR_FILES = /^downloads\/authors\/([^/]+?)(?:-ascii\.bib|\.bib|\.ris|\.json)$/;
const WORK_PAGE = /^papers\/([^/]+?)(?:\/(?:index\.(?:html|md))?|\.html|\.md)?$/;
const THEME_PAGE = /^(themes\/[^/]+?)(?:\/\d+)?(?:\/(?:index\.(?:html|md))?|\.html|\.md)?$/;
const THEME_PART = /^themes\/[^/]+\/\d+(?:\/|\.html|$)/;

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The place, as `survey.page` takes it, for a path below the site and an anchor; "" where nobody knows one.
 * `works` holds the place of each work by the names of its page and of its section.
 */
export function way(path, anchor, works) {
  const known = (name) => (Object.hasOwn(works, name) ? works[name] : "");
  const given = decoded(path);
  const work = WORK_PAGE.exec(given) || WORK_FILES.exec(given);
  if (work) return known(work[1]);
  const author = AUTHOR_FILES.exec(given);
  if (author) return `authors/${author[1]}`;
  const theme = THEME_PAGE.exec(given);
  if (theme) return known(decoded(anchor)) || (THEME_PART.test(given) ? theme[1] : "");
  return "";
}
