# ما تقوله صفحات الدعوات؛ انظر en.ftl
language-name = العربية
languages = اللغات
invited-by = دعوة من { $inviter }

account-heading = لديك دعوة إلى { $site }
account-heading-inviter = لديك دعوة من { $inviter } إلى { $site }
account-lead = أنشئ حسابك وابدأ المحادثة. يستغرق ذلك نحو ثلاث دقائق.
contact-heading = لديك دعوة للتحدث مع { $inviter }
contact-lead = أضف { $inviter } في تطبيق المحادثة لديك. يصلح أي تطبيق وأي مزوّد يدعم XMPP، وهي شبكة محادثة مفتوحة. العنوان: { $address }.
contact-account-lead = اقبل الدعوة لتتحدثا معًا. ليس لديك حساب بعد؟ يمكنك إنشاء حساب في { $site }.
reset-heading = اختيار كلمة مرور جديدة
reset-lead = بهذا الرابط يمكنك تعيين كلمة مرور جديدة للحساب { $address }. إن لم تطلب ذلك فأغلق هذه الصفحة: لم يتغير شيء.
bound = سيكون عنوانك { $address }.
rooms-lead = الغرف التي ستنضم إليها: { $rooms }

open-account = فتح الدعوة في التطبيق
open-account-lead = بعض تطبيقات XMPP تستطيع فتح الدعوة مباشرة.
open-contact = إضافة { $inviter }
open-contact-lead = تستطيع تطبيقات XMPP كثيرة إضافة { $inviter } إلى جهات اتصالك مباشرة.
open-contact-account-lead = { open-contact-lead }
open-reset = فتح في التطبيق
open-reset-lead = في بعض التطبيقات يمكنك تعيين كلمة المرور الجديدة مباشرة.

apps-heading = احصل على تطبيق محادثة
apps-heading-contact = أحتاج إلى حساب
apps-heading-contact-account = ليس لدي حساب بعد
apps-heading-reset = في تطبيق
apps-lead = اختر تطبيقًا وسنرشدك إلى الباقي.
apps-lead-contact = اختر تطبيقًا يساعدك على إنشاء حساب لدى المزوّد الذي تفضّله، ثم عد إلى هذه الصفحة.
other-apps = تطبيقات أخرى
no-apps = ابحث في متجر التطبيقات على جهازك عن تطبيق محادثة يدعم XMPP، ثم عد إلى هذه الصفحة.
browser-lead = أو أنشئ حسابك أولًا واختر التطبيق لاحقًا:
browser-account = إنشاء حسابي
browser-reset = اختيار كلمة مرور جديدة

phone-heading = هل تفضّل هاتفك؟
phone-lead = امسح هذا الرمز بكاميرا هاتفك لتُفتح هذه الصفحة عليه.
code = رمز QR لهذه الصفحة
link-label = رابط هذه الصفحة
copy = نسخ
copied = تم النسخ
share = مشاركة
print = طباعة
moment = { $day } { $month ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[12] ديسمبر
} { $year }، { $time } UTC

expires-soon = يبقى هذا الرابط صالحًا أقل من دقيقة.
expires-hours = { $count ->
    [one] يبقى هذا الرابط صالحًا ساعة واحدة.
    [two] يبقى هذا الرابط صالحًا ساعتين.
    [few] يبقى هذا الرابط صالحًا { $count } ساعات.
    [many] يبقى هذا الرابط صالحًا { $count } ساعة.
   *[other] يبقى هذا الرابط صالحًا { $count } ساعة.
}
expires-minutes = { $count ->
    [one] يبقى هذا الرابط صالحًا دقيقة واحدة.
    [two] يبقى هذا الرابط صالحًا دقيقتين.
    [few] يبقى هذا الرابط صالحًا { $count } دقائق.
    [many] يبقى هذا الرابط صالحًا { $count } دقيقة.
   *[other] يبقى هذا الرابط صالحًا { $count } دقيقة.
}
expires-at = صالح حتى { $date }
get-app = تنزيل { $app }
have-app = لدي تطبيق
open-invitation = فتح الدعوة
nothing-happened = لم يحدث شيء؟ انسخ هذا الرابط والصقه في تطبيق المحادثة لديك.
contact-address = عنوان { $inviter }
contact-open = فتح العنوان فقط في التطبيق
other-ways = طرق أخرى للانضمام
other-ways-contact = ليس لدي تطبيق محادثة بعد
other-ways-reset = فتح هذه الصفحة على جهاز آخر
in-app-browser = هذا متصفح داخل تطبيق آخر، وقد لا يستطيع فتح الدعوات. افتح هذه الصفحة في متصفحك: ابحث في القائمة عن «فتح في المتصفح».

