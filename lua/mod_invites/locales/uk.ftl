# Що кажуть сторінки запрошень; див. en.ftl.
language-name = Українська
languages = Мови
invited-by = Запрошує { $inviter }

account-heading = Вас запрошують на сервер { $site }
account-heading-inviter = { $inviter } запрошує вас на сервер { $site }
account-lead = Створіть обліковий запис і почніть спілкуватися. Це займе близько трьох хвилин.
contact-heading = { $inviter } хоче з вами спілкуватися
contact-lead = Додайте контакт { $inviter } у своєму застосунку. Підійде будь-який застосунок і будь-який сервер з підтримкою XMPP — відкритої мережі для спілкування. Адреса: { $address }.
contact-account-lead = Прийміть запрошення, щоб спілкуватися. Ще не маєте облікового запису? Його можна створити на сервері { $site }.
reset-heading = Новий пароль
reset-lead = За цим посиланням можна задати новий пароль для { $address }. Якщо ви про це не просили, закрийте сторінку: нічого не змінилося.
bound = Ваша адреса буде такою: { $address }.
rooms-lead = Кімнати, до яких ви приєднаєтеся: { $rooms }

open-account = Відкрити запрошення в застосунку
open-account-lead = Деякі XMPP-застосунки можуть одразу відкрити запрошення.
open-contact = Додати контакт { $inviter }
open-contact-lead = Багато XMPP-застосунків можуть одразу додати контакт { $inviter }.
open-contact-account-lead = { open-contact-lead }
open-reset = Відкрити в застосунку
open-reset-lead = У деяких застосунках можна одразу задати новий пароль.

apps-heading = Установіть застосунок
apps-heading-contact = Мені потрібен обліковий запис
apps-heading-contact-account = Я ще не маю облікового запису
apps-heading-reset = У застосунку
apps-lead = Виберіть застосунок, далі ми підкажемо.
apps-lead-contact = Виберіть застосунок. Він допоможе створити обліковий запис на сервері, який вам сподобається. Потім поверніться на цю сторінку.
other-apps = Інші застосунки
no-apps = Знайдіть XMPP-застосунок для спілкування в магазині застосунків вашого пристрою, а потім поверніться на цю сторінку.
browser-lead = Або спочатку створіть обліковий запис, а застосунок виберіть пізніше:
browser-account = Створити обліковий запис
browser-reset = Задати новий пароль

phone-heading = Зручніше на телефоні?
phone-lead = Відскануйте цей код камерою телефона — сторінка відкриється на ньому.
code = QR-код цієї сторінки
link-label = Посилання на цю сторінку
copy = Копіювати
copied = Скопійовано
share = Поділитися
print = Друк
moment = { $day } { $month ->
    [1] січня
    [2] лютого
    [3] березня
    [4] квітня
    [5] травня
    [6] червня
    [7] липня
    [8] серпня
    [9] вересня
    [10] жовтня
    [11] листопада
   *[12] грудня
} { $year } р., { $time } UTC

expires-soon = Діє менше хвилини.
expires-hours = { $count ->
    [one] Діє ще { $count } годину.
    [few] Діє ще { $count } години.
    [many] Діє ще { $count } годин.
   *[other] Діє ще { $count } години.
}
expires-minutes = { $count ->
    [one] Діє ще { $count } хвилину.
    [few] Діє ще { $count } хвилини.
    [many] Діє ще { $count } хвилин.
   *[other] Діє ще { $count } хвилини.
}
expires-at = Діє до { $date }
get-app = Установити { $app }
have-app = Я вже маю застосунок
open-invitation = Відкрити запрошення
nothing-happened = Нічого не сталося? Скопіюйте це посилання та вставте його у свій застосунок для спілкування.
contact-address = Адреса контакту { $inviter }
contact-open = Відкрити в застосунку лише адресу
other-ways = Інші способи приєднатися
other-ways-contact = Я ще не маю застосунку
other-ways-reset = Відкрити цю сторінку на іншому пристрої
in-app-browser = Сторінку відкрито у вбудованому браузері іншого застосунку, і він може не відкрити запрошення. Відкрийте її у своєму браузері: знайдіть у меню «Відкрити в браузері».

