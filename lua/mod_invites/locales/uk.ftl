# Що кажуть сторінки запрошень; див. en.ftl.
language-name = Українська
languages = Мови
invited-by = Запрошує { $inviter }

account-heading = Вас запрошують на сервер { $site }
account-heading-inviter = { $inviter } запрошує вас на сервер { $site }
account-lead = За цим запрошенням ви отримаєте там власний обліковий запис для спілкування. Це займе три хвилини.
contact-heading = { $inviter } хоче з вами спілкуватися
contact-lead = { $inviter } — це { $address }. Для спілкування підійде будь-який застосунок і будь-який сервер, що підтримує XMPP.
contact-account-lead = За цим запрошенням ви станете контактами одне одного. Якщо у вас ще немає облікового запису, ви отримаєте його на сервері { $site }.
reset-heading = Новий пароль
reset-lead = За цим посиланням можна задати новий пароль для { $address }. Якщо ви про це не просили, закрийте сторінку: нічого не змінилося.
bound = Ваша адреса буде такою: { $address }.

have-account-heading = Я маю обліковий запис
have-app-heading = Уже маєте застосунок?
open-account = Відкрити запрошення в застосунку
open-account-lead = Якщо на цьому пристрої є застосунок для спілкування через XMPP, він може відкрити запрошення просто зараз.
open-contact = Додати контакт { $inviter }
open-contact-lead = Натисніть тут, і ваш застосунок додасть контакт { $inviter }.
open-contact-account-lead = Натисніть тут, і ваш застосунок додасть контакт { $inviter }.
open-reset = Відкрити посилання в застосунку
open-reset-lead = Деякі застосунки самі вміють змінювати пароль.

apps-heading = Виберіть застосунок
apps-heading-contact = Мені потрібен обліковий запис
apps-heading-contact-account = Мені потрібен обліковий запис
apps-heading-reset = За допомогою застосунку
apps-lead = Для спілкування потрібен застосунок. Натисніть на будь-який, щоб побачити, що робити далі.
apps-lead-contact = Виберіть застосунок. Він допоможе створити обліковий запис на тому сервері, який вам сподобається. Потім поверніться сюди.
other-apps = Інші застосунки
no-apps = Знайдіть у магазині застосунків вашого пристрою застосунок для спілкування через XMPP, а потім поверніться на цю сторінку.
browser-lead = Або без застосунку, просто тут:
browser-account = Створити обліковий запис у цьому браузері
browser-reset = Вибрати новий пароль

phone-heading = Краще на телефоні?
phone-lead = Наведіть його камеру на цей квадрат. Ця сама сторінка відкриється на телефоні.
code = Посилання на цю сторінку у вигляді QR-коду
link-label = Посилання на цю сторінку
copy = Копіювати
copied = Скопійовано

expires-days = { $count ->
    [one] Посилання діє ще { $count } день.
    [few] Посилання діє ще { $count } дні.
    [many] Посилання діє ще { $count } днів.
   *[other] Посилання діє ще { $count } дня.
}
expires-soon = Посилання діє ще менше хвилини.
expires-hours = { $count ->
    [one] Посилання діє ще { $count } годину.
    [few] Посилання діє ще { $count } години.
    [many] Посилання діє ще { $count } годин.
   *[other] Посилання діє ще { $count } години.
}
expires-minutes = { $count ->
    [one] Посилання діє ще { $count } хвилину.
    [few] Посилання діє ще { $count } хвилини.
    [many] Посилання діє ще { $count } хвилин.
   *[other] Посилання діє ще { $count } хвилини.
}

setup-heading = { $app }: крок за кроком
download = Завантажити застосунок
step-install = Установіть застосунок { $app }
step-visit = Відкрийте застосунок { $app }
step-come-back = Потім поверніться на цю сторінку. Якщо вона загубиться, відкрийте посилання з повідомлення й знову виберіть { $app }.
step-press = Поверніться й натисніть тут
step-then = Потім
step-register = Придумайте ім’я та пароль. Запам’ятайте їх: вони вам зараз знадобляться.
step-open-account = Застосунок { $app } відкриється й покаже ваше запрошення. Придумайте там ім’я та пароль.
step-open-contact = Застосунок { $app } відкриється й запитає, чи додати контакт { $inviter }. Якщо у вас ще немає облікового запису, спочатку створіть його.
step-open-contact-account = Застосунок { $app } відкриється й покаже ваше запрошення. Контакт { $inviter } додасться сам.
step-open-reset = Застосунок { $app } відкриється. Виберіть там новий пароль.
step-add-contact = Якщо у вас ще немає облікового запису, спочатку створіть його. Додайте адресу { $address } до контактів у застосунку { $app }.
step-log-in = Увійдіть у застосунок { $app }. Вкажіть адресу й пароль, які ви вибрали.
step-other-app = Застосунок { $app } не вміє відкривати запрошення. Спочатку створіть обліковий запис в іншому застосунку, а потім увійдіть у { $app } з тією самою адресою й паролем.
trouble = Нічого не відбувається? Скопіюйте це посилання та вставте його в застосунок { $app }.
back = Вибрати інший застосунок