setup-heading = البدء مع { $app }
setup-title = الانضمام إلى { $site } عبر { $app }
progress-install = التثبيت
progress-open = فتح الدعوة
download = تنزيل
download-store = متوفر على
download-site = تنزيل من
# Its hyphen is no place to break a line.
-f-droid = F-{ "\u2060" }Droid
store-paid = هذا التطبيق مدفوع على Google Play ومجاني على { -f-droid }.
step-install = ثبّت { $app }
step-visit = افتح { $app }
step-come-back = ثم عد إلى هذه الصفحة. إن أُغلقت فافتح الرابط من رسالتك واختر { $app } مرة أخرى.
step-brings = ثبّت { $app } ثم افتحه، وستظهر دعوتك فيه تلقائيًا.
step-other-store = إن ثبّتّه من مكان آخر فعد بعد ذلك إلى هذه الصفحة.
step-press = عد وافتح الدعوة
step-then = الخطوة الأخيرة
step-open-account = يُفتح { $app } مع دعوتك. أنشئ حسابك فيه.
step-open-contact = يُفتح { $app } ويسألك هل تريد إضافة { $inviter }. إن لم يكن لديك حساب بعد فأنشئ حسابًا أولًا.
step-open-contact-account = يُفتح { $app } مع دعوتك ويضيف { $inviter } إلى جهات اتصالك.
step-open-reset = يُفتح { $app }. اختر فيه كلمة مرورك الجديدة.
step-add-contact = إن لم يكن لديك حساب بعد فأنشئ حسابًا في { $app }، ثم أضف { $address } إلى جهات اتصالك.
step-log-in = سجّل الدخول في { $app } بعنوانك وكلمة مرورك.
step-other-app = لا يستطيع { $app } فتح هذا الرابط. افتحه أولًا في تطبيق آخر، ثم سجّل الدخول في { $app } بالعنوان نفسه وكلمة المرور نفسها.
trouble = لم يحدث شيء؟ انسخ هذا الرابط والصقه في { $app }.
back = اختيار تطبيق آخر