setup-heading = { $app }: крок за кроком
setup-title = Приєднатися до { $site } через { $app }
progress-install = Установлення
progress-open = Запрошення
download = Завантажити
download-store = Доступно в
download-site = Завантажити з
# Its hyphen is no place to break a line.
-f-droid = F-{ "\u2060" }Droid
store-paid = У Google Play цей застосунок платний, у { -f-droid } — безкоштовний.
step-install = Установіть { $app }
step-visit = Відкрийте { $app }
step-come-back = Потім поверніться на цю сторінку. Якщо вона закриється, відкрийте посилання з повідомлення й знову виберіть { $app }.
step-brings = Установіть і відкрийте застосунок { $app }. Запрошення з’явиться в ньому автоматично.
step-other-store = Якщо встановлюєте з іншого джерела, потім поверніться на цю сторінку.
step-press = Поверніться й відкрийте запрошення
step-then = Останній крок
step-open-account = Застосунок { $app } відкриється з вашим запрошенням. Створіть у ньому обліковий запис.
step-open-contact = Застосунок { $app } відкриється й запитає, чи додати контакт { $inviter }. Якщо у вас ще немає облікового запису, спочатку створіть його.
step-open-contact-account = Застосунок { $app } відкриється з вашим запрошенням і додасть контакт { $inviter }.
step-open-reset = Застосунок { $app } відкриється. Задайте в ньому новий пароль.
step-add-contact = Якщо у вас ще немає облікового запису, створіть його в застосунку { $app }. Потім додайте адресу { $address } до контактів.
step-log-in = Увійдіть у застосунок { $app } зі своєю адресою та паролем.
step-other-app = Застосунок { $app } не може відкрити це посилання. Спочатку відкрийте його в іншому застосунку, а потім увійдіть у { $app } з тією самою адресою та паролем.
trouble = Нічого не сталося? Скопіюйте це посилання та вставте його в застосунок { $app }.
back = Вибрати інший застосунок