register-heading = Ваш обліковий запис на сервері { $site }
register-lead = Придумайте ім’я та пароль. Більше нічого не потрібно.
register-lead-bound = Придумайте пароль. Більше нічого не потрібно.
register-lead-contact = Придумайте ім’я та пароль. Після цього ви та { $inviter } станете контактами одне одного.
register-submit = Створити обліковий запис
reset-form-lead = Виберіть новий пароль. Його запитають усі ваші застосунки.
reset-submit = Зберегти пароль
field-username = Ім’я
field-username-hint = Це частина вашої адреси. Малі латинські літери, цифри, крапки й дефіси підходять усюди.
field-address = Ваша адреса
field-password = Пароль
field-new-password = Новий пароль
field-password-hint = Ніхто не зможе надіслати його вам ще раз: запишіть його або збережіть у браузері.
field-password-length = { $count ->
    [one] Щонайменше { $count } символ.
    [few] Щонайменше { $count } символи.
    [many] Щонайменше { $count } символів.
   *[other] Щонайменше { $count } символу.
}
username-free = Це ім’я користувача вільне.
username-suggestions = Може, одне з цих?
password-weak = Легко вгадати. Кілька випадкових слів були б надійнішими.
password-fair = Можна надійніше. Додайте ще одне слово.
password-good = Надійний пароль.
password-suggest = Запропонувати пароль
error-password-weak = Цей пароль легко вгадати. Виберіть інший або введіть його ще раз, щоб залишити.
progress-account = Обліковий запис
progress-app = Застосунок
progress-chat = Чат
extra-nick = Псевдонім
extra-name = Повне ім’я
extra-first = Ім’я
extra-last = Прізвище
extra-email = Адреса електронної пошти
extra-address = Вулиця
extra-city = Місто
extra-state = Область або регіон
extra-zip = Поштовий індекс
extra-phone = Номер телефону
extra-url = Вебсторінка
extra-date = Дата народження
extra-optional = Можна залишити порожнім.
extra-required = Це потрібно заповнити.
show = Показати
hide = Сховати
error-username-empty = Придумайте ім’я.
error-username-invalid = У цьому імені є символ, який не підходить для адреси, наприклад пробіл або @.
error-username-long = Це ім’я задовге. Виберіть коротше.
error-username-taken = Це ім’я вже зайняте. Спробуйте інше.
error-password-empty = Придумайте пароль.
error-password-short = { $count ->
    [one] Пароль надто короткий. Потрібен щонайменше { $count } символ.
    [few] Пароль надто короткий. Потрібно щонайменше { $count } символи.
    [many] Пароль надто короткий. Потрібно щонайменше { $count } символів.
   *[other] Пароль надто короткий. Потрібно щонайменше { $count } символу.
}
error-password-username = Пароль не повинен містити ваше ім’я.
error-password-long = Це занадто довгий пароль. Достатньо кількох слів.
error-password-control = У ньому є невидимий знак, наприклад табуляція або перенесення рядка. Введіть пароль вручну або скопіюйте його без цього знака.
error-password-characters = У ньому є знак, який застосунки для чату не можуть надіслати. Використовуйте літери, цифри, пробіли та знаки на кшталт ! або -.
error-extra-missing = Заповніть і це поле.
error-extra-long = Це занадто довго.
error-extra-invalid = Це тут не підходить. Перевірте й спробуйте ще раз.
error-extra-email = Це не адреса електронної пошти на кшталт name@example.com.
error-in-use = Цим запрошенням саме зараз хтось користується. Натисніть ще раз за хвилину.
error-form-too-old = Сторінка була відкрита надто довго, або ваш браузер не зберігає файли cookie. Введіть пароль і натисніть ще раз.
error-no-cookies = Ваш браузер не зберігає cookie для цієї сторінки, а без них форма не працює. Дозвольте cookie для { $host } або відкрийте посилання в іншому браузері.
success-heading = Ласкаво просимо на сервер { $site }
success-lead = Ваш обліковий запис готовий.
success-keep = Із цією адресою та вашим паролем ви входите на всіх своїх пристроях.
success-contact = { $inviter } уже у ваших контактах.
success-save = Збережіть пароль зараз: у браузері або на папері. Ми не зможемо вам його надіслати.
success-webchat = Почніть просто тут
success-webchat-lead = Спілкуйтеся в цьому браузері, нічого не встановлюючи.
success-webchat-open = Відкрити чат у браузері
success-apps = Тепер установіть застосунок
success-apps-lead = Установіть один із цих застосунків і увійдіть зі своєю адресою та паролем.
success-log-in = Увійдіть
success-open-app = Відкрити { $app }
reset-success-heading = Новий пароль збережено
reset-success-lead = Увійдіть із ним у своєму застосунку. Ваші контакти й повідомлення залишилися на місці.

