"""The words before a related story: those that newsrooms are known to write, and those that are never such words."""

import re
import unicodedata
from functools import lru_cache

LONGEST = 40
"""Characters of a label; what is longer is a sentence."""
_MOST_WORDS = 6
_NO_WORDS = re.compile(r"[\W_]+")
_ENDS_APART = re.compile(r"[^\w\s]\s*$|\s{2}$|\u00a0\s*$")
_SENTENCE = re.compile(r"[.!?;,。！？]\s*\S|[.;。]\s*$|…\s*$|\.\.\s*$")


@lru_cache(maxsize=4096)
def plain_label(text: str) -> str:
    """Give a label as it is compared: without case, accents, punctuation and emoji.

    Without accents, since Greek and French capitals drop them, and Arabic is written with and without its vowels.
    """
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        text = "".join(character for character in parts if unicodedata.category(character) != "Mn")
    # Turkish capitals have one letter for two of ours.
    return _NO_WORDS.sub(" ", text.casefold().replace("ı", "i")).strip()


def is_label_shaped(text: str) -> bool:
    """Tell whether a text could be a label that is in no list: a few words, no number, nothing of `NEVER`."""
    plain = plain_label(text) if 0 < len(text) <= LONGEST else ""
    names = plain.split()
    return (
        0 < len(names) <= _MOST_WORDS
        and not any(character.isdigit() for character in plain)
        and not _SENTENCE.search(text)
        and plain not in NEVER
        and names[0] not in _NEVER_FIRST
        and names[-1] not in _NEVER_LAST
    )


def ends_apart(text: str) -> bool:
    """Tell whether a label ends with what parts it from a title: a colon, a dash, an arrow, more space than one."""
    return _ENDS_APART.search(text) is not None


def is_title_like(title: str, label: str) -> bool:
    """Tell whether the words of a link are a title, rather than `here` or the rest of a sentence."""
    plain = plain_label(title)
    if not plain or plain in _POINTERS:
        return False
    # `iPhone` begins a title too.
    return ends_apart(label) or not title.lstrip("\"'“„«‘‚¿¡([ ").partition(" ")[0].islower()


def _plain_set(*lines: str) -> frozenset[str]:
    return frozenset(plain_label(phrase) for line in lines for phrase in line.split("|"))