register-heading = Створіть обліковий запис на сервері { $site }
register-lead = Придумайте ім’я користувача та пароль.
register-lead-bound = Придумайте пароль.
register-lead-contact = Придумайте ім’я користувача та пароль. Після цього контакт { $inviter } з’явиться у вашому списку.
register-submit = Створити обліковий запис
reset-form-lead = Після цього всі застосунки попросять новий пароль.
reset-submit = Зберегти пароль
field-username = Ім’я користувача
field-username-hint = Наприклад, anna або anna.shevchenko. Малі латинські літери, цифри, крапки й дефіси.
field-address = Ваша адреса
field-password = Пароль
field-new-password = Новий пароль
field-password-hint = Збережіть його в браузері або запишіть. Ми не зможемо його надіслати.
field-password-length = { $count ->
    [one] Щонайменше { $count } символ.
    [few] Щонайменше { $count } символи.
    [many] Щонайменше { $count } символів.
   *[other] Щонайменше { $count } символу.
}
username-free = Це ім’я користувача вільне.
username-suggestions = Може, одне з цих?
password-weak = Легко вгадати. Надійніше взяти кілька випадкових слів.
password-fair = Можна надійніше. Додайте ще одне слово.
password-good = Надійний пароль.
password-suggest = Запропонувати пароль
error-password-weak = Цей пароль легко вгадати. Придумайте інший або введіть цей ще раз, щоб залишити його.
progress-account = Обліковий запис
progress-app = Застосунок
progress-chat = Чат
extra-nick = Псевдонім
extra-name = Повне ім’я
extra-first = Ім’я
extra-last = Прізвище
extra-email = Адреса електронної пошти
extra-address = Вулиця й будинок
extra-city = Місто
extra-state = Область або регіон
extra-zip = Поштовий індекс
extra-phone = Номер телефону
extra-url = Вебсторінка
extra-date = Дата народження
extra-optional = Необов’язково
extra-required = Обов’язково
show = Показати
hide = Сховати
error-username-empty = Введіть ім’я користувача.
error-username-invalid = Ім’я користувача не може містити пробіли та символи на кшталт @ або /.
error-username-long = Це ім’я користувача задовге. Придумайте коротше.
error-username-taken = Це ім’я користувача вже зайняте. Спробуйте інше.
error-password-empty = Введіть пароль.
error-password-short = { $count ->
    [one] Пароль надто короткий. Потрібен щонайменше { $count } символ.
    [few] Пароль надто короткий. Потрібно щонайменше { $count } символи.
    [many] Пароль надто короткий. Потрібно щонайменше { $count } символів.
   *[other] Пароль надто короткий. Потрібно щонайменше { $count } символу.
}
error-password-username = Пароль не повинен містити ваше ім’я користувача.
error-password-long = Пароль задовгий. Достатньо кількох слів.
error-password-control = У паролі є невидимий символ, наприклад табуляція або перенесення рядка. Введіть пароль вручну або скопіюйте його без цього символу.
error-password-characters = У паролі є символ, який застосунки для спілкування не можуть надіслати. Використовуйте літери, цифри, пробіли та символи на кшталт ! або -.
error-extra-missing = Заповніть це поле.
error-extra-long = Текст задовгий.
error-extra-invalid = Це значення не підходить. Перевірте його й спробуйте ще раз.
error-extra-email = Введіть адресу електронної пошти, наприклад name@example.com.
error-in-use = Цим запрошенням саме зараз хтось користується. Спробуйте ще раз за хвилину.
error-form-too-old = Сторінка була відкрита надто довго, або ваш браузер блокує файли cookie. Введіть пароль і спробуйте ще раз.
error-no-cookies = Ваш браузер не зберігає файли cookie цієї сторінки, а без них форма не працює. Дозвольте файли cookie для { $host } або відкрийте посилання в іншому браузері.
success-heading = Ласкаво просимо на сервер { $site }!
success-lead = Ваш обліковий запис готовий.
success-keep = Із цією адресою та паролем можна ввійти на всіх ваших пристроях.
success-contact = { $inviter } уже у ваших контактах.
success-save = Збережіть пароль зараз: у браузері або на папері. Ми не зможемо його надіслати.
success-webchat = Почніть спілкуватися просто зараз
success-webchat-lead = Спілкуйтеся тут, у браузері. Нічого встановлювати не потрібно.
success-webchat-open = Відкрити вебчат
success-apps = Тепер установіть застосунок
success-apps-lead = Установіть цей застосунок, а потім увійдіть зі своєю адресою та паролем.
success-apps-lead-more = Установіть цей застосунок або інший зі списку нижче, а потім увійдіть зі своєю адресою та паролем.
success-log-in = Увійдіть
success-open-app = Відкрити { $app }
reset-success-heading = Пароль змінено
reset-success-lead = Увійдіть у свої застосунки з новим паролем. Більше нічого не змінилося.

