# Что говорят страницы приглашений; см. en.ftl.
language-name = Русский
languages = Языки
invited-by = Приглашает { $inviter }

account-heading = Вас приглашают на сервер { $site }
account-heading-inviter = { $inviter } приглашает вас на сервер { $site }
account-lead = Создайте аккаунт и начните общаться. Это займёт около трёх минут.
contact-heading = { $inviter } хочет с вами общаться
contact-lead = Добавьте контакт { $inviter } в своём приложении. Подойдёт любое приложение и любой сервер с поддержкой XMPP — открытой сети для общения. Адрес: { $address }.
contact-account-lead = Примите приглашение, чтобы общаться. Ещё нет аккаунта? Его можно создать на сервере { $site }.
reset-heading = Новый пароль
reset-lead = По этой ссылке можно задать новый пароль для { $address }. Если вы об этом не просили, закройте страницу: ничего не изменилось.
bound = Ваш адрес будет таким: { $address }.
rooms-lead = Комнаты, в которые вы войдёте: { $rooms }

open-account = Открыть приглашение в приложении
open-account-lead = Некоторые XMPP-приложения могут сразу открыть приглашение.
open-contact = Добавить контакт { $inviter }
open-contact-lead = Многие XMPP-приложения могут сразу добавить контакт { $inviter }.
open-contact-account-lead = { open-contact-lead }
open-reset = Открыть в приложении
open-reset-lead = В некоторых приложениях можно сразу задать новый пароль.

apps-heading = Установите приложение
apps-heading-contact = Мне нужен аккаунт
apps-heading-contact-account = У меня ещё нет аккаунта
apps-heading-reset = В приложении
apps-lead = Выберите приложение, дальше мы подскажем.
apps-lead-contact = Выберите приложение. Оно поможет создать аккаунт на том сервере, который вам понравится. Потом вернитесь на эту страницу.
other-apps = Другие приложения
no-apps = Найдите XMPP-приложение для общения в магазине приложений вашего устройства, а потом вернитесь на эту страницу.
browser-lead = Или сначала создайте аккаунт, а приложение выберите позже:
browser-account = Создать аккаунт
browser-reset = Задать новый пароль

phone-heading = Удобнее на телефоне?
phone-lead = Отсканируйте этот код камерой телефона — страница откроется на нём.
code = QR-код этой страницы
link-label = Ссылка на эту страницу
copy = Копировать
copied = Скопировано
share = Поделиться
print = Печать
moment = { $day } { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
} { $year } г., { $time } UTC

expires-soon = Действует меньше минуты.
expires-hours = { $count ->
    [one] Действует ещё { $count } час.
    [few] Действует ещё { $count } часа.
    [many] Действует ещё { $count } часов.
   *[other] Действует ещё { $count } часа.
}
expires-minutes = { $count ->
    [one] Действует ещё { $count } минуту.
    [few] Действует ещё { $count } минуты.
    [many] Действует ещё { $count } минут.
   *[other] Действует ещё { $count } минуты.
}
expires-at = Действует до { $date }
get-app = Установить { $app }
have-app = У меня уже есть приложение
open-invitation = Открыть приглашение
nothing-happened = Ничего не произошло? Скопируйте эту ссылку и вставьте её в своё приложение для общения.
contact-address = Адрес контакта { $inviter }
contact-open = Открыть в приложении только адрес
other-ways = Другие способы присоединиться
other-ways-contact = У меня ещё нет приложения
other-ways-reset = Открыть эту страницу на другом устройстве
in-app-browser = Страница открыта во встроенном браузере другого приложения, и он может не открыть приглашение. Откройте её в своём браузере: найдите в меню «Открыть в браузере».

