"""What WordPress, its default themes and its blocks print around names, dates and terms, in many languages."""

from .text_dump_words_comments import phrases, plain_phrases

AVATARS = phrases(
    "{} Avatar|{} avatar|{}'s Avatar|{}’s avatar|Avatar for {}|Avatar photo of {}|Avatar of {}|Avatar von {}",
    "Avatar de {}|Avatar d’{}|Avatar d'{}|Avatar di {}|Avatar do {}|Avatar da {}|Avatar van {}|Avatar av {}",
    "Avatar för {}|Avatar del {}|{}-avatar|Awatar {}|Awatar użytkownika {}|Аватар {}|Аватар на {}|Аватар корисника {}",
    "Аватар пользователя {}|{} のアバター|{}のアバター|{} 的头像|{}的头像|{} 的頭像|{}的頭像|{} 的個人頭像|{} 大頭貼",
    "{} 아바타|{}님의 아바타|{}의 아바타|صورة {} الرمزية|الصورة الرمزية لـ {}|الصورة الرمزية {}|آواتار {}",
    "תמונת פרופיל של {}|הסמל של {}|{} Avatarı|{} avatarı|{} kullanıcısının avatarı|Άβαταρ {}",
    "Εικόνα προφίλ του χρήστη {}|{}s avatar|Profilbilde for {}|Käyttäjän {} avatar|Käyttäjän {} kuva",
    "Avatar uživatele {}|Avatar používateľa {}|{} profilképe|{} avatarja|Avatarul lui {}|Ảnh đại diện của {}",
    "Avatar của {}|อวาตาร์ของ {}|อวตารของ {}",
)
"""The alternative text of an avatar (`core/avatar`, `core/post-author`)."""

WRITTEN_BY = plain_phrases(
    "written by|posted by|published by|by|author|words by|story by|reported by|verfasst von|geschrieben von|von|autor",
    "autorin|écrit par|rédigé par|publié par|par|auteur|escrito por|publicado por|por|autora|redacción por|scritto da",
    "pubblicato da|di|autore|da|geschreven door|geplaatst door|door|napisane przez|opublikowane przez|autor wpisu",
    "автор|написал|написано|от|автор записи|автор статьи|автором|від|执笔者|執筆者|投稿者|作成者|作者|撰文|撰写者",
    "撰寫者|文|작성자|글쓴이|كتبه|كُتب بواسطة|بواسطة|بقلم|كتب|نوشته شده توسط|توسط|نویسنده|נכתב על ידי|מאת|yazan|yazar",
    "γράφτηκε από|συντάχθηκε από|συντάκτης|από|αρθρογράφος|skrivet av|skriven av|av|författare|skrevet af|af",
    "forfatter|skrevet av|kirjoittanut|kirjoittaja|tekijä|napsal|napsala|napísal|napísala|od|írta|szerző|scris de|de",
    "публикувано от|написано от|napisao|piše|autor teksta|написао|аутор|пише|ditulis oleh|oleh|penulis|viết bởi",
    "được viết bởi|bởi|tác giả|เขียนโดย|โดย|escrit per|per|idatzia|از|लेखक|द्वारा|লেখক|autorius|autors|kirjutas",
)
"""Alone on its line, it stands above a name."""

BY = phrases(
    "By|Written by|Posted by|Published by|Words by|Story by|Text by|Reported by|Von|Verfasst von|Geschrieben von",
    "Text von|Par|Écrit par|Rédigé par|Publié par|Por|Escrito por|Publicado por|Texto de|Di|A cura di|Scritto da",
    "Pubblicato da|Door|Geschreven door|Tekst|Autor|Autorka|Autorin|Author|Auteur|Autore|Autora|Auteurs",
    "Napisane przez|Автор|Авторы|Написал|Текст|Από|Του|Της|Γράφει ο|Γράφει η|Συντάκτης|Συντάχθηκε από|Av|Skrivet av",
    "Text|Af|Skrevet af|Skrevet av|Kirjoittanut|Kirjoittaja|Teksti|Napsal|Napsala|Napísal|Napísala|Írta|Szerző",
    "Scris de|Написано от|Napisao|Napisala|Piše|Аутор|Пише|Oleh|Ditulis oleh|Penulis|Bởi|Tác giả|โดย|เขียนโดย|Per",
    "Escrit per|Yazan|Yazar|بقلم|بواسطة|كتب|كتبه|نویسنده|نوشته|توسط|מאת|作者|撰文|文|投稿者|執筆者|執筆|글쓴이|글",
    "작성자|記者|记者",
)
"""In one line with a name. In lower case some of them stand between a date and a name too."""