used-heading = Це запрошення вже використано
used-lead = Якщо це були ви, обліковий запис готовий: відкрийте застосунок і увійдіть. Якщо ні, попросіть нове посилання в того, хто вас запросив.
used-reset-heading = Це посилання вже використано
used-reset-lead = Якщо це були ви, увійдіть із новим паролем. Якщо ні, одразу повідомте адміністратора сервера { $site }.
later-heading = Зараз цим запрошенням не можна скористатися
later-lead = Ним можна буде скористатися пізніше: нічого не втрачено. Спробуйте завтра або запитайте того, хто вас запросив.
used-contact-heading = Це запрошення вже використано
used-contact-lead = Якщо це були ви, вже можна спілкуватися: відкрийте застосунок. Якщо ні, попросіть нове посилання в того, хто вас запросив.
expired-heading = Термін дії посилання минув
expired-lead = Попросіть нове в того, від кого ви його отримали.
revoked-heading = Запрошення більше не діє
revoked-lead = Його відкликали. Попросіть нове в того, від кого ви його отримали.
unknown-heading = Запрошення не знайдено
unknown-lead = Можливо, у посиланні бракує частини. Відкрийте його ще раз із повідомлення або скопіюйте повністю. Якщо посилання старе, попросіть нове.
try-again = Спробувати ще раз
to-invitation = Повернутися до запрошення
open-my-app = Відкрити застосунок
contact-server = Зв’язатися з { $site }
ask-label = Повідомлення тому, хто надіслав вам посилання
ask-message = Посилання на { $site } у мене не працює. Можна нове?
ask-copy = Копіювати повідомлення
open-secure = Відкрити захищену сторінку
open-yourself = Нічого не сталося? Відкрийте застосунок для спілкування самостійно.
incomplete-heading = Посилання неповне
incomplete-lead = Відкрийте його ще раз із повідомлення або скопіюйте повністю.
start-heading = Запросити на сервер { $site }
start-lead = Увійдіть зі своєю адресою та паролем, щоб створювати запрошення.
start-log-in = Увійти
start-log-out = Вийти
start-hello = Ви ввійшли як { $address }
start-make-heading = Нове запрошення
start-for = Для кого воно?
start-for-newcomer = Для новачка на сервері { $site }
start-for-newcomer-hint = Коли обліковий запис буде створено, ви з’явитеся в контактах одне в одного.
start-for-contact = Для того, хто вже має обліковий запис XMPP
start-username = Ім’я користувача (необов’язково)
start-username-hint = Залиште порожнім, щоб людина вибрала його сама.
start-message = Повідомлення (необов’язково)
start-message-hint = Його видно на сторінці запрошення, і новий обліковий запис отримає його першим повідомленням.
start-note = Нотатка для себе
start-note-hint = Наприклад, ім’я. Її побачите лише ви й адміністратори сервера.
start-rooms = { adhoc-rooms }
start-make = Створити запрошення
start-made-heading = Ваше запрошення готове
start-made-lead = Надішліть це посилання одній людині. Воно спрацює лише один раз.
start-made-contact-only = Зараз ви не можете створювати запрошення для нових облікових записів. Це посилання — для того, хто вже має обліковий запис.
start-made-code = QR-код посилання
start-link = Посилання для надсилання
start-list-heading = Невикористані запрошення
start-list-none = Невикористаних запрошень немає.
start-list-more = Показано лише найновіші.
start-list-account = Новий обліковий запис
start-list-contact = Новий контакт
start-list-contact-account = Новий обліковий запис і контакт
start-list-reset = Новий пароль
start-cards = Картки із запрошенням
start-sheet-left = Залишилося { $left } із { $most }
start-valid-until = Діє до { $date }
start-valid-always = Діє безстроково
start-copy-this = Копіювати посилання: { $note }
start-share-this = Поділитися посиланням: { $note }
start-revoke = Відкликати
start-revoke-this = Відкликати запрошення: { $note }
start-revoke-sure = Посилання перестане працювати.
start-revoke-yes = Відкликати запрошення
start-revoke-cards-sure = Картки, якими ще ніхто не скористався, перестануть працювати.
start-revoke-cards = Відкликати всі картки
start-revoked = Запрошення відкликано. Його посилання більше не працює.
start-revoked-cards = { $count ->
    [one] Відкликано { $count } картку.
    [few] Відкликано { $count } картки.
    [many] Відкликано { $count } карток.
   *[other] Відкликано { $count } картки.
}
start-sheet-heading = Надрукувати картки із запрошеннями
start-sheet-lead = Для заходу: кожна картка — запрошення для однієї людини.
start-sheet-title = Для чого картки?
start-sheet-title-hint = Друкується на кожній картці. Наприклад: Літнє свято
start-sheet-count = Кількість карток
start-sheet-room = { $count ->
    [one] Зараз можна створити ще { $count } запрошення.
    [few] Зараз можна створити ще { $count } запрошення.
    [many] Зараз можна створити ще { $count } запрошень.
   *[other] Зараз можна створити ще { $count } запрошення.
}
start-sheet-make = Створити картки
start-sheet-again = Надрукувати знову
start-back = Назад
start-print = Роздрукуйте цю сторінку й виріжте картки. Карткою може скористатися кожен, хто її має, тому зберігайте їх надійно.
error-login = Неправильна адреса або пароль.
error-login-throttled = Забагато спроб. Спробуйте ще раз за кілька хвилин.
error-logged-out = Сеанс завершено через неактивність. Увійдіть ще раз.
error-count = Виберіть число від 1 до { $count }.
error-note = Нотатка задовга, або в ній є символи, які не можна показати. Можна ввести не більше { $count } символів.
error-message = Повідомлення задовге, або в ньому є символи, які не можна показати. Можна ввести не більше { $count } символів.
error-title = Текст задовгий, або в ньому є символи, які не можна показати. Можна ввести не більше { $count } символів.
error-lifetime = Ваші запрошення не можуть діяти так довго. Виберіть коротший термін.
error-rooms = Одну з цих кімнат вибрати не можна. Виберіть ще раз.
error-no-cards = Карток для друку не залишилося.
error-failed = Щось пішло не так. Спробуйте ще раз за кілька хвилин.
error-not-revocable = Це запрошення вже не можна відкликати.
error-not-allowed = У вас немає прав на такі запрошення.
error-quota-pending = Забагато ваших запрошень ще не використано. Відкличте деякі з них або зачекайте, доки ними скористаються.
error-quota-daily = Сьогодні більше не можна створювати запрошення. Спробуйте завтра.

