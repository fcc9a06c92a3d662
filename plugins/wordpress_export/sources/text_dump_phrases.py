"""The words that WordPress and its themes print around an article, in the languages of its translations.

Phrases of the comment form and the avatar are those of WordPress core (`comment-template.php`, `core/avatar`); headings
of widgets are those of its own blocks. All are compared in lower case.
"""

import re

SHORT = 300
"""A line longer than this is text, never furniture; it also bounds what the patterns below have to look at."""

FULL_STOPS = (".", "!", "?", "。", "！", "？", "।", "؟")
"""What ends a statement; a menu and a list of titles have few of them."""

_BUTTON_WORDS = 10
_TITLE_WORDS = 30
_SENTENCE_WORDS, _SENTENCE_LENGTH = 20, 160
_NAME_LENGTH, _NAME_WORDS = 80, 6
_SLIP_LENGTHS = range(6, 31)  # a slip in a shorter word makes another word: "Home", "Some"

SKIP_LINKS = frozenset(
    {"skip to content", "skip to main content", "aller au contenu", "zum inhalt springen", "saltar al contenido"}
    | {"ir al contenido", "pular para o conteúdo", "vai al contenuto", "ga naar de inhoud", "przejdź do treści"}
    | {"перейти к содержимому", "μετάβαση στο περιεχόμενο", "コンテンツへスキップ", "跳至内容", "콘텐츠로 건너뛰기"}
)

_FORM_STARTS = (
    *("leave a reply", "leave a comment", "laisser un commentaire", "schreibe einen kommentar", "deja una respuesta"),
    *("deja un comentario", "deixe um comentário", "lascia un commento", "geef een reactie", "dodaj komentarz"),
    *("lämna ett svar", "legg igjen en kommentar", "skriv et svar", "bir yanıt yazın", "добавить комментарий"),
    *("αφήστε μια απάντηση", "コメントを残す", "发表回复", "发表评论", "댓글 남기기", "اترك تعليقاً", "اترك ردا"),
)

_FORM_LINES = (
    *("your email address will not be published", "required fields are marked", "save my name, email"),
    *("this site uses akismet", "notify me of follow-up comments", "notify me of new posts", "logged in as "),
    *(
        "you must be logged in to post a comment",
        "comments are closed",
        "cancel reply",
        "post comment",
        "older comments",
        "newer comments",
    ),
    *("log in to reply", "votre adresse e-mail ne sera pas publiée", "deine e-mail-adresse wird nicht veröffentlicht"),
    *("tu dirección de correo electrónico no será publicada", "o seu endereço de e-mail não será publicado"),
    *("il tuo indirizzo email non sarà pubblicato", "je e-mailadres wordt niet gepubliceerd"),
    *("twój adres e-mail nie zostanie opublikowany", "ваш адрес email не будет опубликован"),
    *("η ηλ. διεύθυνση σας δεν δημοσιεύεται", "メールアドレスが公開されることはありません"),
)

_FORM_FIELDS = frozenset({"comment *", "name *", "email *", "website", "reply", "name", "email", "comment"})

COMMENT_HEADINGS = frozenset(
    {"comments", "commentaires", "kommentare", "comentarios", "comentários", "commenti", "reacties", "komentarze"}
    | {"комментарии", "σχόλια", "コメント", "评论", "댓글"}
)

_COUNTED = frozenset(
    {"comment", "comments", "response", "responses", "reply", "replies", "thought", "thoughts", "commentaire"}
    | {"commentaires", "kommentar", "kommentare", "comentario", "comentarios", "comentário", "comentários"}
    | {"commento", "commenti", "reactie", "reacties", "σχόλιο", "σχόλια"}
)

_SAYS = frozenset(
    {"says:", "dit :", "dit\u00a0:", "sagt:", "dice:", "diz:", "disse:", "scrive:", "schreef:", "λέει:", "より:"}
)