register-heading = أنشئ حسابك في { $site }
register-lead = اختر اسم مستخدم وكلمة مرور.
register-lead-bound = اختر كلمة مرور.
register-lead-contact = اختر اسم مستخدم وكلمة مرور، وبعدها يمكنك التحدث مع { $inviter }.
register-submit = إنشاء الحساب
reset-form-lead = بعد ذلك ستطلب كل تطبيقاتك كلمة المرور الجديدة.
reset-submit = حفظ كلمة المرور
field-username = اسم المستخدم
field-username-hint = مثل anna أو anna.ali. استخدم حروفًا لاتينية صغيرة وأرقامًا ونقاطًا وشرطات.
field-address = عنوانك
field-password = كلمة المرور
field-new-password = كلمة المرور الجديدة
field-password-hint = احفظها في متصفحك أو دوّنها. لا يمكننا إرسالها إليك.
field-password-length = { $count ->
    [one] استخدم حرفًا واحدًا على الأقل.
    [two] استخدم حرفين على الأقل.
    [few] استخدم { $count } أحرف على الأقل.
    [many] استخدم { $count } حرفًا على الأقل.
   *[other] استخدم { $count } حرف على الأقل.
}
username-free = اسم المستخدم هذا متاح.
username-suggestions = ما رأيك في أحد هذه الأسماء؟
password-weak = يسهل تخمينها. بضع كلمات عشوائية أكثر أمانًا.
password-fair = يمكن أن تكون أقوى. أضف كلمة أخرى.
password-good = كلمة مرور قوية.
password-suggest = اقتراح كلمة مرور
error-password-weak = يسهل تخمين كلمة المرور هذه. اختر غيرها، أو أدخلها مرة أخرى للاحتفاظ بها.
progress-account = الحساب
progress-app = التطبيق
progress-chat = المحادثة
extra-nick = الاسم المستعار
extra-name = الاسم الكامل
extra-first = الاسم الأول
extra-last = اسم العائلة
extra-email = البريد الإلكتروني
extra-address = الشارع
extra-city = المدينة
extra-state = المحافظة أو المنطقة
extra-zip = الرمز البريدي
extra-phone = رقم الهاتف
extra-url = صفحة الويب
extra-date = تاريخ الميلاد
extra-optional = اختياري
extra-required = مطلوب
show = إظهار
hide = إخفاء
error-username-empty = أدخل اسم مستخدم.
error-username-invalid = لا يمكن أن يحتوي اسم المستخدم على مسافات أو رموز مثل @ أو /.
error-username-long = اسم المستخدم هذا طويل جدًا. اختر اسمًا أقصر.
error-username-taken = اسم المستخدم هذا محجوز. جرّب اسمًا آخر.
error-password-empty = أدخل كلمة مرور.
error-password-short = { $count ->
    [one] كلمة المرور قصيرة جدًا. استخدم حرفًا واحدًا على الأقل.
    [two] كلمة المرور قصيرة جدًا. استخدم حرفين على الأقل.
    [few] كلمة المرور قصيرة جدًا. استخدم { $count } أحرف على الأقل.
    [many] كلمة المرور قصيرة جدًا. استخدم { $count } حرفًا على الأقل.
   *[other] كلمة المرور قصيرة جدًا. استخدم { $count } حرف على الأقل.
}
error-password-username = يجب ألا تحتوي كلمة المرور على اسم المستخدم.
error-password-long = كلمة المرور هذه طويلة جدًا. تكفي بضع كلمات.
error-password-control = في كلمة المرور رمز غير مرئي، مثل مسافة جدولة أو سطر جديد. اكتبها بنفسك، أو انسخها من دون هذا الرمز.
error-password-characters = في كلمة المرور رمز لا تستطيع تطبيقات المحادثة إرساله. استخدم الحروف والأرقام والمسافات ورموزًا مثل ! أو -.
error-extra-missing = املأ هذا الحقل.
error-extra-long = النص طويل جدًا.
error-extra-invalid = هذه القيمة غير صالحة. تحقق منها وحاول مرة أخرى.
error-extra-email = أدخل بريدًا إلكترونيًا مثل name@example.com.
error-in-use = شخص آخر يستخدم هذه الدعوة الآن. حاول مرة أخرى بعد دقيقة.
error-form-too-old = بقيت هذه الصفحة مفتوحة مدة طويلة، أو أن متصفحك يحظر ملفات تعريف الارتباط. أدخل كلمة مرورك وحاول مرة أخرى.
error-no-cookies = لا يحفظ متصفحك ملفات تعريف الارتباط لهذه الصفحة، والنموذج يحتاج إليها. اسمح بها للموقع { $host } أو افتح الرابط في متصفح آخر.
success-heading = مرحبًا بك في { $site }!
success-lead = حسابك جاهز.
success-keep = استخدم هذا العنوان وكلمة مرورك لتسجيل الدخول على كل أجهزتك.
success-contact = { $inviter } في جهات اتصالك بالفعل.
success-save = احفظ كلمة المرور الآن، في متصفحك أو على ورقة. لا يمكننا إرسالها إليك.
success-webchat = ابدأ المحادثة الآن
success-webchat-lead = تحدّث هنا في متصفحك، من دون تثبيت أي شيء.
success-webchat-open = فتح محادثة الويب
success-apps = والآن ثبّت تطبيقًا
success-apps-lead = ثبّت هذا التطبيق، ثم سجّل الدخول بعنوانك وكلمة مرورك.
success-apps-lead-more = ثبّت هذا التطبيق أو تطبيقًا آخر من القائمة أدناه، ثم سجّل الدخول بعنوانك وكلمة مرورك.
success-log-in = سجّل الدخول
success-open-app = فتح { $app }
reset-success-heading = تم تغيير كلمة المرور
reset-success-lead = سجّل الدخول في تطبيقاتك بكلمة المرور الجديدة. لم يتغير شيء آخر.