card-heading = Вас запрошують на сервер { $site }
card-chat = Спілкуйтеся з нами на сервері { $site }
card-lead = Відскануйте код камерою телефона або введіть цю адресу в браузері:
card-lead-app = Відскануйте код камерою телефона або відкрийте це посилання в XMPP-застосунку:
card-expires = Діє до { $date }, для однієї людини.
card-always = Для однієї людини.

contact-only-heading = Для цього запрошення потрібен обліковий запис
contact-only-lead = Воно додає контакт, але не створює обліковий запис. Відкрийте посилання з повідомлення ще раз, щоб побачити, що можна зробити.
not-encrypted-heading = З’єднання не захищене
not-encrypted-lead = Ваш пароль можуть прочитати інші. Відкрийте посилання з https:// на початку або зверніться до адміністратора сервера { $site }.
bad-request-heading = Щось пішло не так
bad-request-lead = Нічого не змінилося. Поверніться назад і спробуйте ще раз.
app-unknown-heading = Цей застосунок тут недоступний
app-unknown-lead = Поверніться до запрошення й виберіть інший застосунок.
throttled-heading = Зачекайте трохи
throttled-lead = Із вашої мережі відкрили забагато недійсних посилань. Спробуйте ще раз за кілька хвилин.
elsewhere-heading = Тут це зробити не можна
elsewhere-lead = Обліковими записами { $host } керують деінде, тому за запрошенням не можна ні створити обліковий запис, ні задати пароль. Зверніться до адміністратора сервера.
busy-heading = { throttled-heading }
busy-lead = Сервер зараз перевантажений. Спробуйте ще раз за хвилину.
failed-heading = Щось пішло не так
failed-lead = Це наша помилка, а не ваша. Спробуйте ще раз за кілька хвилин.

footer-terms = Умови
footer-privacy = Конфіденційність
footer-imprint = Про нас
footer-contact = Контакти