BEHIND_NAME = phrases(
    "tarafından|記者|기자|著|報導|报道",
)
"""What other languages put behind a name in its place."""

NEEDS_COLON = plain_phrases(
    "tekst|text|текст|του|της|teksti|文|글|per|author|autor|autora|autore|auteur|kirjoittaja|yazar|yazan|penulis|piše",
    "пише|كتب|نوشته|投稿者|執筆|執筆者|작성자|글쓴이|autorka|autorin|auteurs|автор|авторы|συντάκτης|szerző|аутор",
    "tác giả|作者|撰文|記者|记者|نویسنده",
)
"""Those that begin other lines too: a colon has to follow."""

POSTED = phrases(
    "작성일자|글 작성일",
    "نوشته‌شده در|نوشته شده در|Posted on|Posted|Published on|Published|Published at|Updated on|Updated|Last updated",
    "Last updated on|Last modified|Date|Created|First published|Veröffentlicht am|Veröffentlicht|Gepostet am",
    "Aktualisiert am|Aktualisiert|Erstellt am|Stand|Zuletzt aktualisiert|Publié le|Publié|Posté le|Mis à jour le",
    "Mise à jour|Modifié le|Publicado el|Publicado en|Publicado|Publicada el|Actualizado el|Actualizado|Publicado em",
    "Postado em|Atualizado em|Atualizado|Pubblicato il|Pubblicato|Aggiornato il|Aggiornato|Postato il|Geplaatst op",
    "Gepubliceerd op|Gepubliceerd|Bijgewerkt op|Laatst bijgewerkt|Opublikowano|Opublikowane|Data publikacji",
    "Zaktualizowano|Aktualizacja|Опубликовано|Обновлено|Дата|Опубліковано|Оновлено|投稿日|公開日|更新日|最終更新日",
    "発行日|发布于|发表于|发布时间|发布日期|更新于|更新时间|發佈日期|發佈於|發表於|更新日期|게시일|게시됨|작성일|입력",
    "수정|نُشر في|نشر في|نشرت في|تاريخ النشر|آخر تحديث|تم التحديث|ارسال شده در|منتشر شده در|تاریخ|به روز رسانی",
    "פורסם ב|פורסם|עודכן|Yayınlanma tarihi|Yayımlanma|Güncelleme|Tarih|Δημοσιεύτηκε στις|Δημοσιεύθηκε|Δημοσίευση",
    "Ενημερώθηκε|Τελευταία ενημέρωση|Publicerad|Publicerat|Publicerad den|Uppdaterad|Postat|Udgivet den|Udgivet",
    "Opdateret|Publisert|Oppdatert|Julkaistu|Päivitetty|Publikováno|Zveřejněno|Aktualizováno|Publikované|Zverejnené",
    "Aktualizované|Közzétéve|Megjelent|Frissítve|Publicat pe|Publicat la|Publicat|Actualizat|Публикувано на",
    "Публикувано|Обновено|Objavljeno|Ažurirano|Објављено|Ажурирано|Diposkan pada|Diterbitkan pada|Diterbitkan",
    "Dipublikasikan|Diperbarui|Đăng vào|Đăng ngày|Được đăng vào|Cập nhật|โพสต์เมื่อ|เผยแพร่เมื่อ|อัปเดต|Publicat el",
    "Actualitzat",
)
"""Before a date."""

