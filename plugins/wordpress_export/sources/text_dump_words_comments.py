"""What WordPress and its default themes print around readers' comments, in the languages of its translations.

The strings are core's (`comment_form()`, `comments_number()`, `Walker_Comment`) and those of its default themes.
"""

from ..body.stories.labels import plain_label


def plain_phrases(*lines: str) -> frozenset[str]:
    """Give phrases, parted by `|`, in the form by which they are compared."""
    return frozenset(plain_label(phrase) for line in lines for phrase in line.split("|")) - {""}


def phrases(*lines: str) -> tuple[str, ...]:
    """Give phrases, parted by `|`, as they are written, each once."""
    return tuple(dict.fromkeys(phrase for line in lines for phrase in line.split("|")))


FORM_HEADINGS = plain_phrases(
    "نظر دهید|گفتگو کنید|دیدگاه خود را بنویسید|diskutiere mit|unirse a la conversación|rejoindre la conversation",
    "leave a reply|leave a comment|leave a response|post a comment|add a comment|write a comment",
    "join the conversation|join the discussion|schreibe einen kommentar|schreiben sie einen kommentar",
    "kommentar verfassen|kommentar schreiben|hinterlasse einen kommentar|hinterlassen sie einen kommentar",
    "hinterlasse eine antwort|laisser un commentaire|laisser une réponse|poster un commentaire|laissez un commentaire",
    "deja una respuesta|deja un comentario|dejar una respuesta|dejar un comentario|deja tu comentario",
    "lascia un commento|lascia una risposta|deixe um comentário|deixe uma resposta|deixar um comentário",
    "deixe o seu comentário|geef een reactie|laat een reactie achter|plaats een reactie|laat een antwoord achter",
    "dodaj komentarz|zostaw odpowiedź|zostaw komentarz|добавить комментарий|оставьте комментарий|оставить комментарий",
    "оставить ответ|залишити відповідь|залишити коментар|напишіть відгук|コメントを残す|コメントする|コメントをどうぞ",
    "发表回复|发表评论|留下评论|發佈留言|發表迴響|發表回覆|留言|댓글 남기기|답글 남기기|댓글을 남겨주세요",
    "اترك تعليقاً|اترك تعليقا|اترك رد|اترك ردا|أضف تعليقاً|دیدگاهتان را بنویسید|پاسخ دهید|یک دیدگاه بنویسید",
    "כתיבת תגובה|השאר תגובה|השארת תגובה|להגיב|bir yanıt yazın|bir cevap yazın|yorum yapın|bir yorum yazın",
    "αφήστε μια απάντηση|αφήστε ένα σχόλιο|γράψτε ένα σχόλιο|σχολιάστε|lämna ett svar|lämna en kommentar",
    "skriv et svar|skriv en kommentar|efterlad en kommentar|legg igjen en kommentar|legg igjen et svar|jätä kommentti",
    "kommentoi|jätä vastaus|napsat komentář|přidejte odpověď|zanechte komentář|přidat komentář|pridaj komentár",
    "napísať odpoveď|zanechajte komentár|pridať komentár|vélemény, hozzászólás?|szólj hozzá|lasă un răspuns",
    "lasă un comentariu|вашият коментар|напишете коментар|вашият отговор|ostavi komentar|komentiraj|оставите одговор",
    "ostavite odgovor|dodaj odgovor|tinggalkan balasan|tinggalkan komentar|berikan komentar|để lại một bình luận",
    "để lại bình luận|bình luận về bài viết này|ใส่ความเห็น|แสดงความคิดเห็น|deixa un comentari|deixa una resposta",
    "deixa unha resposta|utzi erantzuna|प्रातिक्रिया दे|एक टिप्पणी छोड़ें|মন্তব্য করুন|parašykite komentarą|komentēt",
    "lisa kommentaar|atstāt atbildi|leave a reply to this",
)
"""The heading of the comment form (`title_reply`)."""

CANCEL = plain_phrases(
    "cancel reply|antworten abbrechen|antwort abbrechen|annuler la réponse|cancelar la respuesta|annulla risposta",
    "cancelar resposta|reactie annuleren|anuluj pisanie odpowiedzi|отменить ответ|скасувати відповідь",
    "コメントをキャンセル|返信をキャンセル|取消回复|取消回覆|응답 취소|إلغاء الرد|لغو پاسخ|לבטל|בטל תגובה",
    "yanıtı iptal et|cevabı iptal et|ακύρωση απάντησης|avbryt svar|annuller svar|peruuta vastaus",
    "zrušit odpověď na komentář|zrušiť odpoveď|válasz megszakítása|anulează răspunsul|отказ|otkaži odgovor",
    "одустани од одговора|odustani od odgovora|prekliči odgovor|batalkan balasan|hủy|ยกเลิกการตอบ",
    "cancel·la les respostes|cancelar a resposta|जवाब रद्द करें|জবাব বাতিল|atšaukti atsakymą|tühista vastus",
)
"""The link that takes back an answer, often in the line of the heading."""