app-conversations = Чат і дзвінки, легко освоїти. Безкоштовно у { -f-droid }, платно в Google Play.
app-cheogram = Створений на основі Conversations, уміє телефонувати й на звичайні номери. Безкоштовно у { -f-droid }, платно в Google Play.
app-yaxim = Невеликий і легкий, працює й на старих телефонах.
app-monocles-chat = Створений на основі Conversations, налаштувань більше. Безкоштовно у { -f-droid }, платно в Google Play.
app-monal = Чат і дзвінки для iPhone, iPad і Mac.
app-siskin-im = Легкий застосунок для iPhone та iPad.
app-beagle-im = Легкий застосунок для Mac від творців Siskin.
app-dino = Охайний і простий, для Linux.
app-gajim = Багато можливостей, для Windows, Linux і Mac.
app-kaidan = Дружній і сучасний, для комп’ютерів і телефонів із Linux.
app-psi = Багато налаштувань, для досвідчених користувачів. Psi+ — версія з найновішими функціями.
app-converse-js = Чат у браузері. Нічого встановлювати не потрібно.
app-movim = Чат і новини в браузері. Пароль ви вводите на сайті, який там виберете, тому виберіть той, якому довіряєте.
app-renga = Для комп’ютерів із Haiku.

refusal-no-token = Код запрошення не вказано
refusal-token-missing = Бракує коду запрошення
refusal-token-invalid = Код запрошення недійсний, або термін його дії минув
refusal-token-expired = { refusal-token-invalid }
refusal-token-used = { refusal-token-invalid }
refusal-token-revoked = { refusal-token-invalid }
refusal-token-not-for-registration = { refusal-token-invalid }
refusal-token-not-for-contact = { refusal-token-invalid }
refusal-inviter-gone = { refusal-token-invalid }
refusal-permit-spent = { refusal-token-invalid }
refusal-invite-damaged = { refusal-token-invalid }
refusal-not-invited = На цьому сервері можна зареєструватися лише за запрошенням
refusal-password-unusable = Цей пароль використати не можна
refusal-invite-in-use = Цим запрошенням зараз хтось користується. Спробуйте пізніше
refusal-username-invalid = Таке ім’я користувача не підходить
refusal-jid-invalid = Така адреса не підходить
refusal-username-too-long = Це ім’я користувача задовге
refusal-username-mismatch = Це запрошення для іншого імені користувача
refusal-username-reserved = Це ім’я користувача зарезервовано
refusal-managed-elsewhere = Обліковими записами цього сервера керують деінде
refusal-account-exists = Це ім’я користувача вже зайняте
refusal-account-not-found = Такого облікового запису немає
refusal-data-invalid = У запрошенні є дані, які не можна зберегти
refusal-room-refused = Однієї з цих кімнат немає, або ви не можете впускати до неї інших
refusal-form-invalid = Не вдалося прочитати цю форму
refusal-text-too-long = Цей текст задовгий
refusal-text-unclean = У цьому тексті є символи, які не можна показати
refusal-ttl-invalid = Запрошення не може діяти так довго
refusal-uses-invalid = Запрошення не можна використати стільки разів
refusal-ttl-too-long = Ваші запрошення не можуть діяти так довго
refusal-contact-ttl-too-long = Запрошення до контактів не може діяти так довго
refusal-uses-too-many = Ваші запрошення не можна використовувати стільки разів
refusal-quota-pending = Забагато ваших запрошень ще не використано
refusal-quota-daily = Ви вичерпали денний ліміт запрошень
refusal-inviter-new = Цим запрошенням поки що не можна скористатися. Спробуйте пізніше
refusal-tree-full = Зараз цим запрошенням не можна скористатися. Спробуйте пізніше
refusal-not-allowed = Ви не маєте права створювати такі запрошення
refusal-reference-ambiguous = Підходить більше ніж одне запрошення
refusal-throttled = Забагато недійсних запрошень. Спробуйте пізніше
refusal-ask = Не вдалося перевірити ваш обліковий запис. Спробуйте пізніше
refusal-busy = Сервер зараз перевантажений. Спробуйте ще раз за хвилину
refusal-internal-server-error = Запрошення зараз не працюють. Спробуйте пізніше

