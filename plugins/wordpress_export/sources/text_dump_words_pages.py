"""What stands on every page of a site: menus, widgets, buttons, navigation and the foot, in many languages."""

from .text_dump_words_comments import phrases, plain_phrases

SKIP_LINKS = plain_phrases(
    "skip to content|skip to main content|skip to primary content|skip to footer|skip to primary sidebar",
    "skip to search|skip to primary navigation|skip to navigation|skip links|jump to content|jump to navigation",
    "aller au contenu|aller au contenu principal|accéder au contenu principal|zum inhalt springen|zum inhalt",
    "direkt zum inhalt|zum inhalt nach unten scrollen|saltar al contenido|ir al contenido",
    "saltar al contenido principal|pular para o conteúdo|saltar para o conteúdo|ir para o conteúdo",
    "avançar para o conteúdo|vai al contenuto|ga naar de inhoud|meteen naar de inhoud|spring naar inhoud",
    "przejdź do treści|перейти к содержимому|перейти до вмісту|перейти к содержанию|μετάβαση στο περιεχόμενο",
    "コンテンツへスキップ|跳至内容|跳至主要内容|跳到内容|跳至主要內容|跳到主要內容|콘텐츠로 건너뛰기",
    "컨텐츠로 건너뛰기|تخطى إلى المحتوى|التجاوز إلى المحتوى|رفتن به محتوا|پرش به محتوا|לדלג לתוכן|דילוג לתוכן",
    "içeriğe geç|i̇çeriğe geç|hoppa till innehåll|hoppa till innehållet|videre til indhold|fortsæt til indhold",
    "hopp til innhold|hopp rett til innholdet|siirry sisältöön|přeskočit na obsah|přejít k obsahu webu",
    "prejsť na obsah|skočiť na obsah|ugrás a tartalomhoz|kilépés a tartalomba|sari la conținut|към съдържанието",
    "преминаване към съдържанието|skoči do sadržaja|preskoči na sadržaj|скочи на садржај|preskoči na vsebino",
    "langsung ke konten|lewati ke konten|chuyển đến nội dung|chuyển đến phần nội dung|ข้ามไปยังเนื้อหา",
    "vés al contingut|skip to the content|saltar ao contido|joan edukira",
)
"""The link by which keyboards pass over the menu."""