setup-heading = { $app }: шаг за шагом
setup-title = Подключиться к { $site } через { $app }
progress-install = Установка
progress-open = Приглашение
download = Скачать
download-store = Доступно в
download-site = Скачать с
# Its hyphen is no place to break a line.
-f-droid = F-{ "\u2060" }Droid
store-paid = В Google Play это приложение платное, в { -f-droid } — бесплатное.
step-install = Установите { $app }
step-visit = Откройте { $app }
step-come-back = Потом вернитесь на эту страницу. Если она закроется, откройте ссылку из сообщения и снова выберите { $app }.
step-brings = Установите и откройте приложение { $app }. Приглашение появится в нём само.
step-other-store = Если устанавливаете из другого источника, потом вернитесь на эту страницу.
step-press = Вернитесь и откройте приглашение
step-then = Последний шаг
step-open-account = Приложение { $app } откроется с вашим приглашением. Создайте в нём аккаунт.
step-open-contact = Приложение { $app } откроется и спросит, добавить ли контакт { $inviter }. Если у вас ещё нет аккаунта, сначала создайте его.
step-open-contact-account = Приложение { $app } откроется с вашим приглашением и добавит контакт { $inviter }.
step-open-reset = Приложение { $app } откроется. Задайте в нём новый пароль.
step-add-contact = Если у вас ещё нет аккаунта, создайте его в приложении { $app }. Потом добавьте адрес { $address } в контакты.
step-log-in = Войдите в приложение { $app } со своим адресом и паролем.
step-other-app = Приложение { $app } не может открыть эту ссылку. Сначала откройте её в другом приложении, а потом войдите в { $app } с тем же адресом и паролем.
trouble = Ничего не произошло? Скопируйте эту ссылку и вставьте её в приложение { $app }.
back = Выбрать другое приложение

register-heading = Создайте аккаунт на сервере { $site }
register-lead = Придумайте имя пользователя и пароль.
register-lead-bound = Придумайте пароль.
register-lead-contact = Придумайте имя пользователя и пароль. После этого контакт { $inviter } появится в вашем списке.
register-submit = Создать аккаунт
reset-form-lead = После этого все приложения попросят ввести новый пароль.
reset-submit = Сохранить пароль
field-username = Имя пользователя
field-username-hint = Например, anna или anna.ivanova. Строчные латинские буквы, цифры, точки и дефисы.
field-address = Ваш адрес
field-password = Пароль
field-new-password = Новый пароль
field-password-hint = Сохраните его в браузере или запишите. Мы не сможем его прислать.
field-password-length = { $count ->
    [one] Минимум { $count } символ.
    [few] Минимум { $count } символа.
    [many] Минимум { $count } символов.
   *[other] Минимум { $count } символа.
}
username-free = Это имя пользователя свободно.
username-suggestions = Может быть, одно из этих?
password-weak = Легко угадать. Надёжнее взять несколько случайных слов.
password-fair = Можно надёжнее. Добавьте ещё одно слово.
password-good = Надёжный пароль.
password-suggest = Предложить пароль
error-password-weak = Этот пароль легко угадать. Придумайте другой или введите этот ещё раз, чтобы оставить его.
progress-account = Аккаунт
progress-app = Приложение
progress-chat = Чат
extra-nick = Псевдоним
extra-name = Полное имя
extra-first = Имя
extra-last = Фамилия
extra-email = Адрес электронной почты
extra-address = Улица и дом
extra-city = Город
extra-state = Область или регион
extra-zip = Почтовый индекс
extra-phone = Номер телефона
extra-url = Веб-страница
extra-date = Дата рождения
extra-optional = Необязательно
extra-required = Обязательно
show = Показать
hide = Скрыть
error-username-empty = Введите имя пользователя.
error-username-invalid = Имя пользователя не может содержать пробелы и символы вроде @ или /.
error-username-long = Это имя пользователя слишком длинное. Придумайте покороче.
error-username-taken = Это имя пользователя уже занято. Попробуйте другое.
error-password-empty = Введите пароль.
error-password-short = { $count ->
    [one] Пароль слишком короткий. Нужен минимум { $count } символ.
    [few] Пароль слишком короткий. Нужно минимум { $count } символа.
    [many] Пароль слишком короткий. Нужно минимум { $count } символов.
   *[other] Пароль слишком короткий. Нужно минимум { $count } символа.
}
error-password-username = Пароль не должен содержать имя пользователя.
error-password-long = Пароль слишком длинный. Достаточно нескольких слов.
error-password-control = В пароле есть невидимый символ, например табуляция или перенос строки. Введите пароль вручную или скопируйте его без этого символа.
error-password-characters = В пароле есть символ, который приложения для общения не могут отправить. Используйте буквы, цифры, пробелы и символы вроде ! или -.
error-extra-missing = Заполните это поле.
error-extra-long = Текст слишком длинный.
error-extra-invalid = Так не подойдёт. Проверьте и попробуйте ещё раз.
error-extra-email = Введите адрес электронной почты, например name@example.com.
error-in-use = Этим приглашением прямо сейчас кто-то пользуется. Попробуйте ещё раз через минуту.
error-form-too-old = Страница была открыта слишком долго, или ваш браузер блокирует файлы cookie. Введите пароль и попробуйте ещё раз.
error-no-cookies = Ваш браузер не сохраняет файлы cookie этой страницы, а без них форма не работает. Разрешите файлы cookie для { $host } или откройте ссылку в другом браузере.
success-heading = Добро пожаловать на сервер { $site }!
success-lead = Ваш аккаунт готов.
success-keep = С этим адресом и паролем можно войти на всех ваших устройствах.
success-contact = { $inviter } уже в ваших контактах.
success-save = Сохраните пароль сейчас: в браузере или на бумаге. Мы не сможем его прислать.
success-webchat = Начните общаться прямо сейчас
success-webchat-lead = Общайтесь здесь, в браузере. Ничего устанавливать не нужно.
success-webchat-open = Открыть веб-чат
success-apps = Теперь установите приложение
success-apps-lead = Установите это приложение, а потом войдите со своим адресом и паролем.
success-apps-lead-more = Установите это приложение или другое из списка ниже, а потом войдите со своим адресом и паролем.
success-log-in = Войдите
success-open-app = Открыть { $app }
reset-success-heading = Пароль изменён
reset-success-lead = Войдите в свои приложения с новым паролем. Больше ничего не изменилось.