adhoc-refusal-token-invalid = Такого запрошення немає
adhoc-refusal-token-expired = Термін дії запрошення минув
adhoc-refusal-token-used = Запрошення вже використано
adhoc-refusal-token-revoked = Запрошення відкликано
adhoc-refusal-invite-damaged = Запис запрошення в базі даних пошкоджено
adhoc-refusal-inviter-new = Ваш обліковий запис надто новий, щоб інші могли через нього реєструватися. Спробуйте пізніше.
adhoc-refusal-tree-full = Останнім часом за вашими запрошеннями прийшло багато людей. Спробуйте пізніше.
adhoc-forbidden = У вас немає прав на цю команду
adhoc-unavailable = Це вам недоступно
adhoc-no-action = Ця команда не підтримує такої дії
adhoc-problem = { $field }: { $problem }
adhoc-value-missing = обов’язкове поле
adhoc-value-address = неправильна адреса
adhoc-value-boolean = можливо лише «так» або «ні»
adhoc-value-choice = такого варіанта немає
adhoc-value-long = задовге значення
adhoc-value-unclean = є символи, які не можна показати
adhoc-whole-address = Укажіть повну адресу, наприклад { $address }

adhoc-created = Ваше запрошення готове
adhoc-contact-only = Зараз ви не можете створювати запрошення для нових облікових записів. Це запрошення — для того, хто вже має обліковий запис.
adhoc-link = Посилання для тих, хто має XMPP-застосунок
adhoc-page = Посилання для надсилання
adhoc-valid-until = Діє до
adhoc-expire = Точний термін дії
adhoc-note-later = Щоб записати, для кого запрошення, відкрийте «{ $command }»

adhoc-account-title = Створити запрошення для нового облікового запису
adhoc-account-lead = Створює посилання, за яким можна створити обліковий запис на { $host }.
adhoc-no-registration = Реєстрацію на { $host } вимкнено, тому запрошення не спрацює. Зверніться до адміністратора сервера
adhoc-username = Ім’я користувача
adhoc-username-hint = Залиште порожнім, щоб запрошена людина вибрала його сама
adhoc-befriend = Додати мене й новий обліковий запис до контактів одне одного
adhoc-lifetime = Термін дії
adhoc-days = { $count ->
    [one] { $count } день
    [few] { $count } дні
    [many] { $count } днів
   *[other] { $count } дня
}
adhoc-hours = { $count ->
    [one] { $count } година
    [few] { $count } години
    [many] { $count } годин
   *[other] { $count } години
}
adhoc-minutes = { $count ->
    [one] { $count } хвилина
    [few] { $count } хвилини
    [many] { $count } хвилин
   *[other] { $count } хвилини
}
adhoc-seconds = { $count ->
    [one] { $count } секунда
    [few] { $count } секунди
    [many] { $count } секунд
   *[other] { $count } секунди
}
adhoc-without-end = безстроково
adhoc-most-uses = Скільки облікових записів можна створити за цим запрошенням
adhoc-role = Роль нового облікового запису
adhoc-role-usual = Типова
adhoc-role-registered = Зареєстрований користувач
adhoc-role-member = Учасник
adhoc-role-admin = Адміністратор
adhoc-role-operator = Оператор, може робити все на всьому сервері
adhoc-role-named = { $words } ({ $role })
adhoc-groups = Групи нового облікового запису
adhoc-options-cut = У списку лише перші { $count }. Решту адміністратор може призначити в командному рядку.
adhoc-note = Нотатка
adhoc-note-hint = Наприклад, ім’я. Її видно в списку ваших запрошень
adhoc-message = Повідомлення
adhoc-message-hint = Видно на сторінці запрошення; новий обліковий запис отримає його першим повідомленням

adhoc-contact-title = Створити запрошення до контактів із повідомленням
adhoc-contact-lead = Створює посилання, за яким той, хто вже має обліковий запис, стане вашим контактом.
adhoc-invitee = Лише для цієї адреси
adhoc-invitee-hint = Залиште порожнім, якщо посиланням може скористатися будь-хто
adhoc-contact-message-hint = Видно на сторінці запрошення
adhoc-rooms = Кімнати для нового учасника
adhoc-other-rooms = Інші кімнати
adhoc-other-rooms-hint = Адреси кімнат через пробіл