STORY_LISTS = plain_phrases(
    "latest posts|recent posts|more posts|popular posts|related posts|you may also like|most read|related articles",
    "related stories|related content|related news|related|you might also like|you may like|you may have missed",
    "more stories|more from this author|more from author|more articles|more news|latest news|latest stories",
    "latest articles|top stories|trending|trending now|trending posts|most popular|popular|popular articles",
    "popular stories|recommended|recommended for you|recommended posts|editors picks|editor’s picks|editor’s choice",
    "don’t miss|read next|up next|recent articles|recent stories|similar posts|you might be interested in",
    "featured posts|more in news|keep reading|continue reading|other posts|see also|articles récents",
    "articles similaires|articles liés|articles connexes|à lire aussi|lire aussi|plus d’articles|les plus lus",
    "sur le même sujet|à la une|vous aimerez aussi|vous pourriez aussi aimer|publications similaires|autres articles",
    "neueste beiträge|ähnliche beiträge|ähnliche artikel|weitere beiträge|weitere artikel|mehr beiträge",
    "das könnte dich auch interessieren|das könnte ihnen auch gefallen|das könnte dir auch gefallen",
    "das könnte sie auch interessieren|verwandte artikel|verwandte beiträge|meistgelesen|auch interessant",
    "mehr zum thema|beliebte beiträge|aktuelle beiträge|entradas recientes|artículos relacionados|más entradas",
    "entradas relacionadas|noticias relacionadas|te puede interesar|también te puede interesar|lo más leído",
    "últimas noticias|más noticias|más leídas|publicaciones relacionadas|posts recentes|artigos recentes",
    "artigos relacionados|posts relacionados|mais posts|mais artigos|mais lidas|mais lidos|últimas notícias",
    "notícias relacionadas|veja também|leia também|você também pode gostar|articoli recenti|articoli correlati",
    "articoli simili|altri articoli|ultimi articoli|potrebbe interessarti anche|ti potrebbe interessare|più letti",
    "i più letti|ultime notizie|leggi anche|recente berichten|gerelateerde berichten|gerelateerde artikelen",
    "meer berichten|lees ook|meest gelezen|laatste nieuws|ostatnie wpisy|najnowsze wpisy|podobne wpisy",
    "powiązane artykuły|podobne artykuły|więcej wpisów|zobacz także|czytaj także|przeczytaj również|polecane",
    "najpopularniejsze|свежие записи|похожие записи|похожие статьи|читайте также|ещё записи|еще записи|популярное",
    "рекомендуем|другие записи|вам может понравиться|недавні записи|схожі записи|читайте також|більше записів",
    "πρόσφατα άρθρα|σχετικά άρθρα|περισσότερα άρθρα|διαβάστε επίσης|δημοφιλή|τελευταία νέα|最近の投稿|関連記事",
    "関連する記事|おすすめ記事|人気記事|こちらもおすすめ|その他の投稿|最新記事|新着記事|近期文章|相关文章|最新文章",
    "更多文章|热门文章|推荐阅读|相关阅读|猜你喜欢|近期貼文|相關文章|延伸閱讀|熱門文章|推薦閱讀|您可能也會喜歡|최신 글",
    "최근 글|관련 글|관련 기사|더 많은 글|인기 글|추천 기사|أحدث المقالات|مقالات ذات صلة|المزيد من المقالات",
    "مواضيع ذات صلة|قد يعجبك أيضا|الأكثر قراءة|أحدث الأخبار|آخرین نوشته‌ها|نوشته‌های تازه|نوشته‌های مرتبط|مطالب مرتبط",
    "پست‌های بیشتر|פוסטים אחרונים|כתבות נוספות|פוסטים קשורים|עוד פוסטים|son yazılar|ilgili yazılar|benzer yazılar",
    "daha fazla yazı|ilgili haberler|bunlar da ilginizi çekebilir|en çok okunanlar|popüler yazılar|senaste inläggen",
    "relaterade inlägg|fler inlägg|läs också|mest läst|seneste indlæg|relaterede indlæg|flere indlæg|læs også",
    "siste innlegg|relaterte innlegg|flere innlegg|les også|mest lest|viimeisimmät artikkelit|viimeisimmät julkaisut",
    "lisää artikkeleita|aiheeseen liittyvää|lue myös|luetuimmat|nejnovější příspěvky|související články",
    "další příspěvky|mohlo by se vám líbit|čtěte také|nejčtenější|najnovšie články|súvisiace články|ďalšie články",
    "mohlo by sa vám páčiť|legutóbbi bejegyzések|kapcsolódó cikkek|kapcsolódó bejegyzések|további bejegyzések",
    "legolvasottabb|articole recente|articole similare|mai multe articole|citește și|последни публикации",
    "подобни публикации|още публикации|вижте още|свързани статии|nedavne objave|najnovije objave|povezani članci",
    "više objava|pročitajte još|скорашњи чланци|најновији чланци|повезани чланци|још чланака|pos-pos terbaru",
    "artikel terkait|berita terkait|postingan terbaru|lebih banyak pos|baca juga|terpopuler|bài viết mới",
    "bài viết liên quan|bài viết gần đây|xem thêm|tin liên quan|เรื่องล่าสุด|บทความที่เกี่ยวข้อง|บทความล่าสุด",
    "entrades recents|articles relacionats|més entrades|et pot interessar",
)
"""The heading of a list of other stories."""

