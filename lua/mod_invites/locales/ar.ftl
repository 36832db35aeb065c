# ما تقوله صفحات الدعوات؛ انظر en.ftl
language-name = العربية
languages = اللغات
invited-by = دعوة من { $inviter }

account-heading = أنت مدعو إلى { $site }
account-heading-inviter = { $inviter } يدعوك إلى { $site }
account-lead = بهذه الدعوة تحصل هناك على حسابك الخاص للمحادثة. يستغرق ذلك ثلاث دقائق.
contact-heading = { $inviter } يود التحدث معك
contact-lead = عنوان { $inviter } هو { $address }. يمكنك استخدام أي تطبيق وأي مزود يدعم XMPP.
contact-account-lead = بهذه الدعوة تصبحان جهتَي اتصال. إن لم يكن لديك حساب بعد، فستحصل على حساب في { $site }.
reset-heading = اختيار كلمة مرور جديدة
reset-lead = بهذا الرابط يمكنك تعيين كلمة مرور جديدة للحساب { $address }. إن لم تطلب ذلك فأغلق هذه الصفحة: لم يتغير شيء.
bound = سيكون عنوانك { $address }.

have-account-heading = لدي حساب
have-app-heading = هل لديك تطبيق؟
open-account = فتح الدعوة في تطبيقي
open-account-lead = إن كان على هذا الجهاز تطبيق محادثة لـ XMPP فيمكنه فتح الدعوة الآن.
open-contact = إضافة { $inviter }
open-contact-lead = اضغط هنا ليضيف تطبيقك { $inviter } إلى جهات اتصالك.
open-contact-account-lead = اضغط هنا ليضيف تطبيقك { $inviter } إلى جهات اتصالك.
open-reset = فتح الرابط في تطبيقي
open-reset-lead = بعض التطبيقات تستطيع تعيين كلمة المرور الجديدة بنفسها.

apps-heading = اختر تطبيقًا
apps-heading-contact = أحتاج إلى حساب
apps-heading-contact-account = أحتاج إلى حساب
apps-heading-reset = باستخدام تطبيق
apps-lead = تحتاج المحادثة إلى تطبيق. اضغط على واحد لرؤية الخطوات.
apps-lead-contact = اختر تطبيقًا. سيساعدك على إنشاء حساب عند مزود تختاره. ثم عد إلى هنا.
other-apps = تطبيقات أخرى
no-apps = ثبّت تطبيق محادثة لـ XMPP من متجر جهازك، ثم عد إلى هذه الصفحة.
browser-lead = أو من دون تطبيق، هنا مباشرة:
browser-account = إنشاء حسابي في هذا المتصفح
browser-reset = اختيار كلمة مرور جديدة

phone-heading = هل تفضل هاتفك؟
phone-lead = وجّه كاميرته إلى هذا المربع، فتُفتح هذه الصفحة هناك.
code = رابط هذه الصفحة على شكل رمز QR
link-label = رابط هذه الصفحة
copy = نسخ
copied = تم النسخ

expires-days = { $count ->
    [one] يعمل هذا الرابط يومًا واحدًا بعد.
    [two] يعمل هذا الرابط يومين آخرين.
    [few] يعمل هذا الرابط { $count } أيام أخرى.
    [many] يعمل هذا الرابط { $count } يومًا آخر.
   *[other] يعمل هذا الرابط { $count } يوم آخر.
}
expires-soon = يعمل هذا الرابط لأقل من دقيقة.
expires-hours = { $count ->
    [one] يعمل هذا الرابط ساعة واحدة بعد.
    [two] يعمل هذا الرابط ساعتين أخريين.
    [few] يعمل هذا الرابط { $count } ساعات أخرى.
    [many] يعمل هذا الرابط { $count } ساعة أخرى.
   *[other] يعمل هذا الرابط { $count } ساعة أخرى.
}
expires-minutes = { $count ->
    [one] يعمل هذا الرابط دقيقة واحدة بعد.
    [two] يعمل هذا الرابط دقيقتين أخريين.
    [few] يعمل هذا الرابط { $count } دقائق أخرى.
    [many] يعمل هذا الرابط { $count } دقيقة أخرى.
   *[other] يعمل هذا الرابط { $count } دقيقة أخرى.
}