used-heading = Це запрошення вже використано
used-lead = Це були ви? Тоді у вас є обліковий запис: відкрийте застосунок і увійдіть. Якщо ні, попросіть нове посилання в того, від кого ви його отримали.
used-reset-heading = Це посилання вже використано
used-reset-lead = Це були ви? Тоді увійдіть із новим паролем. Якщо ні, попросіть нове посилання та повідомте тих, хто керує сервером { $site }.
used-contact-heading = Це запрошення вже використано
used-contact-lead = Це були ви? Тоді ви вже контакти одне одного: відкрийте застосунок. Якщо ні, попросіть нове посилання в того, від кого ви його отримали.
expired-heading = Це посилання застаріло
expired-lead = Попросіть нове в того, від кого ви його отримали.
revoked-heading = Це запрошення відкликано
revoked-lead = Попросіть нове в того, від кого ви його отримали.
unknown-heading = Ми не знаємо такого запрошення
unknown-lead = Можливо, частина посилання загубилася. Відкрийте його ще раз із повідомлення або скопіюйте повністю. Дуже старі запрошення ми не зберігаємо.
incomplete-heading = Посилання неповне
incomplete-lead = Відкрийте його ще раз із повідомлення або скопіюйте повністю.
start-heading = Запрошуйте людей на сервер { $site }
start-lead = Увійдіть зі своєю адресою та паролем і створіть запрошення тут.
start-log-in = Увійти
start-log-out = Вийти
start-hello = Ви увійшли як { $address }.
start-make-heading = Нове запрошення
start-for = Для кого воно?
start-for-newcomer = Для того, кому потрібен обліковий запис на сервері { $site }
start-for-newcomer-hint = Коли обліковий запис буде створено, ви станете контактами одне одного.
start-for-contact = Для того, хто вже десь має обліковий запис
start-note = Нотатка для себе
start-note-hint = Наприклад, ім’я. Її побачите лише ви й ті, хто керує сервером.
start-make = Створити запрошення
start-made-heading = Ваше запрошення готове
start-made-lead = Надішліть це посилання лише тій людині, для якої його створено. Воно спрацює один раз.
start-made-contact-only = Зараз ви більше не можете створювати запрошення для нових облікових записів. Це запрошення — для того, хто вже має обліковий запис.
start-made-code = Посилання у вигляді QR-коду
start-link = Посилання для надсилання
start-list-heading = Ваші запрошення, які ще не використано
start-list-none = Таких немає.
start-list-more = Показано лише найновіші.
start-list-account = Для облікового запису
start-list-contact = Для контакту
start-list-contact-account = Для облікового запису й контакту
start-list-reset = Для нового пароля
start-valid-until = Діє до { $date }
start-valid-always = Діє безстроково
start-revoke = Відкликати
start-revoke-this = Відкликати запрошення: { $note }
start-revoked = Запрошення відкликано.
start-sheet-heading = Картки для друку
start-sheet-lead = Для заходу: на кожній картці своє запрошення, для однієї людини.
start-sheet-count = Скільки карток
start-sheet-make = Створити картки
start-back = Назад
start-print = Роздрукуйте цю сторінку й розріжте її на картки. Карткою може скористатися кожен, хто її має, тому зберігайте їх надійно.
error-login = Неправильна адреса або пароль.
error-login-throttled = Забагато спроб. Спробуйте знову за кілька хвилин.
error-logged-out = Деякий час нічого не відбувалося, тому сеанс завершено. Увійдіть ще раз.
error-count = Виберіть число від 1 до { $count }.
error-note = Нотатка задовга, або в ній є знаки, які не можна показати. Не більше { $count } літер.
error-failed = Не вдалося. Спробуйте ще раз за кілька хвилин.
error-not-revocable = Це запрошення вже не можна відкликати.
error-not-allowed = Тут вам не можна створювати такі запрошення.
error-quota-pending = Забагато ваших запрошень ще не використано. Відкличте деякі з них або зачекайте, доки ними скористаються.
error-quota-daily = На сьогодні це всі запрошення, які вам можна створити. Спробуйте знову завтра.

