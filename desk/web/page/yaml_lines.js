// From values to lines of YAML, as plugins/markdown_articles/yaml_lines.py writes them: a test holds both together.

const UNSEEN = '\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufeff\\ufffe\\uffff';
const ANY_UNSEEN = new RegExp(`[${UNSEEN}]`);
const EACH_UNSEEN = new RegExp(`[${UNSEEN}]`, 'g');
// Not one of YAML's signs at the start, no ": " and no " #" inside, nothing unseen.
const PLAIN = new RegExp(
  `^(?![-?:,\\[\\]{}#&*!|>'"%@\`~=<.+])[^:#${UNSEEN}]*(?:(?::(?!\\s|$)|(?<!\\s)#)[^:#${UNSEEN}]*)*$`,
);
// What YAML 1.1 or 1.2 reads as a number, a date, a yes or a nothing.
const NO_TEXT =
  /^(?:\d[\d_,.:+\-TtZz ]*|0[xob][\da-f_]+|\d[\d_.]*e[+-]?\d+|y|n|yes|no|on|off|true|false|null)$/i;
const MOMENT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

const isPlain = (text) =>
  text !== '' && text === text.trim() && PLAIN.test(text) && !NO_TEXT.test(text);

/** Gives a text as YAML on one line. */
export const scalar = (text) => {
  if (ANY_UNSEEN.test(text)) {
    const escaped = (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

    return JSON.stringify(text).replace(EACH_UNSEEN, escaped);
  }
  if (isPlain(text)) return text;
  if (!text.includes('"') && !text.includes('\\')) return `"${text}"`;

  return `'${text.replaceAll("'", "''")}'`;
};

const indented = (lines) => lines.map((line) => `  ${line}`);

/** Gives the lines of a key and its value; `path` is where it stands, `corrections.*.date`, `moments` who holds dates. */
export const linesOf = (name, value, path, moments) => {
  const key = scalar(name);

  if (Array.isArray(value)) {
    return [`${key}:`, ...indented(value.flatMap((item) => itemLines(item, `${path}.*`, moments)))];
  }
  if (typeof value === 'object') {
    return [`${key}:`, ...indented(fieldLines(value, path, moments))];
  }
  if (typeof value !== 'string' || (moments.includes(path) && MOMENT.test(value))) {
    return [`${key}: ${value}`];
  }

  return [`${key}: ${scalar(value)}`];
};

/** Gives the lines of all fields of a mapping. */
export const fieldLines = (value, path, moments) =>
  Object.entries(value).flatMap(([name, field]) =>
    linesOf(name, field, path ? `${path}.${name}` : name, moments),
  );

const itemLines = (item, path, moments) => {
  if (typeof item !== 'object') return [`- ${scalar(String(item))}`];

  const [first, ...others] = fieldLines(item, path, moments);

  return [`- ${first}`, ...indented(others)];
};