KNOWN = _plain_set(
    "more|also|related|related article|related articles|related content|related coverage|related link|related links",
    "related news",
    "related post|related posts|related reading|related stories|related story|related topics|related video",
    "in related news",
    "also read|also see|read also|read more|read more about this|read more on this|read more here|read next",
    "see also",
    "see more|further reading|more on this|more on this story|more on this topic|more stories|more news",
    "more like this",
    "recommended|recommended reading|recommended for you|recommended stories|don't miss|don't miss this|must read",
    "you may also like|you might also like|you may like|you may also be interested in",
    "you might also be interested in",
    "you may be interested in|you might be interested in|also of interest|in case you missed it|icymi|up next",
    "read this",
    "read this next|read this too|check out|check this out|check also|from our archive|from the archives",
    "more from us|previously|our earlier coverage|earlier coverage|background",
    "à lire|à lire aussi|a lire aussi|à lire également|à lire sur le même sujet|à voir aussi|lire|lire aussi",
    "lire également|lire plus|voir aussi|voir également|lisez aussi|lisez également|sur le même sujet",
    "articles liés|article lié|articles similaires|article connexe|articles connexes|pour aller plus loin",
    "en savoir plus",
    "lees ook|lees verder|lees meer|lees meer over dit onderwerp|bekijk ook|zie ook|gerelateerd",
    "gerelateerde artikelen",
    "lesen sie auch|lesen sie hier|lesen sie mehr|lesen sie dazu|lesen sie dazu auch|lesen sie weiter|lies auch",
    "lest auch",
    "lies mehr|auch interessant|auch lesenswert|das könnte sie auch interessieren",
    "das könnte dich auch interessieren",
    "mehr zum thema|mehr dazu|mehr lesen|zum thema|siehe auch|ähnliche artikel|ähnliche beiträge|passend dazu",
    "verwandte artikel|verwandte beiträge|weitere artikel|weiterführende artikel",
    "leer también|lea también|lea además|lee también|lee además|lee más|leer más|lea más|ver también|vea también",
    "véase también|te puede interesar|le puede interesar|te podría interesar|te recomendamos|le recomendamos",
    "también te puede interesar|también puedes leer|puedes leer|no te pierdas|artículos relacionados",
    "artículo relacionado",
    "noticias relacionadas|noticia relacionada|nota relacionada|notas relacionadas|relacionado|relacionada",
    "relacionados",
    "leia mais|leia também|ler também|ler mais|leia ainda|veja também|veja mais|saiba mais|confira também",
    "artigos relacionados|notícias relacionadas|matérias relacionadas|recomendado|não perca",
    "leggi anche|leggi pure|leggi di più|vedi anche|guarda anche|articoli correlati|articolo correlato",
    "potrebbe interessarti|potrebbe interessarti anche|ti potrebbe interessare|ti potrebbe interessare anche",
    "da leggere",
    "llegiu també|llegeix també|vegeu també|le també|ler tamén|irakurri ere",
    "czytaj także|czytaj też|czytaj również|czytaj więcej|przeczytaj także|przeczytaj też|przeczytaj również",
    "zobacz też",
    "zobacz także|zobacz również|zobacz więcej|powiązane|powiązane artykuły|podobne artykuły|polecamy",
    "warto przeczytać",
    "čtěte také|čtěte též|přečtěte si také|přečtěte si|mohlo by vás zajímat|související|související články|viz též",
    "čítajte aj|čítajte tiež|prečítajte si aj|prečítajte si tiež|súvisiace články|mohlo by vás zaujímať",
    "pročitajte još|pročitajte i|čitajte i|čitajte još|pročitaj i|pročitaj više|preberite tudi|berite tudi|povezano",
    "vezane vesti|povezane vesti|citește și|citiţi şi|citește mai mult|vezi și|articole similare|recomandări",
    "olvasd el ezt is|olvasta már|ezt is olvassa el|kapcsolódó cikk|kapcsolódó cikkek|kapcsolódó|ajánlott",
    "läs också|läs även|läs mer|läs mera|läs vidare|se också|relaterat|relaterade artiklar|les også|les mer",
    "les videre",
    "se også|relaterte saker|læs også|læs mere|relaterede artikler|lue myös|lue lisää|katso myös",
    "aiheeseen liittyvää",
    "lesa meira|lestu einnig|sjá einnig|loe ka|loe lisaks|lasi arī|lasi vēl|skaitykite taip pat|taip pat skaitykite",
    "lexo edhe|lexo më shumë|lexo gjithashtu|lexoni edhe|bunu da oku|bunları da okuyun|ayrıca bakınız|ayrıca okuyun",
    "i̇lgili haber|ilgili haberler|ilgili yazılar|ilgili makale|bunlar da ilginizi çekebilir",
    "oxuyun|həmçinin oxuyun|shuningdek o'qing|baca juga|baca selengkapnya|baca pula|lihat juga|artikel terkait",
    "berita terkait|baca lagi|xem thêm|đọc thêm|bài viết liên quan|tin liên quan|basahin din|basahin rin|soma pia",
    "soma zaidi",
    "διαβάστε επίσης|διαβάστε ακόμη|διαβάστε ακόμα|διαβάστε περισσότερα|διάβασε επίσης|διάβασε ακόμα|δείτε επίσης",
    "δείτε ακόμη",
    "σχετικά άρθρα|σχετικό άρθρο|σχετικά|σχετικές ειδήσεις|μη χάσετε",
    "читайте также|читайте ещё|читайте еще|читать также|читать далее|читайте по теме|смотрите также|см. также",
    "по теме",
    "материалы по теме|статьи по теме|новости по теме|похожие статьи|ещё по теме|вам может быть интересно",
    "рекомендуем",
    "читайте також|читайте ще|дивіться також|за темою|матеріали за темою|читати також|чытайце таксама|чытайце яшчэ",
    "прочетете още|прочетете също|вижте още|вижте също|четете още|прочитајте још|прочитајте и|читајте и|прочитај и",
    "прочитајте уште|прочитај повеќе|поврзано|повезано|сондай-ақ оқыңыз|мөн уншина уу",
    "اقرأ أيضا|اقرأ أيضًا|إقرأ أيضا|اقرأوا أيضا|اقرأ المزيد|إقرأ المزيد|اقرأ كذلك|شاهد أيضا|أنظر أيضا",
    "مواضيع ذات صلة",
    "مقالات ذات صلة|أخبار ذات صلة|موضوعات ذات صلة|ذات صلة|قد يهمك|قد يهمك أيضا|قد يعجبك أيضا|طالع أيضا",
    "بیشتر بخوانید|بخوانید|همچنین بخوانید|مطالب مرتبط|مطلب مرتبط|یہ بھی پڑھیں|مزید پڑھیں",
    "קראו גם|קראו עוד|קרא גם|קרא עוד|ראו גם|כתבות נוספות|כתבות קשורות|עוד בנושא|לקריאה נוספת|אולי יעניין אותך",
    "यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|और पढ़ें|आगे पढ़ें|संबंधित खबरें|संबंधित लेख|आरो पढ़ें|हेही वाचा",
    "हे पण वाचा|हे देखील वाचा",
    "আরও পড়ুন|আরো পড়ুন|এটিও পড়ুন|மேலும் படிக்க|இதையும் படிக்க|மேலும் வாசிக்க|ఇవి కూడా చదవండి|ఇది కూడా చదవండి",
    "ಇದನ್ನೂ ಓದಿ",
    "ഇതും വായിക്കുക|ഇതു കൂടി വായിക്കൂ|આ પણ વાંચો|ਇਹ ਵੀ ਪੜ੍ਹੋ|यो पनि पढ्नुहोस्|තවත් කියවන්න",
    "関連記事|関連ニュース|関連リンク|関連|関連トピック|関連する記事|あわせて読みたい|合わせて読みたい|併せて読みたい|こちらもおすすめ|こちらの記事もおすすめ",
    "こちらもどうぞ|こちらもチェック|次に読む|おすすめ記事|もっと読む",
    "相关阅读|相关文章|相关新闻|相关报道|相关链接|延伸阅读|推荐阅读|更多阅读|阅读更多|另请参阅|扩展阅读|拓展阅读",
    "相關閱讀|相關文章|相關新聞|相關報導|延伸閱讀|推薦閱讀|更多閱讀|閱讀更多|看更多|同場加映",
    "관련 기사|관련기사|관련 글|관련글|관련 뉴스|함께 읽기|함께 보면 좋은 글|더 읽기|더 보기|추천 기사|같이 읽기",
    "อ่านเพิ่มเติม|อ่านต่อ|ข่าวที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง|อ่านข่าวที่เกี่ยวข้อง|អានបន្ថែម|ဆက်စပ်သတင်း",
    "წაიკითხეთ ასევე|ასევე წაიკითხეთ|կարդացեք նաև|կարդալ նաև",
)
"""What newsrooms write before a link to another article; one use is enough."""