setup-heading = مع { $app } خطوة بخطوة
download = الحصول على التطبيق
step-install = ثبّت { $app }
step-visit = افتح { $app }
step-come-back = ثم عد إلى هذه الصفحة. إن فقدتها فافتح الرابط من رسالتك واختر { $app } مرة أخرى.
step-press = عد واضغط هنا
step-then = ثم
step-register = اختر اسمًا وكلمة مرور واحفظهما: ستحتاج إليهما بعد قليل.
step-open-account = يُفتح { $app } ويعرض دعوتك. اختر هناك اسمًا وكلمة مرور.
step-open-contact = يُفتح { $app } ويسأل عن إضافة { $inviter }. إن لم يكن لديك حساب فأنشئ حسابًا أولًا.
step-open-contact-account = يُفتح { $app } ويعرض دعوتك ويضيف { $inviter } من أجلك.
step-open-reset = يُفتح { $app }. اختر هناك كلمة المرور الجديدة.
step-add-contact = إن لم يكن لديك حساب فأنشئ حسابًا أولًا. أضف { $address } إلى جهات اتصالك في { $app }.
step-log-in = سجّل الدخول في { $app } بالعنوان وكلمة المرور اللذين اخترتهما.
step-other-app = لا يستطيع { $app } فتح الدعوات. أنشئ حسابك أولًا بتطبيق آخر، ثم سجّل الدخول في { $app } بالعنوان وكلمة المرور.
trouble = لم يحدث شيء؟ انسخ هذا الرابط والصقه في { $app }.
back = اختيار تطبيق آخر