_FORM_LINES = plain_phrases(
    "your email address will not be published|required fields are marked|save my name, email|logged in as",
    "this site uses akismet|notify me of follow-up comments|notify me of new posts|you must be logged in to post",
    "comments are closed|comments are disabled|log in to reply|you must log in to|please log in to comment",
    "your comment is awaiting moderation|older comments|newer comments|post comment|submit comment",
    "comments pagination|deine e-mail-adresse wird nicht veröffentlicht|ihre e-mail-adresse wird nicht veröffentlicht",
    "erforderliche felder sind mit|meinen namen, meine e-mail-adresse|name, e-mail-adresse und website in diesem",
    "kommentar abschicken|kommentare sind geschlossen|die kommentare sind geschlossen|ältere kommentare",
    "neuere kommentare|votre adresse e-mail ne sera pas publiée|votre adresse de messagerie ne sera pas publiée",
    "les champs obligatoires sont indiqués|enregistrer mon nom, mon e-mail|enregistrer mon nom, e-mail et site",
    "publier le commentaire|les commentaires sont fermés|commentaires plus anciens|ce site utilise akismet",
    "tu dirección de correo electrónico no será publicada|los campos obligatorios están marcados|guarda mi nombre",
    "publicar el comentario|publicar comentario|los comentarios están cerrados|este sitio usa akismet",
    "il tuo indirizzo email non sarà pubblicato|i campi obbligatori sono contrassegnati|salva il mio nome, email",
    "invia commento|pubblica commento|i commenti sono chiusi|questo sito usa akismet|questo sito utilizza akismet",
    "o seu endereço de e-mail não será publicado|o seu endereço de email não será publicado|campos obrigatórios",
    "salvar meus dados neste navegador|guardar o meu nome, email|publicar comentário|enviar comentário",
    "os comentários estão fechados|os comentários estão encerrados|comentários fechados|este site utiliza o akismet",
    "je e-mailadres wordt niet gepubliceerd|het e-mailadres wordt niet gepubliceerd|vereiste velden zijn gemarkeerd",
    "mijn naam, e-mail|reactie plaatsen|reacties zijn gesloten|deze site gebruikt akismet",
    "twój adres e-mail nie zostanie opublikowany|twój adres email nie zostanie opublikowany",
    "wymagane pola są oznaczone|zapamiętaj moje dane|zapisz moje dane|opublikuj komentarz|komentarze są wyłączone",
    "możliwość komentowania|ваш адрес email не будет опубликован|обязательные поля помечены|сохранить моё имя",
    "отправить комментарий|комментарии закрыты|комментарии отключены|ваша e-mail адреса не оприлюднюватиметься",
    "обов’язкові поля позначені|зберегти моє ім’я|опублікувати коментар|надіслати коментар|коментарі вимкнені",
    "коментування закрито|メールアドレスが公開されることはありません|が付いている欄は必須項目です",
    "次回のコメントで使用するため|コメントを送信|コメントは受け付けていません|このサイトはスパムを低減するために",
    "您的邮箱地址不会被公开|您的电子邮箱地址不会被公开|电子邮件地址不会被公开|必填项已用|在此浏览器中保存|提交评论",
    "评论已关闭|评论功能已关闭|發佈留言必須填寫的|電子郵件地址不會被公開|必填欄位標示為|在瀏覽器中儲存顯示名稱",
    "留言功能已關閉|이메일 주소는 공개되지 않습니다|이메일은 공개되지 않습니다|필수 필드는|필수 입력창은",
    "다음 번 댓글 작성을 위해|댓글 작성|댓글 달기|لن يتم نشر عنوان بريدك|الحقول الإلزامية|احفظ اسمي|إرسال التعليق",
    "التعليقات مغلقة|نشانی ایمیل شما منتشر نخواهد شد|بخش‌های موردنیاز|ذخیره نام|فرستادن دیدگاه|האימייל לא יוצג באתר",
    "שדות החובה מסומנים|שמור בדפדפן זה|שליחת תגובה|e-posta adresiniz yayınlanmayacak",
    "e-posta hesabınız yayımlanmayacak|gerekli alanlar|daha sonraki yorumlarımda|bir dahaki sefere yorum|yorum gönder",
    "yorumlar kapalı|η ηλ διεύθυνση σας δεν δημοσιεύεται|η ηλ. διεύθυνσή σας δεν θα δημοσιευθεί|τα υποχρεωτικά πεδία",
    "αποθήκευσε το όνομά μου|δημοσίευση σχολίου|τα σχόλια είναι κλειστά|απενεργοποιημένα σχόλια",
    "din e-postadress kommer inte|obligatoriska fält är märkta|spara mitt namn|publicera kommentar",
    "kommentarer inaktiverade|din e-mailadresse vil ikke|krævede felter er markeret|gem mit navn|send kommentar",
    "din e-postadresse vil ikke|obligatoriske felt er merket|lagre mitt navn|publiser kommentar",
    "sähköpostiosoitettasi ei julkaista|pakolliset kentät on merkitty|tallenna nimeni|lähetä kommentti",
    "kommentit suljettu|vaše e-mailová adresa nebude zveřejněna|vyžadované informace jsou označeny",
    "uložit do prohlížeče|odeslat komentář|vaša e-mailová adresa nebude zverejnená|vyžadované polia sú označené",
    "uložiť moje meno|odoslať komentár|az e-mail címet nem tesszük közzé|a kötelező mezőket|a nevem, e-mail",
    "hozzászólás küldése|adresa ta de email nu va fi publicată|câmpurile obligatorii sunt marcate|salvează-mi numele",
    "publică comentariul|вашият имейл адрес няма да бъде|задължителните полета са|запазване на името ми",
    "vaša adresa e-pošte neće biti|obavezna polja su označena|spremi moje ime|objavi komentar",
    "vaš e-naslov ne bo objavljen|адреса ваше е-поште неће|неопходна поља су означена|предај коментар",
    "alamat email anda tidak akan|ruas yang wajib|simpan nama|kirim komentar|email của bạn sẽ không được hiển thị",
    "các trường bắt buộc|lưu tên của tôi|gửi bình luận|อีเมลของคุณจะไม่แสดง|ช่องข้อมูลจำเป็น|บันทึกชื่อ",
    "l'adreça electrònica no es publicarà|els camps necessaris|desa el meu nom|envia un comentari",
)
FORM_STARTS = tuple(sorted(_FORM_LINES))
"""How the other lines of the form begin, and what stands where it is closed."""