used-heading = سبق استخدام هذه الدعوة
used-lead = إن كنت أنت من استخدمها فحسابك جاهز: افتح تطبيقك وسجّل الدخول. وإلا فاطلب رابطًا جديدًا ممن دعاك.
used-reset-heading = سبق استخدام هذا الرابط
used-reset-lead = إن كنت أنت من استخدمه فسجّل الدخول بكلمة مرورك الجديدة. وإلا فأبلغ مدير { $site } فورًا.
later-heading = لا يمكن استخدام هذه الدعوة الآن
later-lead = يمكنك استخدامها لاحقًا: لم يُستهلك شيء. حاول مرة أخرى غدًا، أو اسأل الشخص الذي دعاك.
used-contact-heading = سبق استخدام هذه الدعوة
used-contact-lead = إن كنت أنت من استخدمها فيمكنكما التحدث الآن: افتح تطبيقك. وإلا فاطلب رابطًا جديدًا ممن دعاك.
expired-heading = انتهت صلاحية هذا الرابط
expired-lead = اطلب رابطًا جديدًا ممن أرسله إليك.
revoked-heading = لم تعد هذه الدعوة صالحة
revoked-lead = أُلغيت. اطلب دعوة جديدة ممن أرسلها إليك.
unknown-heading = لم نعثر على هذه الدعوة
unknown-lead = ربما ينقص جزء من الرابط. افتحه مرة أخرى من رسالتك أو انسخه كاملًا. إن كان الرابط قديمًا فاطلب رابطًا جديدًا.
try-again = إعادة المحاولة
to-invitation = العودة إلى الدعوة
open-my-app = فتح تطبيقي
contact-server = التواصل مع { $site }
ask-label = رسالة إلى من أرسل إليك الرابط
ask-message = رابط { $site } الذي أرسلته إليّ لا يعمل. هل يمكنك إرسال رابط جديد؟
ask-copy = نسخ الرسالة
open-secure = فتح الصفحة الآمنة
open-yourself = لم يحدث شيء؟ افتح تطبيق المحادثة لديك بنفسك.
incomplete-heading = هذا الرابط غير مكتمل
incomplete-lead = افتحه مرة أخرى من رسالتك أو انسخه كاملًا.
start-heading = ادعُ الناس إلى { $site }
start-lead = سجّل الدخول بعنوانك وكلمة مرورك لإنشاء الدعوات.
start-log-in = تسجيل الدخول
start-log-out = تسجيل الخروج
start-hello = تم تسجيل الدخول بالعنوان { $address }
start-make-heading = دعوة جديدة
start-for = لمن هي؟
start-for-newcomer = لشخص جديد في { $site }
start-for-newcomer-hint = عند إنشاء الحساب يُضاف كل منكما إلى جهات اتصال الآخر.
start-for-contact = لشخص لديه حساب XMPP
start-username = اسم المستخدم (اختياري)
start-username-hint = اتركه فارغًا ليختاره الشخص المدعو.
start-message = رسالة (اختيارية)
start-message-hint = تظهر في صفحة الدعوة، وتصل إلى الحساب الجديد كأول رسالة.
start-note = ملاحظة لنفسك
start-note-hint = اسم مثلًا. لا يراها إلا أنت ومديرو الخادم.
start-rooms = { adhoc-rooms }
start-make = إنشاء الدعوة
start-made-heading = دعوتك جاهزة
start-made-lead = أرسل هذا الرابط إلى شخص واحد. يعمل مرة واحدة فقط.
start-made-contact-only = لا يمكنك الآن دعوة مزيد من الأشخاص إلى إنشاء حساب. هذا الرابط لمن لديه حساب.
start-made-code = رمز QR للرابط
start-link = الرابط الذي ترسله
start-list-heading = دعوات لم تُستخدم بعد
start-list-none = ليس لديك دعوات غير مستخدمة.
start-list-more = تظهر الأحدث فقط.
start-list-account = حساب جديد
start-list-contact = جهة اتصال جديدة
start-list-contact-account = حساب وجهة اتصال جديدان
start-list-reset = كلمة مرور جديدة
start-cards = بطاقات دعوة
start-sheet-left = بقي { $left } من { $most }
start-valid-until = صالحة حتى { $date }
start-valid-always = بلا تاريخ انتهاء
start-copy-this = نسخ الرابط: { $note }
start-share-this = مشاركة الرابط: { $note }
start-revoke = إلغاء الدعوة
start-revoke-this = إلغاء الدعوة: { $note }
start-revoke-sure = سيتوقف الرابط عن العمل.
start-revoke-yes = نعم، إلغاء الدعوة
start-revoke-cards-sure = ستتوقف البطاقات التي لم يستخدمها أحد بعد عن العمل.
start-revoke-cards = إلغاء كل البطاقات
start-revoked = أُلغيت الدعوة، ولم يعد رابطها يعمل.
start-revoked-cards = { $count ->
    [one] أُلغيت بطاقة واحدة.
    [two] أُلغيت بطاقتان.
    [few] أُلغيت { $count } بطاقات.
    [many] أُلغيت { $count } بطاقة.
   *[other] أُلغيت { $count } بطاقة.
}
start-sheet-heading = طباعة بطاقات دعوة
start-sheet-lead = للمناسبات: كل بطاقة دعوة لشخص واحد.
start-sheet-title = ما الغرض من البطاقات؟
start-sheet-title-hint = يُطبع على كل بطاقة. مثل: حفل الصيف
start-sheet-count = عدد البطاقات
start-sheet-room = { $count ->
    [one] يمكنك الآن إنشاء دعوة واحدة أخرى.
    [two] يمكنك الآن إنشاء دعوتين أخريين.
    [few] يمكنك الآن إنشاء { $count } دعوات أخرى.
    [many] يمكنك الآن إنشاء { $count } دعوة أخرى.
   *[other] يمكنك الآن إنشاء { $count } دعوة أخرى.
}
start-sheet-make = إنشاء البطاقات
start-sheet-again = إعادة الطباعة
start-back = رجوع
start-print = اطبع هذه الصفحة وقصّ البطاقات. يستطيع كل من لديه بطاقة استخدامها، فاحفظها في مكان آمن.
error-login = العنوان أو كلمة المرور خطأ.
error-login-throttled = محاولات كثيرة جدًا. حاول مرة أخرى بعد بضع دقائق.
error-logged-out = تم تسجيل خروجك لعدم النشاط. سجّل الدخول مرة أخرى.
error-count = اختر عددًا من 1 إلى { $count }.
error-note = الملاحظة طويلة جدًا أو فيها رموز لا يمكن عرضها. عدد الأحرف المسموح به: { $count }.
error-message = الرسالة طويلة جدًا أو فيها رموز لا يمكن عرضها. عدد الأحرف المسموح به: { $count }.
error-title = النص طويل جدًا أو فيه أحرف لا يمكن عرضها. عدد الأحرف المسموح به: { $count }.
error-lifetime = لا يمكن أن تدوم صلاحية دعواتك كل هذه المدة. اختر مدة أقصر.
error-rooms = لا يمكن استخدام إحدى هذه الغرف. اختر مرة أخرى.
error-no-cards = لم تعد هناك بطاقات للطباعة.
error-failed = حدث خطأ ما. حاول مرة أخرى بعد بضع دقائق.
error-not-revocable = لم يعد من الممكن إلغاء هذه الدعوة.
error-not-allowed = لا يُسمح لك بإنشاء هذا النوع من الدعوات هنا.
error-quota-pending = كثير من دعواتك لم يُستخدم بعد. ألغِ بعضها أو انتظر حتى تُستخدم.
error-quota-daily = بلغت حدّ اليوم. حاول مرة أخرى غدًا.