register-heading = حسابك في { $site }
register-lead = اختر اسمًا وكلمة مرور. هذا كل شيء.
register-lead-bound = اختر كلمة مرور. هذا كل شيء.
register-lead-contact = اختر اسمًا وكلمة مرور. ثم تصبح أنت و{ $inviter } جهتَي اتصال.
register-submit = إنشاء حسابي
reset-form-lead = اختر كلمة مرور جديدة. ستطلبها كل تطبيقاتك.
reset-submit = تعيين كلمة المرور
field-username = الاسم
field-username-hint = جزء من عنوانك. الحروف اللاتينية الصغيرة والأرقام والنقاط والشرطات تعمل في كل مكان.
field-address = عنوانك
field-password = كلمة المرور
field-new-password = كلمة المرور الجديدة
field-password-hint = لا أحد يستطيع إرسالها إليك مرة أخرى: اكتبها أو دع متصفحك يحفظها.
field-password-length = { $count ->
    [one] حرف واحد على الأقل.
    [two] حرفان على الأقل.
    [few] { $count } أحرف على الأقل.
    [many] { $count } حرفًا على الأقل.
   *[other] { $count } حرف على الأقل.
}
username-free = اسم المستخدم هذا متاح.
username-suggestions = ما رأيك في أحد هذه الأسماء؟
password-weak = من السهل تخمينها. بضع كلمات عشوائية أكثر أمانًا.
password-fair = يمكن أن تكون أقوى. أضف كلمة أخرى.
password-good = كلمة مرور قوية.
password-suggest = اقترح كلمة مرور
error-password-weak = من السهل تخمين كلمة المرور هذه. اختر غيرها، أو أدخلها مرة أخرى للاحتفاظ بها.
progress-account = الحساب
progress-app = التطبيق
progress-chat = الدردشة
extra-nick = الاسم المستعار
extra-name = الاسم الكامل
extra-first = الاسم الأول
extra-last = اسم العائلة
extra-email = البريد الإلكتروني
extra-address = الشارع
extra-city = المدينة
extra-state = الولاية أو المنطقة
extra-zip = الرمز البريدي
extra-phone = رقم الهاتف
extra-url = صفحة الويب
extra-date = تاريخ الميلاد
extra-optional = يمكنك ترك هذا فارغًا.
extra-required = يجب ملء هذا الحقل.
show = إظهار
hide = إخفاء
error-username-empty = اختر اسمًا.
error-username-invalid = في هذا الاسم رمز لا يصلح في العناوين، مثل المسافة أو @.
error-username-long = هذا الاسم طويل جدًا. اختر اسمًا أقصر.
error-username-taken = هذا الاسم لشخص آخر. جرّب اسمًا غيره.
error-password-empty = اختر كلمة مرور.
error-password-short = { $count ->
    [one] هذه قصيرة جدًا. يلزم حرف واحد على الأقل.
    [two] هذه قصيرة جدًا. يلزم حرفان على الأقل.
    [few] هذه قصيرة جدًا. يلزم { $count } أحرف على الأقل.
    [many] هذه قصيرة جدًا. يلزم { $count } حرفًا على الأقل.
   *[other] هذه قصيرة جدًا. يلزم { $count } حرف على الأقل.
}
error-password-username = يجب ألا تحتوي كلمة المرور على اسمك.
error-password-long = هذه طويلة جدًا. تكفي بضع كلمات.
error-password-control = فيها محرف غير مرئي، مثل مسافة جدولة أو سطر جديد. اكتب كلمة المرور بنفسك، أو انسخها من دونه.
error-password-characters = فيها محرف لا تستطيع تطبيقات المحادثة إرساله. استخدم الحروف والأرقام والمسافات وعلامات مثل ! أو -.
error-extra-missing = املأ هذا أيضًا.
error-extra-long = هذا طويل جدًا.
error-extra-invalid = هذا غير مناسب هنا. تحقق منه وحاول مرة أخرى.
error-extra-email = هذا ليس بريدًا إلكترونيًا مثل name@example.com.
error-in-use = شخص ما يستخدم هذه الدعوة في هذه اللحظة. اضغط مرة أخرى بعد دقيقة.
error-form-too-old = بقيت هذه الصفحة مفتوحة مدة طويلة، أو أن متصفحك لا يحفظ ملفات تعريف الارتباط. أدخل كلمة مرورك واضغط مرة أخرى.
error-no-cookies = لا يحتفظ متصفحك بملفات تعريف الارتباط لهذه الصفحة، ولا يعمل النموذج من دونها. اسمح بها لـ { $host } أو افتح الرابط في متصفح آخر.
success-heading = مرحبًا بك في { $site }
success-lead = حسابك جاهز.
success-keep = تسجّل الدخول بهذا العنوان وبكلمة مرورك على كل أجهزتك.
success-contact = { $inviter } في جهات اتصالك بالفعل.
success-save = احفظ كلمة المرور الآن، في متصفحك أو على ورقة. لا يمكننا إرسالها إليك.
success-webchat = ابدأ من هنا مباشرة
success-webchat-lead = تحدّث في هذا المتصفح من دون تثبيت أي شيء.
success-webchat-open = فتح محادثة الويب
success-apps = والآن احصل على تطبيق
success-apps-lead = ثبّت أحد هذه التطبيقات وسجّل الدخول بعنوانك وكلمة مرورك.
success-log-in = سجّل الدخول
success-open-app = فتح { $app }
reset-success-heading = تم تعيين كلمة مرورك الجديدة
reset-success-lead = سجّل الدخول بها في تطبيقك. جهات اتصالك ورسائلك كما كانت.