FIELDS = plain_phrases(
    "comment|name|email|e-mail|website|url|kommentar|e-mail-adresse|webseite|commentaire|nom|adresse e-mail|site web",
    "site|comentario|nombre|correo electrónico|web|commento|nome|sito web|comentário|endereço de e-mail|reactie|naam",
    "e-mailadres|komentarz|nazwa|adres e-mail|witryna internetowa|комментарий|имя|сайт|коментар|ім’я|コメント|名前",
    "メール|サイト|评论|显示名称|邮箱|网站|留言|顯示名稱|電子郵件地址|個人網站網址|댓글|이름|이메일|웹사이트|التعليق",
    "الاسم|البريد الإلكتروني|الموقع الإلكتروني|دیدگاه|نام|ایمیل|وب‌ سایت|התגובה שלך|שם|אימייל|אתר|yorum|ad|isim",
    "e-posta|internet sitesi|σχόλιο|όνομα|ιστότοπος|namn|e-postadress|webbplats|navn|websted|e-post|nettsted",
    "kommentti|nimi|sähköpostiosoite|sivusto|komentář|jméno|webová stránka|komentár|meno|hozzászólás|név|e-mail cím",
    "honlap|comentariu|nume|sit web|име|имейл|ime|web-stranica|komentar|nama|situs web|bình luận|tên|trang web",
    "ความเห็น|ชื่อ|อีเมล|comentari|correu electrònic|lloc web",
)
"""Labels of the form's fields; only beside the form are they sure."""

REPLY_LINKS = plain_phrases(
    "permalink|permalien|enlace permanente|link permanente|post author|quote|report",
    "reply|antworten|répondre|responder|rispondi|beantwoorden|reageren|odpowiedz|ответить|відповісти|返信|回复|回覆",
    "답글|응답|رد|الرد|پاسخ|הגב|להגיב|yanıtla|cevapla|απάντηση|svara|svar|besvar|vastaa|odpovědět|odpovedať|válasz",
    "răspunde|отговор|odgovori|одговори|balas|trả lời|ตอบกลับ|respon|erantzun|edit|bearbeiten|like|liked by",
)
"""The links of one comment."""