WIDGETS = plain_phrases(
    "recent comments|latest comments|search|categories|archives|archive|tag cloud|newsletter|follow us|navigation",
    "menu|meta|tags|pages|subscribe|sidebar|primary sidebar|calendar|about us|contact|contact us|quick links",
    "useful links|links|social media|stay connected|follow|sections|topics|blogroll|advertisement|sponsored|sponsors",
    "login|log in|register|commentaires récents|catégories|rechercher|recherche|méta|étiquettes|suivez-nous",
    "nous suivre|infolettre|neueste kommentare|kategorien|archiv|suchen|suche|schlagwörter|folge uns|folgen sie uns",
    "anzeige|comentarios recientes|categorías|archivos|buscar|etiquetas|síguenos|boletín|publicidad",
    "comentários recentes|categorias|arquivos|pesquisar|procurar|siga-nos|publicidade|commenti recenti|categorie",
    "archivi|cerca|seguici|pubblicità|recente reacties|categorieën|archieven|zoeken|volg ons|advertentie",
    "najnowsze komentarze|kategorie|archiwa|szukaj|свежие комментарии|рубрики|архивы|поиск|найти|реклама",
    "недавні коментарі|категорії|архіви|шукати|πρόσφατα σχόλια|κατηγορίες|αρχείο|ιστορικό|αναζήτηση|最近のコメント",
    "カテゴリー|アーカイブ|検索|近期评论|分类|归档|搜索|近期留言|分類|彙整|搜尋|최신 댓글|카테고리|보관함|검색",
    "أحدث التعليقات|تصنيفات|الأرشيف|بحث|آخرین دیدگاه‌ها|دسته‌ها|بایگانی‌ها|جستجو|תגובות אחרונות|קטגוריות|ארכיון|חיפוש",
    "son yorumlar|kategoriler|arşivler|ara|senaste kommentarer|kategorier|arkiv|sök|seneste kommentarer|arkiver|søg",
    "siste kommentarer|søk|viimeisimmät kommentit|kategoriat|arkistot|haku|etsi|nejnovější komentáře|rubriky|archivy",
    "hledat|vyhledávání|najnovšie komentáre|kategórie|archív|hľadať|legutóbbi hozzászólások|kategóriák|archívum",
    "keresés|comentarii recente|categorii|arhive|caută|последни коментари|категории|архив|търсене|nedavni komentari",
    "kategorije|arhiva|pretraži|скорашњи коментари|категорије|архиве|претрага|komentar terbaru|kategori|arsip|cari",
    "bình luận gần đây|danh mục|lưu trữ|tìm kiếm|ความเห็นล่าสุด|หมวดหมู่|คลังเก็บ|ค้นหา|comentaris recents|arxius",
)
"""The heading of any other widget."""

NETWORKS = plain_phrases(
    "facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|email|e-mail|print|tumblr|mastodon|bluesky",
    "threads|pocket|more|messenger|viber|line|vk|vkontakte|odnoklassniki|ok|xing|flipboard|instagram|youtube|tiktok",
    "copy link|copy url|link|copied|skype|digg|stumbleupon|google+|google|delicious|buffer|weibo|wechat|qq|hatena",
    "はてなブックマーク|feedly|kakaotalk|카카오톡|네이버|truth social|gab|parler|nextdoor|signal|sms|rss|snapchat",
    "discord|imprimer|drucken|imprimir|stampa|afdrukken|drukuj|печать",
)
"""Names of networks, and the buttons that stand among them; only beside sharing buttons are they sure."""