used-heading = Это приглашение уже использовано
used-lead = Если это были вы, аккаунт готов: откройте приложение и войдите. Если нет, попросите новую ссылку у того, кто вас пригласил.
used-reset-heading = Эта ссылка уже использована
used-reset-lead = Если это были вы, войдите с новым паролем. Если нет, сразу сообщите администратору сервера { $site }.
later-heading = Сейчас этим приглашением нельзя воспользоваться
later-lead = Им можно будет воспользоваться позже: ничего не потеряно. Попробуйте завтра или спросите того, кто вас пригласил.
used-contact-heading = Это приглашение уже использовано
used-contact-lead = Если это были вы, уже можно общаться: откройте приложение. Если нет, попросите новую ссылку у того, кто вас пригласил.
expired-heading = Срок действия ссылки истёк
expired-lead = Попросите новую у того, от кого вы её получили.
revoked-heading = Приглашение больше не действует
revoked-lead = Его отозвали. Попросите новое у того, от кого вы его получили.
unknown-heading = Приглашение не найдено
unknown-lead = Возможно, в ссылке не хватает части. Откройте её ещё раз из сообщения или скопируйте целиком. Если ссылка старая, попросите новую.
try-again = Попробовать ещё раз
to-invitation = Вернуться к приглашению
open-my-app = Открыть приложение
contact-server = Связаться с { $site }
ask-label = Сообщение тому, кто прислал вам ссылку
ask-message = Ссылка на { $site } у меня не работает. Можно новую?
ask-copy = Скопировать сообщение
open-secure = Открыть защищённую страницу
open-yourself = Ничего не произошло? Откройте приложение для общения самостоятельно.
incomplete-heading = Ссылка неполная
incomplete-lead = Откройте её ещё раз из сообщения или скопируйте целиком.
start-heading = Пригласить на сервер { $site }
start-lead = Войдите со своим адресом и паролем, чтобы создавать приглашения.
start-log-in = Войти
start-log-out = Выйти
start-hello = Вы вошли как { $address }
start-make-heading = Новое приглашение
start-for = Для кого оно?
start-for-newcomer = Для новичка на сервере { $site }
start-for-newcomer-hint = Когда аккаунт будет создан, вы появитесь друг у друга в контактах.
start-for-contact = Для того, у кого уже есть XMPP-аккаунт
start-username = Имя пользователя (необязательно)
start-username-hint = Оставьте пустым, чтобы человек выбрал его сам.
start-message = Сообщение (необязательно)
start-message-hint = Его видно на странице приглашения, и новый аккаунт получит его первым сообщением.
start-note = Заметка для себя
start-note-hint = Например, имя. Её увидите только вы и администраторы сервера.
start-rooms = { adhoc-rooms }
start-make = Создать приглашение
start-made-heading = Ваше приглашение готово
start-made-lead = Отправьте эту ссылку одному человеку. Она сработает только один раз.
start-made-contact-only = Сейчас вы не можете создавать приглашения для новых аккаунтов. Эта ссылка — для того, у кого аккаунт уже есть.
start-made-code = QR-код ссылки
start-link = Ссылка для отправки
start-list-heading = Неиспользованные приглашения
start-list-none = Неиспользованных приглашений нет.
start-list-more = Показаны только самые новые.
start-list-account = Новый аккаунт
start-list-contact = Новый контакт
start-list-contact-account = Новый аккаунт и контакт
start-list-reset = Новый пароль
start-cards = Карточки с приглашением
start-sheet-left = Осталось { $left } из { $most }
start-valid-until = Действует до { $date }
start-valid-always = Действует бессрочно
start-copy-this = Копировать ссылку: { $note }
start-share-this = Поделиться ссылкой: { $note }
start-revoke = Отозвать
start-revoke-this = Отозвать приглашение: { $note }
start-revoke-sure = Ссылка перестанет работать.
start-revoke-yes = Отозвать приглашение
start-revoke-cards-sure = Карточки, которыми ещё никто не воспользовался, перестанут работать.
start-revoke-cards = Отозвать все карточки
start-revoked = Приглашение отозвано. Его ссылка больше не работает.
start-revoked-cards = { $count ->
    [one] Отозвана { $count } карточка.
    [few] Отозваны { $count } карточки.
    [many] Отозвано { $count } карточек.
   *[other] Отозвано { $count } карточки.
}
start-sheet-heading = Напечатать карточки с приглашениями
start-sheet-lead = Для мероприятия: каждая карточка — приглашение для одного человека.
start-sheet-title = Для чего карточки?
start-sheet-title-hint = Печатается на каждой карточке. Например: Летний праздник
start-sheet-count = Число карточек
start-sheet-room = { $count ->
    [one] Сейчас можно создать ещё { $count } приглашение.
    [few] Сейчас можно создать ещё { $count } приглашения.
    [many] Сейчас можно создать ещё { $count } приглашений.
   *[other] Сейчас можно создать ещё { $count } приглашения.
}
start-sheet-make = Создать карточки
start-sheet-again = Напечатать снова
start-back = Назад
start-print = Распечатайте эту страницу и вырежьте карточки. Карточкой может воспользоваться любой, у кого она есть, поэтому храните их надёжно.
error-login = Неверный адрес или пароль.
error-login-throttled = Слишком много попыток. Попробуйте ещё раз через несколько минут.
error-logged-out = Сеанс завершён, потому что вы были неактивны. Войдите ещё раз.
error-count = Выберите число от 1 до { $count }.
error-note = Заметка слишком длинная, или в ней есть символы, которые нельзя показать. Можно ввести не больше { $count } символов.
error-message = Сообщение слишком длинное, или в нём есть символы, которые нельзя показать. Можно ввести не больше { $count } символов.
error-title = Текст слишком длинный, или в нём есть символы, которые нельзя показать. Можно ввести не больше { $count } символов.
error-lifetime = Ваши приглашения не могут действовать так долго. Выберите срок покороче.
error-rooms = Одну из этих комнат выбрать нельзя. Выберите ещё раз.
error-no-cards = Карточек для печати не осталось.
error-failed = Что-то пошло не так. Попробуйте ещё раз через несколько минут.
error-not-revocable = Это приглашение уже нельзя отозвать.
error-not-allowed = У вас нет прав на такие приглашения.
error-quota-pending = Слишком много ваших приглашений ещё не использовано. Отзовите некоторые из них или подождите, пока ими воспользуются.
error-quota-daily = Сегодня больше нельзя создавать приглашения. Попробуйте завтра.

