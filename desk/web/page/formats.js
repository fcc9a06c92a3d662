// How Sveltia reads and writes the files of this paper: what an editor did not change stays as it stands, byte for byte.
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { linesOf } from './yaml_lines.js';

/** The key under which a file's own lines go through the editor; it is in no file. */
const WRITTEN = '_written';
/** The same for a file whose text begins right below its front matter. */
const CLOSE = '_close';
const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)^---[ \t]*$\n?/m;
const KEY = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#:'"-][^\n]*?)[ \t]*:(?=[ \t]|$)/;
const YES = ['true', 'yes', 'on'];
const NO = ['false', 'no', 'off'];

/** A story or a page: front matter and body. */
export const articleFormat = (keys) => ({
  fromFile: (text) => {
    const found = FRONT_MATTER.exec(text);
    if (!found || found.index > 0) throw new Error('no front matter: it begins with a line ---');
    const rest = text.slice(found[0].length);
    const close = rest && !rest.startsWith('\n') ? { [CLOSE]: true } : {};
    const own = { [WRITTEN]: found[1], ...close };

    // What a file does not say is said here, or the form would begin with what it offers for a new story.
    return { status: 'published', date: '', ...values(found[1], keys), body: rest.replace(/^\n/, ''), ...own };
  },
  toFile: ({ body = '', [WRITTEN]: written = '', [CLOSE]: close = false, ...fields }) => {
    const head = rewritten(written, { ...fields, title: fields.title ?? '' }, keys);

    return `---\n${head}---\n${body.trim() ? `${close ? '' : '\n'}${body}\n` : ''}`;
  },
});

/** One mapping: the facts of the site, the front page. */
export const recordFormat = (keys) => ({
  fromFile: (text) => ({ ...values(text, keys), [WRITTEN]: text }),
  toFile: ({ [WRITTEN]: written = '', ...fields }) => rewritten(written, fields, keys),
});

/** Entries by slug: writers, sections, topics, series, menus. */
export const registryFormat = (keys) => ({
  fromFile: (text) => {
    const known = values(text, keys);
    // Not the order of the object's keys: there a topic such as 1986 would come first.
    const slugs = new Set([...partsOf(text, keys).parts.keys(), ...Object.keys(known)]);
    const entries = [...slugs].map((slug) => ({
      slug,
      ...(typeof known[slug] === 'object' ? known[slug] : {}),
      line: lineOf(known, slug),
    }));

    return { entries, [WRITTEN]: text };
  },
  toFile: ({ entries = [], [WRITTEN]: written = '' }) => {
    const bySlug = entries.map(({ slug, line, ...fields }) => [slug, fields]);

    return rewritten(written, Object.fromEntries(bySlug), { ...keys, order: bySlug.map(([slug]) => slug), ordered: true });
  },
});

/** Gives the names of a section and of those above it, by which stories name it: `Parent/Child`. */
const lineOf = (known, slug, seen = []) => {
  const { name = '', parent = '' } = known[slug] ?? {};
  const isTop = !parent || !(parent in known) || seen.includes(parent);

  return isTop ? name : `${lineOf(known, parent, [...seen, slug])}/${name}`;
};

/** Gives what YAML holds: texts, but for the keys that hold something else. */
const values = (text, keys) => {
  const read = load(text, { schema: FAILSAFE_SCHEMA }) ?? {};
  if (typeof read !== 'object' || Array.isArray(read)) throw new Error('write lines of the form key: value');

  return typed(read, '', keys);
};

// Sveltia keeps all values of a file in one list, under paths with dots, where a number is a place in a list: a name
// that an editor gave may hold both, and goes through it in disguise.
const DOT = '\u2024';
const NUMBER = '\u2060';
const disguised = (name) => name.replaceAll('.', DOT).replace(/^(?=\d+$)/, NUMBER);
const undisguised = (name) => name.replaceAll(DOT, '.').replace(new RegExp(`^${NUMBER}`), '');

const typed = (value, path, keys) => {
  if (Array.isArray(value)) return value.map((item) => typed(item, `${path}.*`, keys));
  if (value !== null && typeof value === 'object') {
    const below = (name) => (path ? `${path}.${name}` : name);
    const called = keys.mappings.includes(path.split('.').pop()) ? disguised : (name) => name;

    return Object.fromEntries(Object.entries(value).map(([name, item]) => [called(name), typed(item, below(name), keys)]));
  }
  const word = String(value ?? '').toLowerCase();
  if (keys.flags.includes(path) && YES.includes(word)) return true;
  if (keys.flags.includes(path) && NO.includes(word)) return false;
  if (keys.numbers.includes(path) && /^\d{1,15}$/.test(word)) return Number(word);

  return value ?? '';
};