SHARE = phrases(
    "share this|share this article|share this post|share this story|share on|share|share:|like this|like this:",
    "like loading|loading|click to share|click to print|click to email|tweet|pin it|send|spread the love",
    "sharing is caring|partager|partagez|partager cet article|cliquez pour partager|j’aime ça|teilen|teile dies",
    "teilen mit|diesen beitrag teilen|klick|klicken|gefällt mir|compartir|comparte|compártelo|comparte esto",
    "haz clic para compartir|me gusta esto|compartilhe|compartilhar|compartilhe isso|partilhar",
    "clique para compartilhar|curtir isso|condividi|condividi su|fai clic per condividere|mi piace|delen|deel dit",
    "dit delen|klik om te delen|vind ik leuk|udostępnij|udostępnij to|kliknij, aby udostępnić|поделиться|поделитесь",
    "нажмите, чтобы|поширити|поділитися|share by|共有|シェア|共有:|クリックして|いいね|分享|分享到|共享此文章",
    "点击分享|按一下|공유하기|이것이 좋아요|شارك|شارك هذا الموضوع|مشاركة|اشتراک گذاری|به اشتراک بگذارید|שתף|שתפו",
    "שיתוף|לחצו כדי לשתף|paylaş|bunu paylaş|κοινοποίηση|κοινοποιήστε|κοινή χρήση|μοιραστείτε|κάντε κλικ|dela",
    "dela detta|del|del dette|jaa|jaa tämä|sdílet|sdílejte|zdieľať|zdieľajte|megosztás|megosztom|distribuie",
    "partajează|сподели|споделяне|podijeli|podeli|подели|bagikan|bagikan ini|chia sẻ|แชร์|แบ่งปัน|comparteix|partilha",
)
"""How a line of sharing buttons begins."""

NAVIGATION = plain_phrases(
    "post navigation|posts navigation|previous|next|previous post|next post|previous article|next article",
    "previous story|next story|older posts|newer posts|older entries|newer entries|back to top|go to top",
    "scroll to top|back to home|back to blog|return to top|beitragsnavigation|beitrags-navigation|vorheriger beitrag",
    "nächster beitrag|vorheriger artikel|nächster artikel|zurück|weiter|nach oben|navigation de l’article",
    "navigation des articles|article précédent|article suivant|précédent|suivant|retour en haut",
    "navegación de entradas|entrada anterior|siguiente entrada|entrada siguiente|anterior|siguiente|artículo anterior",
    "artículo siguiente|volver arriba|navegação de post|navegação de posts|navegação de artigos|post anterior",
    "próximo post|artigo anterior|próximo artigo|próximo|navigazione articoli|articolo precedente|articolo successivo",
    "precedente|successivo|torna su|berichtnavigatie|bericht navigatie|vorig bericht|volgend bericht|vorige|volgende",
    "terug naar boven|nawigacja wpisu|poprzedni wpis|następny wpis|poprzedni|następny|навигация по записям",
    "предыдущая запись|следующая запись|предыдущая|следующая|назад|вперед|наверх|навігація записів|попередній запис",
    "наступний запис|πλοήγηση άρθρων|προηγούμενο άρθρο|επόμενο άρθρο|προηγούμενο|επόμενο|投稿ナビゲーション|前の投稿",
    "次の投稿|前の記事|次の記事|前へ|次へ|文章导航|上一篇|下一篇|上一篇文章|下一篇文章|文章導覽|上一篇貼文|下一篇貼文",
    "글 내비게이션|글 탐색|이전 글|다음 글|이전|다음|تصفّح المقالات|تصفح المقالات|المقالة السابقة|المقالة التالية",
    "السابق|التالي|راهبری نوشته|نوشته پیشین|نوشته بعدی|قبلی|بعدی|ניווט בפוסטים|ניווט|הקודם|הבא|yazı gezinmesi",
    "yazı dolaşımı|önceki yazı|sonraki yazı|önceki|sonraki|inläggsnavigering|föregående inlägg|nästa inlägg",
    "föregående|nästa|indlægsnavigation|forrige indlæg|næste indlæg|forrige|næste|innleggsnavigasjon|forrige innlegg",
    "neste innlegg|neste|artikkelien selaus|edellinen artikkeli|seuraava artikkeli|edellinen|seuraava",
    "navigace pro příspěvek|předchozí příspěvek|další příspěvek|předchozí|další|navigácia v článku",
    "predchádzajúci článok|ďalší článok|bejegyzés navigáció|előző bejegyzés|következő bejegyzés|előző|következő",
    "navigare în articole|articolul anterior|articolul următor|навигация|предишна публикация|следваща публикация",
    "предишна|следваща|navigacija objava|prethodna objava|sljedeća objava|кретање чланка|претходни чланак",
    "следећи чланак|navigasi pos|pos sebelumnya|pos berikutnya|sebelumnya|berikutnya|điều hướng bài viết",
    "bài viết trước|bài viết sau|bài trước|bài sau|แนะแนวเรื่อง|ก่อนหน้า|ถัดไป|navegació d'entrades|entrada següent",
    "anterior entrada",
)
"""Links to the article before and after, and their headings."""