used-heading = استُخدمت هذه الدعوة من قبل
used-lead = هل كنت أنت؟ إذن لديك حساب: افتح تطبيقك وسجّل الدخول. وإلا فاطلب رابطًا جديدًا ممن أرسله إليك.
used-reset-heading = استُخدم هذا الرابط من قبل
used-reset-lead = هل كنت أنت؟ إذن سجّل الدخول بكلمة مرورك الجديدة. وإلا فاطلب رابطًا جديدًا وأخبر من يدير { $site }.
used-contact-heading = استُخدمت هذه الدعوة من قبل
used-contact-lead = هل كنت أنت؟ إذن أنتما جهتا اتصال: افتح تطبيقك. وإلا فاطلب رابطًا جديدًا ممن أرسله إليك.
expired-heading = هذا الرابط قديم جدًا
expired-lead = اطلب رابطًا جديدًا ممن أرسله إليك.
revoked-heading = سُحبت هذه الدعوة
revoked-lead = اطلب دعوة جديدة ممن أرسلها إليك.
unknown-heading = لا نعرف هذه الدعوة
unknown-lead = ربما ضاع جزء من الرابط. افتحه مرة أخرى من رسالتك أو انسخه كاملًا. الدعوات القديمة جدًا تُنسى.
incomplete-heading = هذا الرابط ناقص
incomplete-lead = افتحه مرة أخرى من رسالتك أو انسخه كاملًا.
start-heading = ادعُ الناس إلى { $site }
start-lead = سجّل الدخول بعنوانك وكلمة مرورك، وأنشئ دعوة هنا.
start-log-in = تسجيل الدخول
start-log-out = تسجيل الخروج
start-hello = تم تسجيل دخولك بالعنوان { $address }.
start-make-heading = دعوة جديدة
start-for = لمن هي؟
start-for-newcomer = لشخص يحتاج إلى حساب في { $site }
start-for-newcomer-hint = تصبحان جهتَي اتصال عند إنشاء الحساب.
start-for-contact = لشخص لديه حساب في أي مكان
start-note = ملاحظة لنفسك
start-note-hint = اسم مثلًا. لا يراها إلا أنت ومن يديرون الخادم.
start-make = إنشاء الدعوة
start-made-heading = دعوتك جاهزة
start-made-lead = أرسل هذا الرابط إلى الشخص المدعو وحده. يعمل مرة واحدة.
start-made-contact-only = لقد أنشأت كل الدعوات المسموح لك بها الآن لحسابات جديدة. هذه الدعوة لشخص لديه حساب.
start-made-code = الرابط على شكل رمز QR
start-link = الرابط الذي ترسله
start-list-heading = دعواتك التي لم تُستخدم بعد
start-list-none = لا توجد أي دعوة.
start-list-more = تظهر الأحدث فقط.
start-list-account = لحساب
start-list-contact = لجهة اتصال
start-list-contact-account = لحساب وجهة اتصال
start-list-reset = لكلمة مرور جديدة
start-valid-until = صالحة حتى { $date }
start-valid-always = صالحة بلا نهاية
start-revoke = سحب
start-revoke-this = سحب الدعوة: { $note }
start-revoked = سُحبت الدعوة.
start-sheet-heading = بطاقات للطباعة
start-sheet-lead = للمناسبات: في كل بطاقة دعوة خاصة بها، لشخص واحد.
start-sheet-count = عدد البطاقات
start-sheet-make = إنشاء البطاقات
start-back = رجوع
start-print = اطبع هذه الصفحة، ثم قصّ البطاقات. كل من لديه بطاقة يستطيع استخدامها، فاحفظها في مكان آمن.
error-login = العنوان أو كلمة المرور غير صحيحة.
error-login-throttled = كانت المحاولات كثيرة جدًا. حاول مرة أخرى بعد دقائق.
error-logged-out = تم تسجيل خروجك لأن شيئًا لم يحدث منذ مدة. سجّل الدخول مرة أخرى.
error-count = اختر عددًا من 1 إلى { $count }.
error-note = الملاحظة طويلة جدًا أو فيها محارف لا يمكن عرضها. استخدم { $count } حرفًا على الأكثر.
error-failed = لم ينجح ذلك. أعد المحاولة بعد بضع دقائق.
error-not-revocable = لم يعد بالإمكان سحب هذه الدعوة.
error-not-allowed = لا يُسمح لك بإنشاء دعوة كهذه هنا.
error-quota-pending = كثير من دعواتك لم يُستخدم بعد. اسحب بعضها أو انتظر حتى تُستخدم.
error-quota-daily = لقد أنشأت اليوم كل الدعوات المسموح لك بها. حاول مرة أخرى غدًا.