/** Gives a value with the names that editors gave as they gave them; one with dots comes back as groups in groups. */
const plain = (value, name, keys) => {
  if (Array.isArray(value)) return value.map((item) => plain(item, '', keys));
  if (value === null || typeof value !== 'object') return value;
  if (keys.mappings.includes(name)) return Object.fromEntries(named(value));

  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, key, keys)]));
};

const named = (value, above = '') =>
  Object.entries(value).flatMap(([name, item]) =>
    typeof item === 'object' ? named(item, `${above}${name}.`) : [[undisguised(above + name), item]],
  );

/** Gives the lines anew: those of a key whose value is what it was as they stand, the others as the reader writes them. */
const rewritten = (written, fields, keys) => {
  const { opening, parts } = partsOf(written, keys);
  const now = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, pruned(value)]));
  const isWanted = (name) => {
    const said = now[name] !== undefined && !(now[name] === false || (name === 'status' && now[name] === 'published'));

    return name === 'title' || said || (parts.has(name) && same(parts.get(name).value, now[name]));
  };
  const names = namesInOrder([...parts.keys()], Object.keys(now), keys).filter(isWanted);
  const lines = names.flatMap((name) => {
    const part = parts.get(name);
    if (part && same(part.value, now[name])) return part.lines;
    const value = typeof now[name] === 'object' && !Array.isArray(now[name]) ? likeBefore(now[name], part?.value) : now[name];

    return linesOf(name, plain(value ?? '', name, keys), name, keys.moments);
  });

  return [...opening, ...lines].map((line) => `${line}\n`).join('');
};

/** Gives the lines above the first key, and for each key its lines and its value. */
const partsOf = (written, keys) => {
  const opening = [];
  const parts = new Map();
  let current = opening;
  written.replace(/\n$/, '').split('\n').forEach((line) => {
    const key = KEY.exec(line)?.[0];
    if (key) {
      current = [];
      parts.set(Object.keys(load(`${key} x`, { schema: FAILSAFE_SCHEMA }))[0], { lines: current });
    }
    if (written) current.push(line);
  });
  const whole = written ? values(written, keys) : {};
  parts.forEach((part, name) => {
    part.value = pruned(whole[name]);
  });
  const stands = [...parts].every(([name, { lines, value }]) => stand(lines, name, value, keys));

  return stands && same([...parts.keys()].sort(), Object.keys(whole).sort())
    ? { opening, parts }
    : { opening: [], parts: new Map() };
};

/** Tells whether lines say by themselves what they say among the others: an alias of YAML does not. */
const stand = (lines, name, value, keys) => {
  try {
    return same(pruned(values(lines.join('\n'), keys)[name]), value);
  } catch {
    return false;
  }
};

/** Gives the keys in the order in which they stand; a new one where the schema has it among them. */
const namesInOrder = (standing, wanted, { order, ordered }) => {
  if (ordered) return order.filter((name) => wanted.includes(name));
  const names = standing.filter((name) => wanted.includes(name) || name === 'title');
  const rank = (name) => (order.includes(name) ? order.indexOf(name) : order.length);
  wanted
    .filter((name) => !names.includes(name))
    .sort((a, b) => rank(a) - rank(b))
    .forEach((name) => {
      const next = names.findIndex((other) => rank(other) > rank(name));
      names.splice(next < 0 ? names.length : next, 0, name);
    });

  return names;
};

/** Gives fields in the order in which they were written before. */
const likeBefore = (fields, before) => {
  const known = before && typeof before === 'object' ? Object.keys(before).filter((name) => name in fields) : [];

  return Object.fromEntries([...new Set([...known, ...Object.keys(fields)])].map((name) => [name, fields[name]]));
};

/** Gives a value without what is empty in it; undefined where nothing is left. */
const pruned = (value) => {
  if (Array.isArray(value)) {
    const kept = value.map(pruned).filter((item) => item !== undefined);

    return kept.length ? kept : undefined;
  }
  if (value !== null && typeof value === 'object') {
    const kept = Object.entries(value).map(([name, item]) => [name, pruned(item)]).filter(([, item]) => item !== undefined);

    return kept.length ? Object.fromEntries(kept) : undefined;
  }

  return value === '' || value === null ? undefined : value;
};

const same = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

const sorted = (value) => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;

  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, item]) => [name, sorted(item)]));
};