FOOT_STARTS = phrases(
    "©|(c) |copyright|powered by|proudly powered by|designed with wordpress|designed by|theme by|theme:",
    "wordpress theme|blog at wordpress.com|website built with wordpress|all rights reserved|tous droits réservés",
    "alle rechte vorbehalten|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati",
    "alle rechten voorbehouden|wszelkie prawa zastrzeżone|wszystkie prawa zastrzeżone|все права защищены",
    "усі права захищені|με επιφύλαξη παντός δικαιώματος|πνευματικά δικαιώματα|版权所有|版權所有|جميع الحقوق محفوظة",
    "تمام حقوق|כל הזכויות שמורות|tüm hakları saklıdır|alla rättigheter|alle rettigheder|med enerett|kaikki oikeudet",
    "všechna práva vyhrazena|všetky práva vyhradené|minden jog fenntartva|toate drepturile|всички права|sva prava",
    "сва права|hak cipta|bản quyền|สงวนลิขสิทธิ์|tots els drets|fièrement propulsé par|stolz präsentiert von",
    "mit stolz präsentiert von|funciona gracias a|orgullosamente|orgulhosamente|proudly|con orgoglio|met trots",
    "ondersteund door|dumnie wspierane|сайт работает на|работает на|powered with|propulsé par|unterstützt von",
    "diseñado con|desenvolvido por|progettato con|aangedreven door|privacy policy|terms of service|terms of use",
    "cookie policy|datenschutz|impressum|politique de confidentialité|mentions légales|política de privacidad",
    "aviso legal|privacyverklaring|polityka prywatności|политика конфиденциальности|πολιτική απορρήτου",
    "プライバシーポリシー|隐私政策|隱私權政策",
)
"""How lines at the foot of a page begin."""

COOKIES = phrases(
    "we use cookies|this website uses cookies|this site uses cookies|our site uses cookies|privacy & cookies",
    "by continuing to use|wir verwenden cookies|diese website verwendet cookies|wir nutzen cookies",
    "nous utilisons des cookies|ce site utilise des cookies|utilizamos cookies|este sitio web utiliza cookies",
    "usamos cookies|este site utiliza cookies|questo sito utilizza cookie|questo sito web utilizza i cookie",
    "utilizziamo i cookie|wij gebruiken cookies|we gebruiken cookies|deze website gebruikt cookies|ta strona używa",
    "strona korzysta z plików cookie|używamy plików cookie|мы используем cookie|мы используем файлы cookie",
    "наш сайт использует|ми використовуємо|χρησιμοποιούμε cookies|αυτός ο ιστότοπος χρησιμοποιεί|当サイトではcookie",
    "本网站使用cookie|vi använder cookies|vi bruger cookies|vi bruker informasjonskapsler|käytämme evästeitä",
    "používáme soubory cookie|bu web sitesi çerez|ezen az oldalon cookie|folosim cookie|kami menggunakan cookie",
    "to find out more, including how to control cookies",
)
"""How a banner about cookies begins."""

ADS = plain_phrases(
    "advertisement|advertisements|advertising|ad|ads|sponsored|sponsored content|story continues below",
    "article continues below|story continues below advertisement|article continues after advertisement",
    "continue reading below|scroll to continue|report this ad|anzeige|werbung|publicité|la suite après la publicité",
    "publicidad|anuncio|publicidade|continua após a publicidade|pubblicità|annuncio pubblicitario|advertentie|reklama",
    "реклама|реклама на сайте|διαφήμιση|広告|スポンサーリンク|スポンサードリンク|广告|廣告|광고|إعلان|إعلانات|تبلیغات",
    "פרסומת|reklam|annons|annonce|annonse|mainos|hirdetés|publicitate|реклами|oglas|iklan|quảng cáo|โฆษณา|publicitat",
)
"""What stands above an advertisement."""