card-heading = لديك دعوة إلى { $site }
card-chat = تحدّث معنا على { $site }
card-lead = امسح الرمز بكاميرا هاتفك، أو اكتب هذا العنوان في متصفح:
card-lead-app = امسح الرمز بكاميرا هاتفك، أو افتح هذا الرابط في تطبيق XMPP:
card-expires = صالحة حتى { $date }، لشخص واحد.
card-always = لشخص واحد.

contact-only-heading = تحتاج إلى حساب لهذه الدعوة
contact-only-lead = تضيف هذه الدعوة جهة اتصال لكنها لا تنشئ حسابًا. افتح الرابط من رسالتك مرة أخرى لترى ما يمكنك فعله.
not-encrypted-heading = هذا الاتصال غير آمن
not-encrypted-lead = قد يتمكن آخرون من قراءة كلمة مرورك. افتح الرابط بحيث يبدأ بـ https://{ "\u200E" }، أو تواصل مع مدير { $site }.
bad-request-heading = حدث خطأ ما
bad-request-lead = لم يتغير شيء. عد إلى الصفحة السابقة وحاول مرة أخرى.
app-unknown-heading = هذا التطبيق غير متاح هنا
app-unknown-lead = عد إلى دعوتك واختر تطبيقًا آخر.
throttled-heading = انتظر قليلًا من فضلك
throttled-lead = فُتحت من شبكتك روابط كثيرة غير صالحة. حاول مرة أخرى بعد بضع دقائق.
elsewhere-heading = لا يمكن فعل ذلك هنا
elsewhere-lead = تُدار حسابات { $host } في مكان آخر، فلا يمكن لأي دعوة أن تنشئ حسابًا أو تعيّن كلمة مرور. تواصل مع مدير الخادم.
busy-heading = { throttled-heading }
busy-lead = الخادم مشغول جدًا الآن. حاول مرة أخرى بعد دقيقة.
failed-heading = حدث خطأ لدينا
failed-lead = الخطأ منا وليس منك. حاول مرة أخرى بعد بضع دقائق.

footer-terms = الشروط
footer-privacy = الخصوصية
footer-imprint = من نحن
footer-contact = اتصل بنا