card-heading = أنت مدعو إلى { $site }
card-lead = وجّه كاميرا هاتفك إلى المربع، أو اكتب هذا في متصفح:
card-expires = صالحة حتى { $date }، لشخص واحد.
card-always = لشخص واحد.

contact-only-heading = هذه الدعوة لا تنشئ حسابًا
contact-only-lead = هي لمن لديه حساب. افتحها مرة أخرى من رسالتك لترى ما يمكنها فعله.
not-encrypted-heading = هذه الصفحة ليست آمنة هنا
not-encrypted-lead = يجب ألا تُرسل كلمة المرور من دون تشفير. افتح الرابط بحيث يبدأ بـ https، أو اسأل من يدير { $site }.
bad-request-heading = أرسل متصفحك شيئًا غريبًا
bad-request-lead = لم يحدث شيء. عد إلى الصفحة السابقة وحاول مرة أخرى.
app-unknown-heading = لا نعرف هذا التطبيق
app-unknown-lead = افتح دعوتك مرة أخرى واختر تطبيقًا آخر.
throttled-heading = انتظر قليلًا من فضلك
throttled-lead = فُتحت من شبكتك روابط كثيرة لا تعمل. حاول مرة أخرى بعد دقائق.
elsewhere-heading = لا يمكن فعل هذا هنا
elsewhere-lead = تُدار حسابات { $host } في مكان آخر، فلا يمكن لأي دعوة أن تنشئ حسابًا أو تعيّن كلمة سر. اسأل القائمين على هذا الخادم.
failed-heading = هذا لا يعمل الآن
failed-lead = الخطأ منا، ودعوتك لم تضِع. حاول مرة أخرى بعد دقائق.

footer-terms = الشروط
footer-privacy = الخصوصية
footer-imprint = من نحن
footer-contact = اتصل بنا

app-conversations = محادثة ومكالمات لأجهزة Android. سهل للبداية ولا يرهق البطارية.
app-cheogram = لأجهزة Android: قريب من Conversations، ويصل أيضًا إلى شبكة الهاتف.
app-yaxim = تطبيق صغير لأجهزة Android يعمل على الهواتف القديمة أيضًا.
app-monal = محادثة ومكالمات لأجهزة iPhone وiPad وMac.
app-siskin-im = تطبيق خفيف لأجهزة iPhone وiPad.
app-beagle-im = تطبيق خفيف لأجهزة Mac من صانعي Siskin.
app-dino = مرتب وبسيط، للحواسيب التي تعمل بنظام Linux.
app-gajim = للحاسوب، مع كل الإعدادات التي قد تحتاج إليها يومًا.
app-kaidan = لنظام Linux على الحواسيب والهواتف، من مشروع KDE.
app-psi = للحاسوب ولأصحاب الخبرة؛ أما Psi+ فهو مثله مع أحدث الميزات.
app-converse-js = محادثة في المتصفح من دون تثبيت أي شيء.
app-movim = محادثة وأخبار في المتصفح. الموقع الذي تختاره هناك يسجّل الدخول نيابة عنك، فاختر موقعًا تثق به.
app-renga = للحواسيب التي تعمل بنظام Haiku.