card-heading = Вас приглашают на сервер { $site }
card-chat = Общайтесь с нами на сервере { $site }
card-lead = Отсканируйте код камерой телефона или введите этот адрес в браузере:
card-lead-app = Отсканируйте код камерой телефона или откройте эту ссылку в XMPP-приложении:
card-expires = Действует до { $date }, для одного человека.
card-always = Для одного человека.

contact-only-heading = Для этого приглашения нужен аккаунт
contact-only-lead = Оно добавляет контакт, но не создаёт аккаунт. Откройте ссылку из сообщения ещё раз, чтобы увидеть, что можно сделать.
not-encrypted-heading = Соединение не защищено
not-encrypted-lead = Ваш пароль могут прочитать другие. Откройте ссылку с https:// в начале или обратитесь к администратору сервера { $site }.
bad-request-heading = Что-то пошло не так
bad-request-lead = Ничего не изменилось. Вернитесь назад и попробуйте ещё раз.
app-unknown-heading = Это приложение здесь недоступно
app-unknown-lead = Вернитесь к приглашению и выберите другое приложение.
throttled-heading = Подождите немного
throttled-lead = Из вашей сети открыли слишком много недействительных ссылок. Попробуйте ещё раз через несколько минут.
elsewhere-heading = Здесь это сделать нельзя
elsewhere-lead = Аккаунтами { $host } управляют в другом месте, поэтому по приглашению нельзя ни создать аккаунт, ни задать пароль. Обратитесь к администратору сервера.
busy-heading = { throttled-heading }
busy-lead = Сервер сейчас перегружен. Попробуйте ещё раз через минуту.
failed-heading = Что-то пошло не так
failed-lead = Это наша ошибка, а не ваша. Попробуйте ещё раз через несколько минут.