app-conversations = محادثات ومكالمات، سهل الاستخدام. مجاني على { -f-droid } ومدفوع على Google Play.
app-cheogram = مبني على Conversations، مع مزايا إضافية مثل الاتصال بأرقام الهواتف. مجاني على { -f-droid } ومدفوع على Google Play.
app-yaxim = تطبيق صغير وخفيف يعمل أيضًا على الهواتف القديمة.
app-monocles-chat = مبني على Conversations، مع إعدادات أكثر. مجاني على { -f-droid } ومدفوع على Google Play.
app-monal = محادثات ومكالمات لأجهزة iPhone وiPad وMac.
app-siskin-im = تطبيق خفيف لأجهزة iPhone وiPad.
app-beagle-im = تطبيق خفيف لأجهزة Mac من مطوّري Siskin.
app-dino = مرتب وبسيط، لنظام Linux.
app-gajim = مزايا كثيرة، لأنظمة Windows وLinux وMac.
app-kaidan = سهل وعصري، للحواسيب والهواتف التي تعمل بنظام Linux.
app-psi = إعدادات كثيرة، لأصحاب الخبرة. وPsi+ هو الإصدار الذي يضم أحدث المزايا.
app-converse-js = محادثة في المتصفح من دون تثبيت أي شيء.
app-movim = محادثات وأخبار في المتصفح. تعطي كلمة مرورك للموقع الذي تختاره هناك، فاختر موقعًا تثق به.
app-renga = للحواسيب التي تعمل بنظام Haiku.

refusal-no-token = لم يُذكر رمز الدعوة
refusal-token-missing = رمز الدعوة غير موجود
refusal-token-invalid = رمز الدعوة غير صالح أو منتهي الصلاحية
refusal-token-expired = { refusal-token-invalid }
refusal-token-used = { refusal-token-invalid }
refusal-token-revoked = { refusal-token-invalid }
refusal-token-not-for-registration = { refusal-token-invalid }
refusal-token-not-for-contact = { refusal-token-invalid }
refusal-inviter-gone = { refusal-token-invalid }
refusal-permit-spent = { refusal-token-invalid }
refusal-invite-damaged = { refusal-token-invalid }
refusal-not-invited = التسجيل على هذا الخادم بالدعوات فقط
refusal-password-unusable = لا يمكن استخدام كلمة المرور هذه
refusal-invite-in-use = شخص آخر يستخدم هذه الدعوة الآن. حاول مرة أخرى لاحقًا
refusal-username-invalid = اسم المستخدم هذا غير صالح
refusal-jid-invalid = هذا العنوان غير صالح
refusal-username-too-long = اسم المستخدم هذا طويل جدًا
refusal-username-mismatch = هذه الدعوة لاسم مستخدم آخر
refusal-username-reserved = اسم المستخدم هذا محجوز
refusal-managed-elsewhere = تُدار حسابات هذا الخادم في مكان آخر
refusal-account-exists = اسم المستخدم هذا موجود من قبل
refusal-account-not-found = هذا الحساب غير موجود
refusal-data-invalid = في الدعوة بيانات لا يمكن حفظها
refusal-room-refused = إحدى هذه الغرف غير موجودة، أو لا يمكنك إدخال غيرك إليها
refusal-form-invalid = لا يمكن قراءة هذا النموذج
refusal-text-too-long = هذا النص طويل جدًا
refusal-text-unclean = في هذا النص أحرف لا يمكن عرضها
refusal-ttl-invalid = لا يمكن أن تدوم صلاحية الدعوة هذه المدة
refusal-uses-invalid = لا يمكن استخدام الدعوة هذا العدد من المرات
refusal-ttl-too-long = لا يُسمح بأن تدوم صلاحية دعواتك هذه المدة
refusal-contact-ttl-too-long = لا يمكن أن تدوم صلاحية دعوة جهة الاتصال هذه المدة
refusal-uses-too-many = لا يُسمح باستخدام دعواتك هذا العدد من المرات
refusal-quota-pending = كثير من دعواتك لم يُستخدم بعد
refusal-quota-daily = بلغت حدّ الدعوات اليومي
refusal-inviter-new = لا يمكن استخدام هذه الدعوة بعد. حاول لاحقًا
refusal-tree-full = لا يمكن استخدام هذه الدعوة الآن. حاول لاحقًا
refusal-not-allowed = لا يُسمح لك بإنشاء هذا النوع من الدعوات
refusal-reference-ambiguous = هذا ينطبق على أكثر من دعوة واحدة
refusal-throttled = دعوات كثيرة غير صالحة. حاول مرة أخرى لاحقًا
refusal-ask = تعذّر التحقق من حسابك. حاول مرة أخرى لاحقًا
refusal-busy = الخادم مشغول جدًا الآن. حاول مرة أخرى بعد دقيقة
refusal-internal-server-error = الدعوات لا تعمل الآن. حاول مرة أخرى لاحقًا