UPDATED = plain_phrases(
    "updated|updated on|last updated|last updated on|last modified|modified|aktualisiert|aktualisiert am",
    "zuletzt aktualisiert|stand|mis à jour le|mise à jour|modifié le|actualizado|actualizado el|atualizado",
    "atualizado em|aggiornato|aggiornato il|bijgewerkt op|laatst bijgewerkt|zaktualizowano|aktualizacja|обновлено",
    "оновлено|更新日|最終更新日|更新于|更新时间|更新日期|수정|آخر تحديث|تم التحديث|به روز رسانی|עודכן|güncelleme",
    "ενημερώθηκε|τελευταία ενημέρωση|uppdaterad|opdateret|oppdatert|päivitetty|aktualizováno|aktualizované|frissítve",
    "actualizat|ažurirano|ажурирано|diperbarui|cập nhật|อัปเดต|actualitzat",
)
"""Those before the day of the last change."""

IN_TERMS = plain_phrases(
    "in|dans|en|em|i|w|v|в|у|inom|στο|στην|σε|kategoriassa|kategoride|di|trong|ใน|a|filed under|posted in|categories",
    "カテゴリー|分类|分類|카테고리|في|در|ב",
)
"""Between the name and the categories (`core/post-terms` in Twenty Twenty-Five and others)."""

IN_CATEGORIES = phrases(
    "Posted in|Filed under|Filed in|Published in|Categorized as|Categorised as|Category|Categories|Section|Topic",
    "Topics|Veröffentlicht in|Veröffentlicht unter|Abgelegt unter|Kategorisiert in|Kategorie|Kategorien|Publié dans",
    "Classé dans|Catégorisé comme|Catégorie|Catégories|Publicado en|Archivado en|Categorizado como|Categoría",
    "Categorías|Publicado em|Categorizado em|Arquivado em|Categoria|Categorias|Pubblicato in|Categorizzato come",
    "Categorie|Geplaatst in|Gecategoriseerd als|Categorieën|Opublikowano w|Zaszufladkowano do kategorii|W kategorii",
    "Kategorie wpisów|Рубрика|Рубрики|В рубрике|Категория|Категории|Категорія|Категорії|Позначки рубрики|カテゴリー",
    "カテゴリ|分类|分类目录|发布在|归类于|分類|發佈於分類|카테고리|분류|نُشر في|التصنيفات|مصنف كـ|التصنيف",
    "دسته‌بندی شده در|دسته‌بندی|دسته|פורסם בקטגוריה|קטגוריה|קטגוריות|Kategori|Kategoriler|Kategorisi",
    "Δημοσιεύτηκε στην|Δημοσιεύτηκε στο|Κατηγορία|Κατηγορίες|Kategoriserat som|Kategorier|Publicerat i|Udgivet i",
    "Kategoriseret som|Publisert i|Kategorisert som|Kategoria|Kategoriat|Kategoriassa|Rubriky|Rubrika|Kategórie",
    "Kategória|Kategóriák|Kategorizálva|Publicat în|Categorii|Публикувано в|Objavljeno u|Kategorije|Kategorija",
    "Објављено под|Категорије|Dikategorikan dalam|Ditempatkan di|Danh mục|Chuyên mục|Được xếp vào|หมวดหมู่",
    "Publicat dins de",
)
"""Before the names of categories."""

