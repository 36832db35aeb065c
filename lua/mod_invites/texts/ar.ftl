# ما تقوله صفحات الدعوات؛ انظر en.ftl
language-name = العربية
languages = اللغات

account-heading = أنت مدعو إلى { $site }
account-heading-inviter = { $inviter } يدعوك إلى { $site }
account-lead = بهذه الدعوة تحصل هناك على حسابك الخاص للمحادثة. يستغرق ذلك ثلاث دقائق.
contact-heading = { $inviter } يود التحدث معك
contact-lead = عنوان { $inviter } هو { $address }. يمكنك استخدام أي تطبيق وأي مزود يدعم XMPP.
contact-account-lead = بهذه الدعوة تصبحان جهتَي اتصال. إن لم يكن لديك حساب بعد، فستحصل على حساب في { $site }.
reset-heading = كلمة مرور جديدة للحساب { $address }
reset-lead = بهذا الرابط تختار كلمة مرور جديدة. إن لم تطلبها فأغلق هذه الصفحة: لم يتغير شيء.
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
expires-hours = { $count ->
    [one] يعمل هذا الرابط ساعة واحدة بعد.
    [two] يعمل هذا الرابط ساعتين أخريين.
    [few] يعمل هذا الرابط { $count } ساعات أخرى.
    [many] يعمل هذا الرابط { $count } ساعة أخرى.
   *[other] يعمل هذا الرابط { $count } ساعة أخرى.
}

setup-heading = مع { $app } خطوة بخطوة
download = الحصول على التطبيق
step-install = ثبّت { $app }
step-visit = افتح { $app }
step-come-back = عندما ينتهي ذلك عد إلى هذه الصفحة. الرابط الذي في رسالتك يعيدك إلى هنا.
step-press = عد واضغط هنا
step-then = ثم
step-register = اختر اسمًا وكلمة مرور واحفظهما: ستحتاج إليهما بعد قليل.
step-open-account = يُفتح { $app } ويعرض دعوتك. اختر هناك اسمًا وكلمة مرور.
step-open-contact = يُفتح { $app } ويسأل عن إضافة { $inviter }. إن لم يكن لديك حساب فأنشئ حسابًا أولًا.
step-open-contact-account = يُفتح { $app } ويعرض دعوتك ويضيف { $inviter } من أجلك.
step-open-reset = يُفتح { $app }. اختر هناك كلمة المرور الجديدة.
step-add-contact = أضف { $address } إلى جهات اتصالك في { $app }.
step-log-in = سجّل الدخول في { $app } بالعنوان وكلمة المرور اللذين اخترتهما.
step-other-app = لا يستطيع { $app } فتح الدعوات. أنشئ حسابك أولًا بتطبيق آخر، ثم سجّل الدخول في { $app } بالعنوان وكلمة المرور.
trouble = لم يحدث شيء؟ انسخ هذا الرابط والصقه في { $app }.
back = اختيار تطبيق آخر

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
app-unknown-heading = لا نعرف هذا التطبيق
app-unknown-lead = افتح دعوتك مرة أخرى واختر تطبيقًا آخر.
throttled-heading = انتظر قليلًا من فضلك
throttled-lead = فُتحت من شبكتك روابط كثيرة لا تعمل. حاول مرة أخرى بعد دقائق.
failed-heading = هذا لا يعمل الآن
failed-lead = الخطأ منا، ودعوتك لم تضِع. حاول مرة أخرى بعد دقائق.

footer-terms = الشروط
footer-privacy = الخصوصية
footer-imprint = من نحن
footer-contact = اتصل بنا