footer-terms = Условия
footer-privacy = Конфиденциальность
footer-imprint = О нас
footer-contact = Контакты

app-conversations = Чат и звонки, легко освоить. Бесплатно в { -f-droid }, платно в Google Play.
app-cheogram = Создано на основе Conversations, умеет звонить и на обычные номера. Бесплатно в { -f-droid }, платно в Google Play.
app-yaxim = Небольшое и лёгкое, работает и на старых телефонах.
app-monocles-chat = Создано на основе Conversations, настроек больше. Бесплатно в { -f-droid }, платно в Google Play.
app-monal = Чат и звонки для iPhone, iPad и Mac.
app-siskin-im = Лёгкое приложение для iPhone и iPad.
app-beagle-im = Лёгкое приложение для Mac от создателей Siskin.
app-dino = Аккуратное и простое, для Linux.
app-gajim = Много возможностей, для Windows, Linux и Mac.
app-kaidan = Дружелюбное и современное, для компьютеров и телефонов с Linux.
app-psi = Много настроек, для опытных пользователей. Psi+ — версия с новейшими функциями.
app-converse-js = Чат в браузере. Ничего устанавливать не нужно.
app-movim = Чат и новости в браузере. Пароль вы вводите на сайте, который там выберете, поэтому выберите тот, которому доверяете.
app-renga = Для компьютеров с Haiku.

refusal-no-token = Код приглашения не указан
refusal-token-missing = Отсутствует код приглашения
refusal-token-invalid = Код приглашения недействителен, или срок его действия истёк
refusal-token-expired = { refusal-token-invalid }
refusal-token-used = { refusal-token-invalid }
refusal-token-revoked = { refusal-token-invalid }
refusal-token-not-for-registration = { refusal-token-invalid }
refusal-token-not-for-contact = { refusal-token-invalid }
refusal-inviter-gone = { refusal-token-invalid }
refusal-permit-spent = { refusal-token-invalid }
refusal-invite-damaged = { refusal-token-invalid }
refusal-not-invited = На этом сервере можно зарегистрироваться только по приглашению
refusal-password-unusable = Этот пароль использовать нельзя
refusal-invite-in-use = Этим приглашением сейчас кто-то пользуется. Попробуйте позже
refusal-username-invalid = Такое имя пользователя не подходит
refusal-jid-invalid = Такой адрес не подходит
refusal-username-too-long = Это имя пользователя слишком длинное
refusal-username-mismatch = Это приглашение для другого имени пользователя
refusal-username-reserved = Это имя пользователя зарезервировано
refusal-managed-elsewhere = Аккаунтами этого сервера управляют в другом месте
refusal-account-exists = Это имя пользователя уже занято
refusal-account-not-found = Такого аккаунта нет
refusal-data-invalid = В приглашении есть данные, которые нельзя сохранить
refusal-room-refused = Одной из этих комнат нет, или вы не можете впускать в неё других
refusal-form-invalid = Не удалось прочитать эту форму
refusal-text-too-long = Этот текст слишком длинный
refusal-text-unclean = В этом тексте есть символы, которые нельзя показать
refusal-ttl-invalid = Приглашение не может действовать так долго
refusal-uses-invalid = Приглашение нельзя использовать столько раз
refusal-ttl-too-long = Ваши приглашения не могут действовать так долго
refusal-contact-ttl-too-long = Приглашение в контакты не может действовать так долго
refusal-uses-too-many = Ваши приглашения нельзя использовать столько раз
refusal-quota-pending = Слишком много ваших приглашений ещё не использовано
refusal-quota-daily = Сегодня вы создали слишком много приглашений
refusal-inviter-new = Этим приглашением пока нельзя воспользоваться. Попробуйте позже
refusal-tree-full = Сейчас этим приглашением нельзя воспользоваться. Попробуйте позже
refusal-not-allowed = У вас нет прав на такие приглашения
refusal-reference-ambiguous = Подходит больше одного приглашения
refusal-throttled = Слишком много недействительных приглашений. Попробуйте позже
refusal-ask = Не удалось проверить ваш аккаунт. Попробуйте позже
refusal-busy = Сервер сейчас перегружен. Попробуйте ещё раз через минуту
refusal-internal-server-error = Приглашения сейчас не работают. Попробуйте позже