adhoc-refusal-token-invalid = هذه الدعوة غير موجودة
adhoc-refusal-token-expired = انتهت صلاحية الدعوة
adhoc-refusal-token-used = سبق استخدام الدعوة
adhoc-refusal-token-revoked = أُلغيت الدعوة
adhoc-refusal-invite-damaged = الدعوة تالفة في قاعدة البيانات
adhoc-refusal-inviter-new = حسابك جديد جدًا ولا يمكنه بعد أن يتيح للآخرين إنشاء حساب. حاول لاحقًا.
adhoc-refusal-tree-full = انضم كثيرون عبر دعواتك مؤخرًا. حاول لاحقًا.
adhoc-forbidden = لا يُسمح لك باستخدام هذا الأمر
adhoc-unavailable = هذا غير متاح لك
adhoc-no-action = هذا الأمر لا يدعم ذلك الإجراء
adhoc-problem = { $field }: { $problem }
adhoc-value-missing = مطلوب
adhoc-value-address = عنوان غير صالح
adhoc-value-boolean = يجب أن يكون «نعم» أو «لا»
adhoc-value-choice = ليس من الخيارات
adhoc-value-long = طويل جدًا
adhoc-value-unclean = فيه أحرف لا يمكن عرضها
adhoc-whole-address = أدخل عنوانًا كاملًا، مثل { $address }

adhoc-created = دعوتك جاهزة
adhoc-contact-only = لا يمكنك الآن دعوة مزيد من الأشخاص إلى إنشاء حساب. هذه الدعوة لمن لديه حساب.
adhoc-link = رابط لمن لديه تطبيق XMPP
adhoc-page = رابط للمشاركة
adhoc-valid-until = صالحة حتى
adhoc-expire = وقت انتهاء الصلاحية بالضبط
adhoc-note-later = لتسجيل اسم الشخص المدعو افتح «{ $command }»