refusal-no-token = لم يُذكر رمز الدعوة
refusal-token-missing = رمز الدعوة ناقص
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
refusal-invite-in-use = شخص ما يستخدم هذه الدعوة، حاول مرة أخرى لاحقًا
refusal-username-invalid = اسم المستخدم هذا غير صالح
refusal-username-too-long = اسم المستخدم هذا طويل جدًا
refusal-username-mismatch = هذه الدعوة لاسم مستخدم آخر
refusal-username-reserved = اسم المستخدم المطلوب محجوز
refusal-managed-elsewhere = حسابات هذا الخادم تُدار في مكان آخر
refusal-account-exists = اسم المستخدم المطلوب موجود من قبل
refusal-account-not-found = لا يوجد حساب كهذا
refusal-data-invalid = لا يمكن حفظ بيانات الدعوة
refusal-form-invalid = لا يمكن قراءة هذا النموذج
refusal-text-too-long = هذا النص طويل جدًا
refusal-text-unclean = في هذا النص محارف لا يمكن عرضها
refusal-ttl-invalid = لا يمكن أن تدوم صلاحية الدعوة هذه المدة
refusal-uses-invalid = لا يمكن استخدام الدعوة بهذا العدد من المرات
refusal-ttl-too-long = لا يُسمح بأن تدوم صلاحية دعواتك هذه المدة
refusal-uses-too-many = لا يُسمح باستخدام دعواتك بهذا العدد من المرات
refusal-quota-pending = كثير من دعواتك لم يُستخدم بعد
refusal-quota-daily = لقد أنشأت اليوم دعوات كثيرة جدًا
refusal-not-allowed = لا يُسمح لك بإنشاء دعوة كهذه
refusal-reference-ambiguous = هذا ينطبق على أكثر من دعوة واحدة
refusal-throttled = دعوات كثيرة جدًا لا تعمل، حاول مرة أخرى لاحقًا
refusal-ask = تعذّر البحث عن الحساب
refusal-internal-server-error = الدعوات لا تعمل الآن، حاول مرة أخرى لاحقًا

adhoc-refusal-token-invalid = لا توجد دعوة كهذه
adhoc-refusal-token-expired = انتهت صلاحية الدعوة
adhoc-refusal-token-used = استُخدمت الدعوة من قبل
adhoc-refusal-token-revoked = سُحبت الدعوة
adhoc-refusal-invite-damaged = سطر هذه الدعوة في قاعدة البيانات تالف
adhoc-forbidden = لا يُسمح لك باستخدام هذا الأمر
adhoc-unavailable = هذا العنصر غير متاح لك
adhoc-no-action = لا يوجد إجراء كهذا في هذا الأمر
adhoc-problem = { $field }: { $problem }
adhoc-value-missing = يجب ملء هذا الحقل
adhoc-value-address = هذا ليس عنوانًا
adhoc-value-boolean = هذا ليس نعم ولا لا
adhoc-value-choice = هذا ليس من الخيارات
adhoc-value-long = هذا طويل جدًا
adhoc-value-unclean = فيه محارف لا يمكن عرضها
adhoc-whole-address = أدخل عنوانًا كاملًا، مثل { $address }

adhoc-created = تم إنشاء دعوتك
adhoc-contact-only = لقد أنشأت كل الدعوات المسموح لك بها الآن لحسابات جديدة. هذه الدعوة لشخص لديه حساب في أي مكان.
adhoc-link = رابط الدعوة
adhoc-page = صفحة ويب للمشاركة
adhoc-valid-until = صالحة حتى

adhoc-account-title = إنشاء دعوة إلى حساب جديد
adhoc-account-lead = ينشئ رابطًا يمكن به إنشاء حساب على { $host }.
adhoc-no-registration = لا يمكن لأحد التسجيل على { $host }، فلا فائدة من الدعوة. من يديرون الخادم يستطيعون تغيير ذلك
adhoc-username = اسم المستخدم
adhoc-username-hint = اتركه فارغًا ليختار الشخص المدعو اسمه
adhoc-befriend = جعل الحساب الجديد وحسابي جهتَي اتصال
adhoc-lifetime = مدة صلاحية الدعوة
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
adhoc-without-end = بلا نهاية
adhoc-most-uses = عدد الحسابات التي يمكن إنشاؤها بها
adhoc-role = دور الحساب الجديد
adhoc-role-usual = مثل كل حساب جديد
adhoc-groups = مجموعات الحساب الجديد
adhoc-note = ملاحظة
adhoc-note-hint = لمن هي الدعوة: تظهر في قائمة دعواتك