card-heading = Вас запрошують на сервер { $site }
card-lead = Наведіть камеру телефона на квадрат або введіть цю адресу в браузері:
card-expires = Діє до { $date }, для однієї людини.
card-always = Для однієї людини.

contact-only-heading = За цим запрошенням не можна створити обліковий запис
contact-only-lead = Воно для тих, хто вже має обліковий запис. Відкрийте його ще раз із повідомлення, щоб побачити, що з ним можна зробити.
not-encrypted-heading = Ця сторінка тут не захищена
not-encrypted-lead = Пароль не можна передавати без шифрування. Відкрийте посилання з https на початку або зверніться до тих, хто керує сервером { $site }.
bad-request-heading = Ваш браузер надіслав щось дивне
bad-request-lead = Нічого не сталося. Поверніться назад і спробуйте ще раз.
app-unknown-heading = Ми не знаємо такого застосунку
app-unknown-lead = Відкрийте запрошення ще раз і виберіть інший.
throttled-heading = Зачекайте трохи
throttled-lead = Із вашої мережі відкрили забагато недійсних посилань. Спробуйте знову за кілька хвилин.
elsewhere-heading = Тут це зробити не можна
elsewhere-lead = Обліковими записами { $host } керують деінде, тому за запрошенням не можна ні створити обліковий запис, ні задати пароль. Запитайте тих, хто веде цей сервер.
failed-heading = Зараз це не працює
failed-lead = Це наша провина, і ваше запрошення не зникло. Спробуйте знову за кілька хвилин.

footer-terms = Умови
footer-privacy = Конфіденційність
footer-imprint = Про нас
footer-contact = Контакти

app-conversations = Чат і дзвінки для Android. З ним легко почати, і він береже батарею.
app-cheogram = Для Android: родич Conversations, який уміє зв’язуватися й із телефонною мережею.
app-yaxim = Невеликий застосунок для Android, який працює й на старих телефонах.
app-monal = Чат і дзвінки для iPhone, iPad і Mac.
app-siskin-im = Легкий застосунок для iPhone та iPad.
app-beagle-im = Легкий застосунок для Mac від творців Siskin.
app-dino = Охайний і простий, для комп’ютерів із Linux.
app-gajim = Для комп’ютера, з усіма налаштуваннями, які тільки можуть знадобитися.
app-kaidan = Для Linux на комп’ютерах і телефонах, створюється в межах KDE.
app-psi = Для комп’ютера й для досвідчених користувачів; Psi+ — те саме, але з новинками.
app-converse-js = Чат у браузері, нічого встановлювати не потрібно.
app-movim = Чат і новини в браузері. Сайт, який ви там виберете, входить в обліковий запис замість вас, тому виберіть той, якому довіряєте.
app-renga = Для комп’ютерів із Haiku.

refusal-no-token = Код запрошення не вказано
refusal-token-missing = Бракує коду запрошення
refusal-token-invalid = Код запрошення недійсний або застарів
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
refusal-invite-in-use = Цим запрошенням зараз хтось користується, спробуйте пізніше
refusal-username-invalid = Таке ім’я користувача не підходить
refusal-username-too-long = Це ім’я користувача задовге
refusal-username-mismatch = Це запрошення для іншого імені користувача
refusal-username-reserved = Це ім’я користувача зарезервовано
refusal-managed-elsewhere = Обліковими записами цього сервера керують деінде
refusal-account-exists = Це ім’я користувача вже зайняте
refusal-account-not-found = Такого облікового запису немає
refusal-data-invalid = Дані запрошення не вдається зберегти
refusal-form-invalid = Цю форму не вдається прочитати
refusal-text-too-long = Цей текст задовгий
refusal-text-unclean = У цьому тексті є знаки, які не можна показати
refusal-ttl-invalid = Запрошення не може діяти так довго
refusal-uses-invalid = Запрошення не можна використати стільки разів
refusal-ttl-too-long = Ваші запрошення не можуть діяти так довго
refusal-uses-too-many = Ваші запрошення не можна використовувати стільки разів
refusal-quota-pending = Забагато ваших запрошень ще не використано
refusal-quota-daily = Сьогодні створено забагато ваших запрошень
refusal-not-allowed = Вам не можна створювати такі запрошення
refusal-reference-ambiguous = Це підходить більш ніж до одного запрошення
refusal-throttled = Забагато недійсних запрошень, спробуйте пізніше
refusal-ask = Не вдалося знайти відомості про обліковий запис
refusal-internal-server-error = Запрошення зараз не працюють, спробуйте пізніше