adhoc-account-title = إنشاء دعوة لحساب جديد
adhoc-account-lead = ينشئ رابطًا يمكن به إنشاء حساب على { $host }.
adhoc-no-registration = التسجيل على { $host } معطّل، فلن تعمل الدعوة. تواصل مع مدير الخادم
adhoc-username = اسم المستخدم
adhoc-username-hint = اتركه فارغًا ليختاره الشخص المدعو
adhoc-befriend = إضافة الحساب الجديد وحسابي كلٌّ إلى جهات اتصال الآخر
adhoc-lifetime = مدة الصلاحية
adhoc-days = { $count ->
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
adhoc-hours = { $count ->
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}
adhoc-minutes = { $count ->
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
adhoc-seconds = { $count ->
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $count } ثوانٍ
    [many] { $count } ثانية
   *[other] { $count } ثانية
}
adhoc-without-end = بلا تاريخ انتهاء
adhoc-most-uses = عدد الحسابات التي يمكن إنشاؤها بهذه الدعوة
adhoc-role = دور الحساب الجديد
adhoc-role-usual = الافتراضي
adhoc-role-registered = مستخدم مسجل
adhoc-role-member = عضو
adhoc-role-admin = مدير
adhoc-role-operator = مشغّل، يستطيع فعل كل شيء على الخادم كله
adhoc-role-named = { $words } ({ $role })
adhoc-groups = مجموعات الحساب الجديد
adhoc-options-cut = تعرض القائمة أول { $count } فقط. يمكن للمدير منح الباقي من سطر الأوامر.
adhoc-note = ملاحظة
adhoc-note-hint = اسم مثلًا. تظهر في قائمة دعواتك
adhoc-message = رسالة
adhoc-message-hint = تظهر في صفحة الدعوة وتصل إلى الحساب الجديد كأول رسالة

adhoc-contact-title = إنشاء دعوة جهة اتصال مع رسالة
adhoc-contact-lead = ينشئ رابطًا يصبح به من لديه حساب جهة اتصال لك.
adhoc-invitee = لهذا العنوان فقط
adhoc-invitee-hint = اتركه فارغًا إن جاز لكل من لديه الرابط استعماله
adhoc-contact-message-hint = تظهر في صفحة الدعوة
adhoc-rooms = الغرف التي ينضم إليها
adhoc-other-rooms = غرف أخرى
adhoc-other-rooms-hint = عناوين غرف تفصل بينها مسافات

adhoc-reset-title = إنشاء رابط لتغيير كلمة المرور
adhoc-reset-lead = ينشئ رابطًا يستطيع به صاحب هذا الحساب تعيين كلمة مرور جديدة.
adhoc-reset-address = عنوان الحساب
adhoc-account-here = يجب أن يكون الحساب على { $host }
adhoc-higher-role = لهذا الحساب دور أعلى من دورك

adhoc-own-title = دعواتي
adhoc-all-title = إدارة كل الدعوات
adhoc-all-lead = أي دعوات تريد رؤيتها؟
adhoc-list-title = كل الدعوات
adhoc-invites = الدعوات
adhoc-which-usable = الصالحة
adhoc-which-pending = الصالحة للحسابات وكلمات المرور فقط
adhoc-which-used = المستخدمة
adhoc-which-all = الكل، حتى الملغاة والمنتهية
adhoc-user = ما أنشأه هذا المستخدم فقط
adhoc-choose-lead = اختر دعوة وإجراءً.
adhoc-invite = الدعوة
adhoc-verb = الإجراء
adhoc-verb-show = عرض التفاصيل والرابط
adhoc-verb-extend = تغيير مدة الصلاحية
adhoc-verb-label = تعديل الملاحظة
adhoc-verb-revoke = إلغاء الدعوة (يتوقف رابطها عن العمل)
adhoc-more-invites = … (المزيد)
adhoc-all-of-them = … (عرض الكل، حتى المستخدمة والمنتهية)
adhoc-no-such-invites = لا توجد دعوات
adhoc-no-more-invites = لا توجد دعوات أخرى

adhoc-line-note = { $note }: { $about }
adhoc-line-alike = { $line } [{ $id }]
adhoc-comma = { "، " }
adhoc-purpose-account = حساب
adhoc-purpose-account-named = حساب { $address }
adhoc-purpose-contact = جهة اتصال
adhoc-purpose-contact-account = حساب وجهة اتصال
adhoc-purpose-reset = كلمة مرور جديدة للحساب { $address }
adhoc-state-usable = صالحة
adhoc-state-until = حتى { $date }
adhoc-state-claimed = قيد الاستخدام الآن
adhoc-state-redeemed = مستخدمة بالكامل
adhoc-state-revoked = ملغاة
adhoc-state-expired = منتهية
adhoc-used = { $count ->
    [zero] لم تُستخدم
    [one] استُخدمت مرة واحدة
    [two] استُخدمت مرتين
    [few] استُخدمت { $count } مرات
    [many] استُخدمت { $count } مرة
   *[other] استُخدمت { $count } مرة
}
adhoc-used-of = مرات الاستخدام: { $count } من { $most }
adhoc-made-by = أنشأها { $creator }

adhoc-invite-title = الدعوة { $id }
adhoc-purpose = الغرض
adhoc-state = الحالة
adhoc-uses = مرات الاستخدام
adhoc-maker = أنشأها
adhoc-created-at = تاريخ الإنشاء
adhoc-id = المعرّف
adhoc-link-left-out = لا يُعرض الرابط لأن هذه الدعوة تمنح أكثر مما يُسمح لك بمنحه
adhoc-valid-for = مدة الصلاحية
adhoc-extend-lead = تُحسب من الآن.
adhoc-extend-gives-more = لا يمكنك تمديد دعوة تمنح أكثر مما يُسمح لك بمنحه
adhoc-extend-admins = لا يستطيع تمديد صلاحية هذه الدعوة إلا مدير
adhoc-extended = الدعوة صالحة الآن حتى { $date }
adhoc-extended-endless = الدعوة الآن بلا تاريخ انتهاء
adhoc-label-lead = يراها من أنشأ الدعوة والمديرون. اتركها فارغة لحذف الملاحظة.
adhoc-labelled = حُفظت الملاحظة
adhoc-label-removed = حُذفت الملاحظة
adhoc-revoked = أُلغيت الدعوة

notice-joined = أُنشئ الحساب { $address } عبر دعوتك.
notice-joined-note = أُنشئ الحساب { $address } عبر دعوتك ({ $note }).
notice-tree-full = لا يمكن لأحد آخر الانضمام عبر { $address } حاليًا: بُلغ حدّ هذا الخادم. يعرض الأمر «tree» من دعا من.
notice-tree-deep = لا يمكن لأحد الانضمام عبر أحدث الحسابات التي جاءت من { $address } حاليًا: بُلغ حدّ الأجيال في هذا الخادم. يعرض الأمر «tree» من دعا من.