adhoc-reset-title = إنشاء دعوة إلى كلمة مرور جديدة
adhoc-reset-lead = ينشئ رابطًا يستطيع به صاحب هذا الحساب تعيين كلمة مرور جديدة.
adhoc-reset-address = عنوان الحساب
adhoc-account-here = يجب أن يكون الحساب على { $host }
adhoc-higher-role = لهذا الحساب دور أعلى من دورك

adhoc-own-title = دعواتي
adhoc-all-title = إدارة كل الدعوات
adhoc-all-lead = أي دعوات تريد رؤيتها؟
adhoc-list-title = كل الدعوات
adhoc-invites = الدعوات
adhoc-which-usable = التي يمكن استخدامها
adhoc-which-pending = التي يمكن بها إنشاء حساب أو تعيين كلمة مرور
adhoc-which-used = التي استُخدمت
adhoc-which-all = كلها، حتى المسحوبة والمنتهية
adhoc-user = ما أنشأه هذا المستخدم فقط
adhoc-choose-lead = اختر دعوة، وما تريد فعله بها.
adhoc-invite = الدعوة
adhoc-verb = الإجراء
adhoc-verb-show = عرضها مع رابطها
adhoc-verb-extend = إطالة مدة صلاحيتها أو تقصيرها
adhoc-verb-label = كتابة ملاحظة عليها
adhoc-verb-revoke = سحبها: يتوقف رابطها عن العمل
adhoc-more-invites = … (دعوات أخرى)
adhoc-all-of-them = … (كلها، حتى المستخدمة والمنتهية)
adhoc-no-such-invites = لا توجد دعوات كهذه
adhoc-no-more-invites = لا توجد دعوات أخرى

adhoc-line = { $about } [{ $id }]
adhoc-line-note = { $note }: { $about } [{ $id }]
adhoc-comma = { "، " }
adhoc-purpose-account = حساب
adhoc-purpose-account-named = حساب { $address }
adhoc-purpose-contact = جهة اتصال
adhoc-purpose-contact-account = حساب وجهة اتصال
adhoc-purpose-reset = كلمة مرور جديدة للحساب { $address }
adhoc-state-usable = يمكن استخدامها
adhoc-state-until = حتى { $date }
adhoc-state-claimed = قيد الاستخدام الآن
adhoc-state-redeemed = مستخدمة بالكامل
adhoc-state-revoked = مسحوبة
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
adhoc-made-by = من { $creator }

adhoc-invite-title = الدعوة { $id }
adhoc-purpose = الغرض منها
adhoc-state = الحالة
adhoc-uses = الاستخدام
adhoc-maker = أنشأها
adhoc-created-at = وقت الإنشاء
adhoc-id = الاسم القصير في القوائم والسجلات
adhoc-link-left-out = حُذف الرابط هنا لأن الدعوة تمنح أكثر مما يُسمح لك بمنحه
adhoc-valid-for = مدة الصلاحية
adhoc-extend-lead = تُحسب المدة من الآن.
adhoc-extend-gives-more = لا يمكنك تمديد دعوة تمنح أكثر مما يُسمح لك بمنحه
adhoc-extend-admins = لا يستطيع إطالة صلاحية هذه الدعوة إلا مدير
adhoc-extended = تغيّر وقت انتهاء صلاحية الدعوة
adhoc-label-lead = يراها من أنشأ الدعوة والمديرون. اتركها فارغة لحذفها.
adhoc-labelled = كُتبت الملاحظة
adhoc-label-removed = حُذفت الملاحظة
adhoc-revoked = سُحبت الدعوة