TAGGED = phrases(
    "Tagged|Tagged with|Tagged as|Tag|Tags|Keywords|Verschlagwortet mit|Verschlagwortet|Schlagwort|Schlagwörter",
    "Schlagworte|Étiqueté|Étiquettes|Étiquette|Mots-clés|Balisé|Tagué|Etiquetado|Etiquetado como|Etiquetas|Etiqueta",
    "Marcado|Marcado com|Etiquetado com|Palavras-chave|Taggato|Contrassegnato da tag|Etichette|Getagd|Getagd met",
    "Getagged|Otagowano|Tagi|Znaczniki|Oznaczone|С меткой|С метками|Метки|Метка|Теги|Тег|Позначено|Позначки|タグ|标签",
    "标签为|標籤|標記|태그|태그됨|الوسوم|الوسم|وسوم|موسوم كـ|برچسب‌ها|برچسب‌شده با|برچسب|תגיות|מתויג|תגים|Etiketler",
    "Etiketlendi|Etiket|Ετικέτες|Ετικέτα|Με ετικέτα|Märkt|Etiketter|Taggat|Tagget|Merket|Stikkord|Avainsanat",
    "Avainsana|Tagit|Štítky|Štítek|Značky|Značka|Címkék|Címke|Címkézve|Etichetat|Etichete|Етикети|Етикет|Oznake",
    "Oznaka|Označeno|Ознаке|Ditag|Kata kunci|Thẻ|Từ khóa|ป้ายกำกับ|Etiquetat|Etiquetes",
)
"""Before the names of tags."""

WEEKDAYS = plain_phrases(
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|montag",
    "dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so|lundi|mardi|mercredi|jeudi",
    "vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì",
    "martedì|mercoledì|giovedì|venerdì|sabato|domenica|segunda|terça|quarta|quinta|sexta|feira|maandag|dinsdag",
    "woensdag|donderdag|vrijdag|zaterdag|zondag|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela",
    "понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|понеділок|вівторок|середа|четвер|пʼятниця|п’ятниця",
    "субота|неділя|δευτέρα|τρίτη|τετάρτη|πέμπτη|παρασκευή|σάββατο|κυριακή|måndag|tisdag|onsdag|torsdag|fredag|lördag",
    "söndag|mandag|tirsdag|lørdag|søndag|maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai|pondělí",
    "úterý|středa|čtvrtek|pátek|neděle|pondelok|utorok|streda|štvrtok|piatok|nedeľa|hétfő|kedd|szerda|csütörtök",
    "péntek|szombat|vasárnap|luni|marți|miercuri|joi|vineri|sâmbătă|duminică|понеделник|сряда|четвъртък|петък|събота",
    "неделя|ponedjeljak|utorak|srijeda|četvrtak|petak|nedjelja|ponedeljak|sreda|nedelja|понедељак|уторак|четвртак",
    "петак|недеља|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|senin|selasa|rabu|kamis|jumat|sabtu|minggu",
    "thứ|chủ nhật|nhật|จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์|วัน|dilluns|dimarts|dimecres|dijous|divendres",
    "dissabte|diumenge|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|دوشنبه|شنبه|جمعه|יום|שני|שלישי",
    "רביעי|חמישי|שישי|שבת|ראשון|सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|रविवार",
)
"""Days of the week, in full and, where pages shorten them, in short."""

IN_DATES = plain_phrases(
    "am|pm|a|p|m|a.m.|p.m.|at|on|of|the|st|nd|rd|th|de|del|à|a las|las|le|um|uhr|den|der|er|os|às|as|alle|ore|om|kl",
    "στις|το|published|updated|h|hs|hod|o|u|в|г|о|р|года|рік|klo|kello|sat|órakor|ora|ob|pukul|lúc|น|เวลา|ngày|tháng",
    "năm|พ.ศ.|ค.ศ.|utc|gmt|est|edt|cst|cdt|mst|mdt|pst|pdt|cet|cest|bst|ist|wib|jst|kst|msk|eet|eest|et|pt|ct|الساعة",
    "في|ص|م|ساعت|در|ق|ظ|ب|ב|בשעה|d|i|l",
)
"""Words that stand beside day, month and year."""

AGO = phrases(
    "ago|vor|il y a|hace|há|fa|geleden|temu|назад|тому|前|전|منذ|قبل|پیش|לפני|önce|πριν|sedan|siden|sitten|před|pred",
    "ezelőtt|acum|преди|prije|пре|yang lalu|trước|ที่แล้ว",
)
"""Words of a date that counts back from a day that nobody wrote down."""