COMMENT_HEADINGS = plain_phrases(
    "comments|discussion|commentaires|kommentare|comentarios|comentários|commenti|reacties|komentarze|комментарии",
    "коментарі|σχόλια|コメント|评论|留言|迴響|댓글|التعليقات|تعليقات|دیدگاه‌ها|תגובות|yorumlar|kommentarer|kommentit",
    "komentáře|komentáre|hozzászólások|comentarii|коментари|komentari|komentar|bình luận|ความเห็น|comentaris",
)
"""What stands above the comments."""

COUNTED = plain_phrases(
    "نظر|نظرات|생각|의 생각|フィードバック|回应|條迴響|responde|σκέψεις|myśli|думки|pensamientos|pensamentos",
    "réflexions|comment|comments|response|responses|reply|replies|thought|thoughts|commentaire|commentaires|réponse",
    "réponses|kommentar|kommentare|antwort|antworten|gedanke|gedanken|comentario|comentarios|respuesta|respuestas",
    "comentário|comentários|resposta|respostas|commento|commenti|risposta|risposte|pensiero|pensieri|reactie|reacties",
    "gedachte|gedachten|komentarz|komentarze|komentarzy|odpowiedzi|комментарий|комментария|комментариев|ответ|ответа",
    "ответов|коментар|коментарі|коментарів|відповідь|відповіді|σχόλιο|σχόλια|απαντήσεις|件のコメント",
    "件のフィードバック|条评论|条回复|则留言|則留言|則迴響|개의 댓글|댓글|تعليق|تعليقات|تعليقان|دیدگاه|תגובות|תגובה",
    "yorum|yanıt|kommentarer|svar|kommentti|kommenttia|vastaus|vastausta|komentář|komentáře|komentářů|komentár",
    "komentáre|komentárov|hozzászólás|comentariu|comentarii|коментара|отговора|komentara|komentari|komentar|tanggapan",
    "balasan|bình luận|phản hồi|ความเห็น|comentari|comentaris|respostes",
)
"""What a number of comments is followed by."""

NONE_YET = plain_phrases(
    "no comments|no comments yet|no responses|comments off|leave a comment|keine kommentare|noch keine kommentare",
    "kommentare deaktiviert|aucun commentaire|commentaires fermés|sin comentarios|no hay comentarios",
    "ningún comentario|comentarios desactivados|nessun commento|commenti disabilitati|sem comentários",
    "nenhum comentário|comentários desativados|geen reacties|reacties uitgeschakeld|brak komentarzy|нет комментариев",
    "комментариев нет|немає коментарів|コメントはまだありません|コメントなし|暂无评论|没有评论|尚無留言",
    "在〈〉中留言功能已關閉|댓글 없음|댓글이 없습니다|لا توجد تعليقات|لا تعليقات|بدون دیدگاه|אין תגובות|yorum yok",
    "yorum yapılmamış|κανένα σχόλιο|δεν υπάρχουν σχόλια|inga kommentarer|ingen kommentarer|ei kommentteja",
    "žádné komentáře|bez komentáře|žiadne komentáre|nincs hozzászólás|niciun comentariu|няма коментари|nema komentara",
    "нема коментара|tidak ada komentar|chưa có bình luận|ไม่มีความเห็น|cap comentari|no hi ha comentaris",
)
"""What stands where there are none."""

SAYS = phrases(
    "says|said|dit|a dit|sagt|meint|schreibt|dice|dijo|diz|disse|ha detto|scrive|schreef|zegt|pisze|napisał(a)|mówi",
    "говорит|пишет|коментує|говорить|каже|пише|より|のコメント|说|说道|說|說道|表示|님의 말|댓글|يقول|قال|گفت|می‌گوید",
    "הגיב|אמר|dedi ki|diyor ki|yorumladı|λέει|γράφει|skriver|säger|siger|sier|sanoo|kirjoitti|napsal|napsal(a)|říká",
    "píše|hovorí|szerint|spune|a spus|казва|kaže|pravi|berkata|mengatakan|viết|nói|đã bình luận|พูดว่า|ha dit|diu",
    "esan du",
)
"""What follows a commenter's name, before the colon."""

PINGBACKS = frozenset(
    phrases("pingback|ping|trackback|pingback de|пингбэк|уведомление|ピンバック|핑백|پینگ بک|pingbacks|trackbacks")
)
"""Before the title of a page that mentions this one, before the colon."""

POST_AUTHOR = phrases(
    "Post author|Post Author|Beitragsautor|Auteur de l’article|Auteur/autrice|Autor de la entrada|Autor do post",
    "Autore articolo|Bericht auteur|Autor wpisu|Автор записи|投稿作成者|文章作者|글 작성자|نویسندهٔ نوشته|Author",
)
"""Beside a commenter who wrote the article (`twentytwenty_is_comment_by_post_author`)."""