adhoc-refusal-token-invalid = Такого приглашения нет
adhoc-refusal-token-expired = Срок действия приглашения истёк
adhoc-refusal-token-used = Приглашение уже использовано
adhoc-refusal-token-revoked = Приглашение отозвано
adhoc-refusal-invite-damaged = Запись приглашения в базе данных повреждена
adhoc-refusal-inviter-new = Ваш аккаунт слишком новый, чтобы другие могли по нему регистрироваться. Попробуйте позже.
adhoc-refusal-tree-full = В последнее время по вашим приглашениям пришло много людей. Попробуйте позже.
adhoc-forbidden = У вас нет прав на эту команду
adhoc-unavailable = Это вам недоступно
adhoc-no-action = Эта команда не поддерживает такое действие
adhoc-problem = { $field }: { $problem }
adhoc-value-missing = обязательное поле
adhoc-value-address = неверный адрес
adhoc-value-boolean = допустимо только «да» или «нет»
adhoc-value-choice = такого варианта нет
adhoc-value-long = слишком длинно
adhoc-value-unclean = есть символы, которые нельзя показать
adhoc-whole-address = Введите полный адрес, например { $address }

adhoc-created = Ваше приглашение готово
adhoc-contact-only = Сейчас вы не можете создавать приглашения для новых аккаунтов. Это приглашение — для того, у кого аккаунт уже есть.
adhoc-link = Ссылка для тех, у кого есть XMPP-приложение
adhoc-page = Ссылка, которую можно отправить
adhoc-valid-until = Действует до
adhoc-expire = Точный срок действия
adhoc-note-later = Чтобы записать, для кого приглашение, откройте «{ $command }»

adhoc-account-title = Создать приглашение для нового аккаунта
adhoc-account-lead = Создаёт ссылку, по которой можно создать аккаунт на { $host }.
adhoc-no-registration = Регистрация на { $host } отключена, поэтому приглашение не сработает. Обратитесь к администратору сервера
adhoc-username = Имя пользователя
adhoc-username-hint = Оставьте пустым, чтобы его можно было выбрать самостоятельно
adhoc-befriend = Добавить меня и новый аккаунт друг другу в контакты
adhoc-lifetime = Срок действия
adhoc-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
    [many] { $count } дней
   *[other] { $count } дня
}
adhoc-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
    [many] { $count } часов
   *[other] { $count } часа
}
adhoc-minutes = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
    [many] { $count } минут
   *[other] { $count } минуты
}
adhoc-seconds = { $count ->
    [one] { $count } секунда
    [few] { $count } секунды
    [many] { $count } секунд
   *[other] { $count } секунды
}
adhoc-without-end = бессрочно
adhoc-most-uses = Сколько аккаунтов можно создать по этому приглашению
adhoc-role = Роль нового аккаунта
adhoc-role-usual = По умолчанию
adhoc-role-registered = Зарегистрированный пользователь
adhoc-role-member = Участник
adhoc-role-admin = Администратор
adhoc-role-operator = Оператор, может делать всё на всём сервере
adhoc-role-named = { $words } ({ $role })
adhoc-groups = Группы нового аккаунта
adhoc-options-cut = В списке только первые { $count }. Остальные администратор может назначить в командной строке.
adhoc-note = Заметка
adhoc-note-hint = Например, имя. Видна в списке ваших приглашений
adhoc-message = Сообщение
adhoc-message-hint = Видно на странице приглашения; новый аккаунт получит его первым сообщением