PARTS = phrases(
    "Pages|Page|Seiten|Seite|Pages :|Páginas|Página|Pagine|Pagina|Pagina's|Strony|Страницы|Сторінки|Σελίδες|ページ",
    "页码|页数|頁數|페이지|صفحات|صفحه|עמודים|Sayfalar|Sidor|Sider|Sivut|Stránky|Oldalak|Pagini|Страници|Stranice",
    "Странице|Laman|Halaman|Trang|หน้า|Pàgines",
)
"""Before the numbers of an article's parts (`wp_link_pages`)."""

PASSWORD_FORM = phrases(
    "this content is password protected|this content is password-protected|this post is password protected",
    "dieser inhalt ist passwortgeschützt|ce contenu est protégé par un mot de passe",
    "cet article est protégé par un mot de passe|este contenido está protegido por contraseña",
    "este conteúdo está protegido por senha|este conteúdo é protegido por senha",
    "este conteúdo está protegido por palavra-passe|il contenuto è protetto da password",
    "questo contenuto è protetto da password|deze inhoud is beschermd met een wachtwoord",
    "de inhoud is beveiligd met een wachtwoord|ta treść jest zabezpieczona hasłem|treść jest zabezpieczona hasłem",
    "это содержимое защищено паролем|содержимое защищено паролем|цей вміст захищений паролем",
    "αυτό το περιεχόμενο είναι προστατευμένο με κωδικό|το περιεχόμενο είναι προστατευμένο",
    "このコンテンツはパスワードで保護されています|此内容受密码保护|这是一篇受密码保护的文章|這篇內容受到密碼保護",
    "這是一篇受密碼保護的文章|이 콘텐츠는 비밀번호로 보호되어 있습니다|هذا المحتوى محمي بكلمة مرور|این نوشته با رمز",
    "تוכן זה מוגן בסיסמה|תוכן זה מוגן בסיסמה|bu içerik parola ile korunmaktadır|bu içerik parola korumalıdır",
    "detta innehåll är lösenordsskyddat|dette indhold er beskyttet|dette innholdet er passordbeskyttet",
    "tämä sisältö on suojattu salasanalla|tento obsah je chráněn heslem|tento obsah je chránený heslom",
    "ez a tartalom jelszóval védett|acest conținut este protejat cu parolă|това съдържание е защитено с парола",
    "ovaj sadržaj je zaštićen lozinkom|konten ini diproteksi dengan kata sandi|nội dung này được bảo mật",
    "aquest contingut està protegit amb contrasenya",
)
"""How the form begins that asks for an article's password (`get_the_password_form`)."""

PROTECTED = phrases(
    "Protected|Geschützt|Protégé|Protegido|Protetto|Beschermd|Beveiligd|Zabezpieczone|Защищено|Захищено|Προστατευμένο",
    "保護中|密码保护|受密码保护|密碼保護|受密碼保護的文章|보호된 글|محمي|حفاظت شده|מוגן|Korumalı|Skyddad|Skyddat",
    "Beskyttet|Suojattu|Chráněno|Chránené|Védett|Protejat|Защитено|Zaštićeno|Заштићено|Dilindungi|Terproteksi|Bảo mật",
    "ป้องกัน|Protegit",
)
"""What stands before the title of an article with a password (`protected_title_format`), with a colon."""