COUNTERS = plain_phrases(
    "min read|mins read|minute read|minutes read|min|minutes|reading time|read time|views|view|shares|share|likes",
    "like|total views|total shares|post views|hits|reads|times read|claps|votes|lesezeit|minuten lesezeit",
    "min lesezeit|minuten lesen|aufrufe|min de lecture|minutes de lecture|temps de lecture|vues|partages",
    "min de lectura|minutos de lectura|tiempo de lectura|lectura|visitas|vistas|lecturas|compartidos|min de leitura",
    "minutos de leitura|tempo de leitura|leitura|visualizações|min di lettura|minuti di lettura|tempo di lettura",
    "lettura|visualizzazioni|min leestijd|minuten leestijd|leestijd|minuten gelezen|keer bekeken|weergaven",
    "min czytania|minut czytania|czas czytania|wyświetleń|odsłon|мин чтения|минут чтения|минуты чтения|время чтения",
    "мин на чтение|просмотров|просмотра|просмотры|хв читання|час читання|переглядів|分で読めます|読了時間|ビュー",
    "閲覧数|分钟阅读|阅读时间|阅读|次阅读|阅读量|浏览|浏览量|次浏览|分鐘閱讀|閱讀時間|瀏覽|次瀏覽|분 읽기|읽는 시간",
    "조회수|조회|دقيقة قراءة|دقائق قراءة|مشاهدة|مشاهدات|دقیقه زمان مطالعه|بازدید|דקות קריאה|צפיות|dk okuma",
    "dakika okuma|okuma süresi|okunma|görüntüleme|λεπτά ανάγνωσης|λεπτά ανάγνωση|χρόνος ανάγνωσης|προβολές",
    "min läsning|min läsetid|lästid|visningar|min læsning|læsetid|min lesing|lesetid|visninger|min lukuaika|lukuaika",
    "katselukertaa|min čtení|doba čtení|zobrazení|min čítania|perc olvasás|olvasási idő|megtekintés|min de citit",
    "timp de citire|vizualizări|мин четене|прегледа|min čitanja|menit baca|menit membaca|dilihat|tayangan|phút đọc",
    "lượt xem|นาที|ครั้ง|ดู|visites",
)
"""What stands beside a number that counts minutes, readers or clicks."""

BOX_STARTS = phrases(
    "about the author|about |à propos de l’auteur|à propos de |a propos de |à propos |a propos |über den autor|über ",
    "acerca de |sobre |informazioni su |over |o autorze |об авторе |про автора |σχετικά με τον |om |despre ",
    "за автора |о аутору |tentang |về |quant a |yazar hakkında |hakkında ",
)
"""Before a name above the lines about an author, in lower case."""

BOX_ENDS = phrases(
    "view all posts by |view all articles by |all posts by |more posts by |afficher tous les articles de ",
    "voir tous les articles de |voir toutes les publications de |zeige alle beiträge von |alle beiträge von ",
    "alle beiträge anzeigen von |ver todas las entradas de |ver todos os posts de |ver todos os artigos de ",
    "vedi tutti gli articoli di |alle berichten van |bekijk alle berichten van |zobacz wszystkie wpisy ",
    "посмотреть все записи автора |переглянути всі записи |προβολή όλων των άρθρων του |visa alla inlägg av ",
    "vis alle indlæg af |vis alle innlegg av |kaikki artikkelit kirjoittajalta |zobrazit všechny příspěvky autora ",
    "zobraziť všetky články autora |vezi toate articolele lui |вижте всички публикации на |prikaži sve objave autora ",
    "lihat semua pos milik |xem tất cả các bài viết của |mostra totes les entrades de ",
)
"""Before a name below them."""