_WIDGETS = frozenset(
    {"latest posts", "recent posts", "more posts", "popular posts", "related posts", "you may also like"}
    | {"recent comments", "latest comments", "search", "categories", "archives", "tag cloud", "newsletter"}
    | {"follow us", "navigation", "menu", "meta", "tags", "pages", "subscribe", "trending", "most read"}
    | {"articles récents", "commentaires récents", "catégories", "rechercher", "méta", "étiquettes"}
    | {"neueste beiträge", "neueste kommentare", "kategorien", "archiv", "suchen", "schlagwörter"}
    | {"entradas recientes", "comentarios recientes", "categorías", "archivos", "buscar", "etiquetas"}
    | {"posts recentes", "categorias", "arquivos", "articoli recenti", "categorie", "archivi", "cerca"}
    | {"recente berichten", "categorieën", "zoeken", "свежие записи", "рубрики", "архивы", "поиск"}
    | {"πρόσφατα άρθρα", "κατηγορίες", "αναζήτηση", "最近の投稿", "カテゴリー", "アーカイブ", "検索"}
)

STORY_LISTS = frozenset(
    {"latest posts", "recent posts", "more posts", "popular posts", "related posts", "you may also like", "most read"}
    | {"articles récents", "neueste beiträge", "entradas recientes", "posts recentes", "articoli recenti"}
    | {"recente berichten", "свежие записи", "πρόσφατα άρθρα", "最近の投稿"}
)

_FOOTER = re.compile(
    r"(?:©|\(c\)|copyright\b|(?:proudly )?powered by |designed with wordpress|blog at wordpress\.com|theme: .+ by )"
    r"|all rights reserved|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados"
)

_SHARING = re.compile(
    r"(?:share this|like this|share on \w+|share:|share$|like loading|loading|click to (?:share|print|email)|tweet$)"
    r"|(?:partager|teilen|compartir|compartilhar|condividi|delen)\s*:?$"
)
_NETWORKS = frozenset(
    {"facebook", "twitter", "x", "linkedin", "whatsapp", "telegram", "reddit", "pinterest", "email", "print", "tumblr"}
    | {"mastodon", "bluesky", "threads", "pocket", "more"}
)

_NAVIGATION = re.compile(
    r"(?:previous|next)(?: (?:post|article|story))?\s*(?:[:：]|$)|(?:[←→«»]\s*)?(?:older|newer) (?:posts|entries)"
    r"|post navigation$|back to top|[←→‹›]|(?:vorheriger|nächster) beitrag|article (?:précédent|suivant)"
)

_RELATED = re.compile(
    r"(?P<label>in related news|related(?: news| articles?| posts?| stor(?:y|ies))?|see also|read also|also read"
    r"|read more|more on this|you may also like|don[’']t miss|(?:à )?lire (?:aussi|également)|lesen sie auch"
    r"|mehr zum thema|lea también|te puede interesar|leia (?:também|mais)|leggi anche|lees ook|czytaj (?:też|także)"
    r"|läs också|les også|læs også|читайте также|διαβάστε επίσης|関連記事|اقرأ أيضا)"
    r"(?P<mark>\s*[:：]\s*|\s+[–—-]\s+|\s*\u00a0\s*|\s{2,})(?P<title>\S.*)",
    re.IGNORECASE,
)

_AVATARS = (
    re.compile(r"(?P<before>)(?P<name>\S.*\S)(?P<after>\s+Avatar)"),
    re.compile(r"(?P<before>Avatar (?:de|von|di|van|av) |Avatar d[’']|Аватар |Awatar )(?P<name>\S.*)(?P<after>)"),
    re.compile(r"(?P<before>)(?P<name>\S.*?)(?P<after>\s*(?:のアバター|的头像|的頭像|\s아바타|님의 아바타))"),
)


def _plain(text: str) -> str:
    return text.casefold().strip(" :：\u00a0")


def opens_comment_form(text: str) -> bool:
    """Tell whether the line is the comment form's heading (`comment_form()`, `title_reply`)."""
    plain = _plain(text)
    rest = next((plain[len(start) :] for start in _FORM_STARTS if plain.startswith(start)), None)
    # "Leave a Reply to Ann Cancel reply" is the heading while a reader answers someone.
    return rest is not None and (not rest or rest.startswith((" to ", " cancel ", " to", " annuler", " antworten")))


def is_comment_form(text: str) -> bool:
    """Tell whether the line is any other part of the comments section that no reader wrote."""
    if len(text) > SHORT:
        return False
    plain = _plain(text)
    return plain.startswith(_FORM_LINES) or plain in COMMENT_HEADINGS or opens_comment_form(text)