adhoc-refusal-token-invalid = Такого запрошення немає
adhoc-refusal-token-expired = Термін дії запрошення минув
adhoc-refusal-token-used = Запрошення вже використано
adhoc-refusal-token-revoked = Запрошення відкликано
adhoc-refusal-invite-damaged = Рядок цього запрошення в базі даних пошкоджено
adhoc-forbidden = Вам не можна використовувати цю команду
adhoc-unavailable = Це вам недоступно
adhoc-no-action = Ця команда не має такої дії
adhoc-problem = { $field }: { $problem }
adhoc-value-missing = це поле треба заповнити
adhoc-value-address = це не адреса
adhoc-value-boolean = це не «так» і не «ні»
adhoc-value-choice = такого варіанта немає
adhoc-value-long = це задовге
adhoc-value-unclean = тут є знаки, які не можна показати
adhoc-whole-address = Вкажіть повну адресу, наприклад { $address }

adhoc-created = Ваше запрошення створено
adhoc-contact-only = Зараз ви більше не можете створювати запрошення для нових облікових записів. Це запрошення — для того, хто вже десь має обліковий запис.
adhoc-link = Посилання-запрошення
adhoc-page = Вебсторінка, якою можна поділитися
adhoc-valid-until = Діє до

adhoc-account-title = Створити запрошення для нового облікового запису
adhoc-account-lead = Створює посилання, за яким можна створити обліковий запис на { $host }.
adhoc-no-registration = На { $host } ніхто не може зареєструватися, тому запрошення не мало б сенсу. Це можуть змінити ті, хто керує сервером
adhoc-username = Ім’я користувача
adhoc-username-hint = Залиште порожнім, щоб ім’я можна було вибрати самостійно
adhoc-befriend = Додати мене й новий обліковий запис до контактів одне одного
adhoc-lifetime = Термін дії запрошення
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
adhoc-most-uses = Скільки облікових записів можна за ним створити
adhoc-role = Роль нового облікового запису
adhoc-role-usual = Як у будь-якого нового облікового запису
adhoc-groups = Групи нового облікового запису
adhoc-note = Нотатка
adhoc-note-hint = Для кого запрошення: видно в списку ваших запрошень

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
adhoc-which-usable = дійсні
adhoc-which-pending = дійсні, за якими можна створити обліковий запис або задати пароль
adhoc-which-used = використані
adhoc-which-all = усі, зокрема відкликані та прострочені
adhoc-user = Лише створені цим користувачем
adhoc-choose-lead = Виберіть запрошення й те, що з ним зробити.
adhoc-invite = Запрошення
adhoc-verb = Що зробити
adhoc-verb-show = Показати разом із посиланням
adhoc-verb-extend = Змінити термін дії
adhoc-verb-label = Написати нотатку
adhoc-verb-revoke = Відкликати: посилання перестане працювати
adhoc-more-invites = … (ще запрошення)
adhoc-all-of-them = … (усі, зокрема використані та недійсні)
adhoc-no-such-invites = Таких запрошень немає
adhoc-no-more-invites = Більше запрошень немає

adhoc-line = { $about } [{ $id }]
adhoc-line-note = { $note }: { $about } [{ $id }]
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
adhoc-purpose = Для чого воно
adhoc-state = Стан
adhoc-uses = Використання
adhoc-maker = Автор
adhoc-created-at = Створено
adhoc-id = Коротке ім’я в списках і журналах
adhoc-link-left-out = Посилання не показано: запрошення надає більше, ніж вам дозволено надавати
adhoc-valid-for = Термін дії
adhoc-extend-lead = Відлік від цієї миті.
adhoc-extend-gives-more = Не можна продовжити запрошення, яке надає більше, ніж вам дозволено надавати
adhoc-extend-admins = Продовжити це запрошення може лише адміністратор
adhoc-extended = Термін дії запрошення змінено
adhoc-label-lead = Її бачать автор запрошення й адміністратори. Щоб видалити нотатку, залиште поле порожнім.
adhoc-labelled = Нотатку збережено
adhoc-label-removed = Нотатку видалено
adhoc-revoked = Запрошення відкликано