adhoc-reset-title = Створити запрошення для зміни пароля
adhoc-reset-lead = Створює посилання, за яким власник цього облікового запису може задати новий пароль.
adhoc-reset-address = Адреса облікового запису
adhoc-account-here = Це має бути обліковий запис на { $host }
adhoc-higher-role = Роль цього облікового запису вища за вашу

adhoc-own-title = Мої запрошення
adhoc-all-title = Керування всіма запрошеннями
adhoc-all-lead = Які запрошення ви хочете побачити?
adhoc-list-title = Усі запрошення
adhoc-invites = Запрошення
adhoc-which-usable = Дійсні
adhoc-which-pending = Дійсні, лише для облікових записів і паролів
adhoc-which-used = Використані
adhoc-which-all = Усі, зокрема відкликані та прострочені
adhoc-user = Лише створені користувачем
adhoc-choose-lead = Виберіть запрошення та дію.
adhoc-invite = Запрошення
adhoc-verb = Дія
adhoc-verb-show = Показати подробиці та посилання
adhoc-verb-extend = Змінити термін дії
adhoc-verb-label = Змінити нотатку
adhoc-verb-revoke = Відкликати (посилання перестане працювати)
adhoc-more-invites = … (ще)
adhoc-all-of-them = … (показати всі, зокрема використані та прострочені)
adhoc-no-such-invites = Запрошень не знайдено
adhoc-no-more-invites = Більше запрошень немає

adhoc-line-note = { $note }: { $about }
adhoc-line-alike = { $line } [{ $id }]
adhoc-comma = { ", " }
adhoc-purpose-account = обліковий запис
adhoc-purpose-account-named = обліковий запис { $address }
adhoc-purpose-contact = контакт
adhoc-purpose-contact-account = обліковий запис і контакт
adhoc-purpose-reset = новий пароль для { $address }
adhoc-state-usable = діє
adhoc-state-until = до { $date }
adhoc-state-claimed = зараз використовується
adhoc-state-redeemed = використано повністю
adhoc-state-revoked = відкликано
adhoc-state-expired = термін минув
adhoc-used = { $count ->
    [one] використано { $count } раз
    [few] використано { $count } рази
    [many] використано { $count } разів
   *[other] використано { $count } раза
}
adhoc-used-of = використань: { $count } із { $most }
adhoc-made-by = автор: { $creator }

adhoc-invite-title = Запрошення { $id }
adhoc-purpose = Призначення
adhoc-state = Стан
adhoc-uses = Використання
adhoc-maker = Автор
adhoc-created-at = Створено
adhoc-id = Ідентифікатор
adhoc-link-left-out = Посилання приховано: запрошення надає більше прав, ніж ви можете надати
adhoc-valid-for = Термін дії
adhoc-extend-lead = Відлік від цієї миті.
adhoc-extend-gives-more = Не можна продовжити запрошення, яке надає більше прав, ніж ви можете надати
adhoc-extend-admins = Продовжити це запрошення може лише адміністратор
adhoc-extended = Запрошення тепер діє до { $date }
adhoc-extended-endless = Запрошення тепер діє безстроково
adhoc-label-lead = Її бачать автор запрошення й адміністратори. Щоб видалити нотатку, залиште поле порожнім.
adhoc-labelled = Нотатку збережено
adhoc-label-removed = Нотатку видалено
adhoc-revoked = Запрошення відкликано

notice-joined = За вашим запрошенням створено обліковий запис { $address }.
notice-joined-note = За вашим запрошенням ({ $note }) створено обліковий запис { $address }.
notice-tree-full = Через { $address } поки що більше ніхто не може приєднатися: досягнуто ліміту цього сервера. Команда «tree» показує, хто кого запросив.
notice-tree-deep = Через найновіші облікові записи нижче { $address } поки що ніхто не може приєднатися: досягнуто ліміту поколінь цього сервера. Команда «tree» показує, хто кого запросив.