NEVER = _plain_set(
    "and|or|but|the|a|an|see|about|here|link|links|note|the article|this article|this post|home|next|previous",
    "according to|as reported by|as reported in|originally published|first published|this article was published",
    "cross posted from|hat tip|h t|with thanks to|in english|english version|read in english|english translation",
    "part",
    "step|table of contents|contents|back to|return to|this week|last week|last year|in this series|question|answer",
)
"""Words that often stand before a link to another article and say something that the link does not."""
_NEVER_FIRST = _plain_set(
    "source|sources|via|photo|photos|photograph|image|images|picture|pictures|illustration|credit|credits|caption",
    "by|author",
    "update|updated|updates|edit|correction|clarification|editor|editors|disclaimer|disclosure|warning|part|chapter",
    "episode",
    "season|day|week|volume|issue|step|previous|next|prev|older|newer|back|download|downloads|subscribe|donate",
    "support|sign",
    "join|follow|share|buy|order|shop|register|rsvp|apply|vote|contact|call|email|write|comment|comments|category",
    "categories",
    "tag|tags|tagged|filed|posted|published|topic|topics|archive|translation|translated|transcript|watch|listen",
    "video|audio",
    "podcast|gallery|slideshow|live|breaking|exclusive|opinion|analysis|explainer|interview|review|editorial|column",
    "recipe",
    "winner|answer|question|q|a|quelle|quellen|foto|fotos|bild|bilder|von|autor|autorin|teil|folge|kapitel|spenden",
    "anmelden",
    "abonnieren|kategorie|kategorien|schlagwörter|korrektur|aktualisierung|nachtrag|fuente|fuentes|imagen|crédito",
    "créditos",
    "parte|capítulo|episodio|donar|suscríbete|suscribirse|categoría|categorías|etiquetas|descargar|vídeo|fonte",
    "fontes|imagem",
    "crédit|crédits|source|image|partie|épisode|chapitre|télécharger|abonnez|catégorie|catégories|étiquettes|par",
    "vidéo",
    "fonti|immagine|scarica|puntata|categoria|categorie|bron|bronnen|deel|aflevering|źródło|źródła|fot|zdjęcie",
    "część|autor",
    "zdroj|zdroje|forrás|kaynak|fotoğraf|kilde|kilder|källa|källor|lähde|kuva|sumber|nguồn|ảnh|πηγή|πηγές",
    "φωτογραφία|φωτο",
    "φωτογραφίες|βίντεο|μέρος|λήψη|κατηγορία|ετικέτες|источник|источники|фото|видео|часть|глава|автор|скачать",
    "рубрика|теги",
    "джерело|джерела|відео|частина|المصدر|المصادر|مصدر|الصورة|صورة|صور|فيديو|تصوير|الجزء|بقلم|الكاتب|מקור|מקורות",
    "צילום|תמונה",
    "תמונות|וידאו|חלק|מאת|स्रोत|फोटो|वीडियो|出典|引用元|引用|参照|参考|写真|動画|画像|撮影|提供|前回|次回|第|来源|图片|视频|作者|原文|编辑",
    "來源|圖片|影片|資料來源|圖片來源|출처|사진|영상|자료|글|기자|ที่มา|ภาพ|วิดีโอ",
)
_NEVER_LAST = _plain_set(
    "by|of|the|a|an|to|in|at|and|or|that|with|for|is|are|was|were|says|said|credit|courtesy|de|von|par|di|del|der",
    "die",
    "das|que|dass|und|oder|le|la|les|el|los|las|les|il|van|het|een|и|что|в|на|και|το|η|ο|του|της|στο|στη",
)
"""A label that ends like this goes on: the link is the rest of its sentence."""
_POINTERS = _plain_set(
    "here|click here|read here|this|this link|link|this article|this post|this story|more|read more|website|details",
    "source",
    "hier|hier klicken|mehr|dieser artikel|ici|cliquez ici|cet article|plus|aquí|haga clic aquí|aqui|clique aqui",
    "qui",
    "clicca qui|klik hier|tutaj|zde|tu|ide|här|her|tästä|buraya|burada|di sini|tại đây|εδώ|здесь|тут|сюда|هنا",
    "اضغط هنا|כאן|לחצו כאן",
    "यहां|यहाँ|こちら|ここ|这里|點此|点击这里|這裡|여기|ที่นี่",
)
"""Words of a link that are no title."""