adhoc-contact-title = Создать приглашение в контакты с сообщением
adhoc-contact-lead = Создаёт ссылку, по которой тот, у кого уже есть аккаунт, станет вашим контактом.
adhoc-invitee = Только для этого адреса
adhoc-invitee-hint = Оставьте пустым, если ссылкой может воспользоваться любой
adhoc-contact-message-hint = Видно на странице приглашения
adhoc-rooms = Комнаты для нового участника
adhoc-other-rooms = Другие комнаты
adhoc-other-rooms-hint = Адреса комнат через пробел

adhoc-reset-title = Создать приглашение для смены пароля
adhoc-reset-lead = Создаёт ссылку, по которой владелец этого аккаунта может задать новый пароль.
adhoc-reset-address = Адрес аккаунта
adhoc-account-here = Это должен быть аккаунт на { $host }
adhoc-higher-role = У этого аккаунта роль выше вашей

adhoc-own-title = Мои приглашения
adhoc-all-title = Управление всеми приглашениями
adhoc-all-lead = Какие приглашения вы хотите увидеть?
adhoc-list-title = Все приглашения
adhoc-invites = Приглашения
adhoc-which-usable = Действующие
adhoc-which-pending = Действующие, только для аккаунтов и паролей
adhoc-which-used = Использованные
adhoc-which-all = Все, включая отозванные и истёкшие
adhoc-user = Только созданные пользователем
adhoc-choose-lead = Выберите приглашение и действие.
adhoc-invite = Приглашение
adhoc-verb = Действие
adhoc-verb-show = Показать подробности и ссылку
adhoc-verb-extend = Изменить срок действия
adhoc-verb-label = Изменить заметку
adhoc-verb-revoke = Отозвать (ссылка перестанет работать)
adhoc-more-invites = … (ещё)
adhoc-all-of-them = … (показать все, включая использованные и истёкшие)
adhoc-no-such-invites = Приглашений не найдено
adhoc-no-more-invites = Больше приглашений нет

adhoc-line-note = { $note }: { $about }
adhoc-line-alike = { $line } [{ $id }]
adhoc-comma = { ", " }
adhoc-purpose-account = аккаунт
adhoc-purpose-account-named = аккаунт { $address }
adhoc-purpose-contact = контакт
adhoc-purpose-contact-account = аккаунт и контакт
adhoc-purpose-reset = новый пароль для { $address }
adhoc-state-usable = действует
adhoc-state-until = до { $date }
adhoc-state-claimed = сейчас используется
adhoc-state-redeemed = использовано полностью
adhoc-state-revoked = отозвано
adhoc-state-expired = срок истёк
adhoc-used = { $count ->
    [one] использовано { $count } раз
    [few] использовано { $count } раза
    [many] использовано { $count } раз
   *[other] использовано { $count } раза
}
adhoc-used-of = использований: { $count } из { $most }
adhoc-made-by = автор: { $creator }

adhoc-invite-title = Приглашение { $id }
adhoc-purpose = Назначение
adhoc-state = Состояние
adhoc-uses = Использования
adhoc-maker = Автор
adhoc-created-at = Создано
adhoc-id = Идентификатор
adhoc-link-left-out = Ссылка скрыта: приглашение даёт больше прав, чем вы можете дать
adhoc-valid-for = Срок действия
adhoc-extend-lead = Отсчитывается с этого момента.
adhoc-extend-gives-more = Нельзя продлить приглашение, которое даёт больше прав, чем вы можете дать
adhoc-extend-admins = Продлить это приглашение может только администратор
adhoc-extended = Приглашение теперь действует до { $date }
adhoc-extended-endless = Приглашение теперь действует бессрочно
adhoc-label-lead = Её видят автор приглашения и администраторы. Чтобы удалить заметку, оставьте поле пустым.
adhoc-labelled = Заметка сохранена
adhoc-label-removed = Заметка удалена
adhoc-revoked = Приглашение отозвано

notice-joined = По вашему приглашению создан аккаунт { $address }.
notice-joined-note = По вашему приглашению ({ $note }) создан аккаунт { $address }.
notice-tree-full = Через { $address } пока больше никто не может присоединиться: достигнут лимит этого сервера. Команда «tree» показывает, кто кого пригласил.
notice-tree-deep = Через новейшие аккаунты ниже { $address } пока никто не может присоединиться: достигнут лимит поколений этого сервера. Команда «tree» показывает, кто кого пригласил.