def is_form_field(text: str) -> bool:
    """Tell whether the line is the label of a field; only beside the form is it sure."""
    return text.casefold().strip() in _FORM_FIELDS


def is_footer(text: str) -> bool:
    """Tell whether the line is one that themes print at the foot of each page."""
    return len(text) <= SHORT and _FOOTER.match(text.casefold()) is not None


def is_sharing(text: str) -> bool:
    """Tell whether the line belongs to buttons that share or like."""
    return len(text) <= SHORT and len(text.split()) <= _BUTTON_WORDS and _SHARING.match(text.casefold()) is not None


def is_network(text: str) -> bool:
    """Tell whether the line is a network's name; only beside sharing buttons is it one of them."""
    return text.casefold().strip() in _NETWORKS


def is_navigation(text: str) -> bool:
    """Tell whether the line links to another page of the site; only below the body is it sure."""
    return len(text) <= SHORT and (text.endswith(("→", "›")) or _NAVIGATION.match(text.casefold()) is not None)


def _shortened(phrase: str) -> frozenset[str]:
    return frozenset(phrase[:i] + phrase[i + 1 :] for i in range(len(phrase)))


_LONG_WIDGETS = frozenset(phrase for phrase in _WIDGETS if len(phrase) in _SLIP_LENGTHS)
_SLIPS = _LONG_WIDGETS.union(*(_shortened(phrase) for phrase in _LONG_WIDGETS))


def is_widget(text: str) -> bool:
    """Tell whether the line is the heading of a widget, one slip of the pen allowed (`Cateegories`)."""
    plain = _plain(text)
    if plain in _WIDGETS or plain in _SLIPS:
        return True
    return len(plain) in _SLIP_LENGTHS and not _SLIPS.isdisjoint(_shortened(plain))


def lists_stories(text: str) -> bool:
    """Tell whether the line heads a list of other stories."""
    return _plain(text) in STORY_LISTS


def is_skip_link(text: str) -> bool:
    """Tell whether the line is the link that keyboards use to pass over the menu."""
    return _plain(text) in SKIP_LINKS


def split_related(text: str) -> tuple[str, str] | None:
    """Give label and title of a line that names a related story, as plugins print it between paragraphs.

    The label is followed by a colon, a dash, or more white space than a sentence has.
    """
    match = _RELATED.fullmatch(text) if len(text) <= SHORT else None
    # A title has no full stop; a sentence such as "See also: the report of 2020." has.
    if match is None or match["title"].endswith((".", ";", ":")) or len(match["title"].split()) > _TITLE_WORDS:
        return None
    return match["label"] + match["mark"], match["title"]


def split_avatar(text: str) -> tuple[str, str, str] | None:
    """Give what stands before the name, the name, and what stands after it in the alt text of an avatar."""
    if len(text) > SHORT:
        return None
    for pattern in _AVATARS:
        match = pattern.fullmatch(text)
        if match and is_name(match["name"]):
            return match["before"], match["name"], match["after"]
    return None


def is_name(text: str) -> bool:
    """Tell whether the words can be a person's name."""
    last = text.rstrip()[-1:]
    short = len(text) <= _NAME_LENGTH and len(text.split()) <= _NAME_WORDS
    return short and any(map(str.isalpha, text)) and last not in '!?:;,。…”"»' and not text.endswith((". ", ".."))


def counts_comments(text: str) -> bool:
    """Tell whether the line is a number of comments and nothing else: `2 Comments`."""
    number, _, rest = text.casefold().partition(" ")
    return (number.isdecimal() or number in {"one", "no"}) and rest.strip() in _COUNTED


def says(text: str) -> bool:
    """Tell whether the line is the word that follows a commenter's name (`Walker_Comment`)."""
    return text.casefold() in _SAYS


def split_says(text: str) -> tuple[str, str] | None:
    """Give the name and the word of a line such as `Bo Ray says:`."""
    name, space, word = text.rpartition(" ") if len(text) <= SHORT else ("", "", "")
    return (name + space, word) if says(word) and is_name(name) else None


def is_sentence(text: str) -> bool:
    """Tell whether the line is long enough to be text of the article, wherever it stands."""
    return len(text) > _SENTENCE_LENGTH or len(text.split()) >= _SENTENCE_WORDS


def has_words(text: str) -> bool:
    """Tell whether there is a letter or a digit."""
    return any(map(str.isalnum, text))