CREDITS = phrases(
    "source:|sources:|via:|photo:|photos:|photo by|photo credit|photograph|image:|images:|image credit|picture:",
    "credit:|courtesy|illustration:|featured image|quelle:|quellen:|foto:|fotos:|bild:|bilder:|source :|crédit",
    "photo :|fuente:|fuentes:|imagen:|crédito|fonte:|fontes:|imagem:|fonti:|immagine:|bron:|bronnen:|źródło:|fot.",
    "zdjęcie:|источник:|фото:|джерело:|πηγή:|φωτογραφία:|φωτο:|källa:|kilde:|kuva:|lähde:|zdroj:|forrás:|fotó:|sursă:",
    "sursa:|foto/|източник:|снимка:|izvor:|извор:|kaynak:|fotoğraf:|sumber:|nguồn:|ảnh:|ที่มา|ภาพ|المصدر|الصورة|صورة",
    "تصوير|منبع|عکس|מקור|צילום|出典|写真|画像|引用元|来源|图片|資料來源|圖片|출처|사진|स्रोत|फोटो|font:|imatge:",
)
"""How a line begins that says where words or a picture come from."""

RELATED_ALONE = plain_phrases(
    "in related news|related news|related story|related stories|related article|related articles|related post",
    "related reading|read also|also read|à lire aussi|lire aussi|à lire également|lire également|lesen sie auch",
    "lies auch|mehr zum thema|lea también|lee también|leer también|te puede interesar|leia também|leia mais",
    "veja também|leggi anche|lees ook|czytaj także|czytaj też|zobacz także|читайте также|читайте також",
    "διαβάστε επίσης|läs också|läs även|les også|læs også|lue myös|čtěte také|čítajte aj|olvasd el ezt is|citește și",
    "прочетете още|pročitajte još|baca juga|xem thêm|bunu da oku",
)
"""Labels of related stories that are so sure that a capital behind them suffices."""

MENU_BUTTONS = plain_phrases(
    "menu|close|close menu|open menu|toggle navigation|toggle menu|main menu|primary menu|search|search for",
    "open search|close search|navigation|menü|schließen|suchen|suche|suche nach|menu principal|fermer|rechercher",
    "recherche|recherche pour|menú|menú principal|cerrar|buscar|buscar por|fechar|pesquisar|pesquisar por|chiudi",
    "cerca|ricerca per|sluiten|zoeken|zoeken naar|zamknij|szukaj|меню|закрыть|поиск|найти|закрити|шукати|пошук|μενού",
    "κλείσιμο|αναζήτηση|αναζήτηση για|メニュー|閉じる|検索|检索|菜单|关闭|搜索|选单|選單|關閉|搜尋|메뉴|닫기|검색",
    "القائمة|إغلاق|بحث|البحث عن|فهرست|بستن|جستجو|תפריט|סגור|חיפוש|kapat|ara|arama|meny|stäng|sök|sök efter|luk|søg",
    "lukk|søk|valikko|sulje|haku|nabídka|zavřít|hledat|ponuka|zatvoriť|hľadať|bezárás|keresés|meniu|închide|caută",
    "затвори|търсене|izbornik|zatvori|pretraži|мени|tutup|cari|đóng|tìm kiếm|เมนู|ปิด|ค้นหา|tanca|more|log in|login",
    "sign in|subscribe",
)
"""Words on the buttons above a title, which open the menu and the search."""

CONTENTS = plain_phrases(
    "table of contents|contents|on this page|in this article|inhaltsverzeichnis|inhalt|table des matières|sommaire",
    "contenido|tabla de contenidos|índice|índice de contenidos|tabela de conteúdos|indice|indice dei contenuti",
    "sommario|inhoudsopgave|spis treści|содержание|оглавление|зміст|περιεχόμενα|πίνακας περιεχομένων|目次|目录|目錄",
    "목차|جدول المحتويات|فهرست مطالب|תוכן עניינים|içindekiler|innehåll|innehållsförteckning|indhold",
    "indholdsfortegnelse|innhold|sisällysluettelo|obsah|tartalom|cuprins|съдържание|sadržaj|садржај|daftar isi",
    "mục lục|สารบัญ|taula de continguts",
)
"""The heading of a list of an article's own headings, which plugins make of them."""