ENTRY_STARTS = phrases(
    "this entry was posted|this entry was written by|this post was posted|cette entrée a été publiée",
    "ce contenu a été publié|cet article a été publié|cet article a été posté|dieser beitrag wurde",
    "dieser eintrag wurde|esta entrada fue publicada|esta entrada se publicó|este post foi publicado",
    "esta entrada foi publicada|este artigo foi publicado|questo articolo è stato|questa voce è stata",
    "dit bericht werd geplaatst|dit bericht is geplaatst|ten wpis został opublikowany|ten wpis umieszczono",
    "запись опубликована|эта запись была|цей запис|η καταχώρηση|αυτή η καταχώρηση|αυτό το άρθρο δημοσιεύτηκε",
    "detta inlägg|det här inlägget|dette indlæg|indlægget blev|dette innlegget|artikkelin on kirjoittanut",
    "tämä julkaisu|příspěvek byl publikován|rubriky:|článok bol publikovaný|ez a bejegyzés|bu yazı",
    "acest articol a fost|acest articol este|тази публикация|ovaj unos|ova objava|овај чланак|овај унос",
    "pos ini dipublikasikan|tulisan ini dipublikasikan|bài này đã được|bài viết này được|aquesta entrada|この投稿は",
    "この記事は|此条目发表在|此条目由|本条目发布于|本篇發表於|這篇內容發佈於|이 글은|هذه المقالة|این نوشته در",
    "הפוסט הזה פורסם|פורסם בקטגוריה",
)
"""How the sentence of classic themes begins that tells terms, date and author."""

ENTRIES = (
    "This entry was posted in {categories}[ and tagged {tags}][ on {date}][ by {name}]",
    "This entry was posted in {categories}[, tagged {tags}][ on {date}][ by {name}]",
    "This entry was tagged {tags}[ on {date}][ by {name}]",
    "This entry was posted on {date}[ by {name}]",
    "This entry was posted by {name}[ on {date}]",
    "Cette entrée a été publiée dans {categories}[, et marquée avec {tags}][, le {date}][ par {name}]",
    "Cette entrée a été publiée dans {categories} le {date}[ par {name}]",
    "Cette entrée a été publiée le {date}[ par {name}]",
    "Cette entrée a été publiée[ par {name}]",
    "Ce contenu a été publié dans {categories}[ par {name}][, et marqué avec {tags}]",
    "Dieser Beitrag wurde am {date} von {name} in {categories} veröffentlicht[. Schlagwörter: {tags}]",
    "Dieser Beitrag wurde in {categories} veröffentlicht[ und verschlagwortet mit {tags}][ am {date}][ von {name}]",
    "Dieser Beitrag wurde unter {categories} abgelegt[ und mit {tags} verschlagwortet]",
    "Dieser Beitrag wurde am {date} von {name} veröffentlicht",
    "Esta entrada fue publicada en {categories}[ y etiquetada {tags}][ en {date}][ por {name}]",
    "Esta entrada se publicó en {categories}[ y está etiquetada con {tags}][ en {date}][ por {name}]",
    "Este post foi publicado em {categories}[ e marcado com a tag {tags}][ em {date}][ por {name}]",
    "Esta entrada foi publicada em {categories}[ com as tags {tags}][ em {date}][ por {name}]",
    "Questo articolo è stato pubblicato in {categories}[ e contrassegnato come {tags}][ il {date}][ da {name}]",
    "Questa voce è stata pubblicata in {categories}[ e contrassegnata con {tags}][ il {date}][ da {name}]",
    "Dit bericht werd geplaatst in {categories}[ en getagged met {tags}][ op {date}][ door {name}]",
    "Dit bericht werd geplaatst in {categories}[ met de tags {tags}][ op {date}][ door {name}]",
    "Ten wpis został opublikowany w kategorii {categories}[ i oznaczony tagami {tags}][ {date}][, autor: {name}]",
    "Запись опубликована {date} автором {name} в рубрике {categories}[ с метками {tags}]",
)
"""Such sentences of languages in which we know where each word stands."""
