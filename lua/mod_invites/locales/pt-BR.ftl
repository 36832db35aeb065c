# O que dizem as páginas de convites; ver en.ftl. Em português do Brasil: você.
language-name = Português (Brasil)
languages = Idiomas
invited-by = Convite de { $inviter }

account-heading = Este é o seu convite para { $site }
account-heading-inviter = Um convite de { $inviter } para { $site }
account-lead = Com este convite, terá lá a sua própria conta para conversar. Leva três minutos.
contact-heading = { $inviter } gostaria de conversar
contact-lead = { $inviter } é { $address }. Pode conversar com qualquer aplicação (app) e em qualquer serviço que use XMPP.
contact-account-lead = Com este convite, vocês passam a ser contactos. Se ainda não tem conta, terá uma em { $site }.
reset-heading = Escolha uma nova senha
reset-lead = Com este link, pode escolher uma nova senha para { $address }. Se não a pediu, feche esta página: nada mudou.
bound = O seu endereço será { $address }.

have-account-heading = Tenho uma conta
have-app-heading = Já tem uma aplicação (app)?
open-account = Abrir o convite na minha aplicação
open-account-lead = Se há neste dispositivo uma aplicação de conversas para XMPP, ela pode abrir o convite agora.
open-contact = Adicionar { $inviter }
open-contact-lead = Toque aqui, e a sua aplicação adiciona { $inviter } aos seus contactos.
open-contact-account-lead = Toque aqui, e a sua aplicação adiciona { $inviter } aos seus contactos.
open-reset = Abrir o link na minha aplicação
open-reset-lead = Algumas aplicações podem, elas mesmas, mudar a senha.

apps-heading = Escolha uma aplicação
apps-heading-contact = Preciso de uma conta
apps-heading-contact-account = Preciso de uma conta
apps-heading-reset = Com uma aplicação
apps-lead = Para conversar, é preciso uma aplicação (app). Toque numa delas para ver os passos.
apps-lead-contact = Escolha uma aplicação (app). Ela ajuda a criar uma conta num serviço à sua escolha. Depois, volte aqui.
other-apps = Outras aplicações
no-apps = Procure uma aplicação de conversas para XMPP na loja do seu dispositivo e depois volte a esta página.
browser-lead = Ou sem aplicação, aqui mesmo:
browser-account = Criar a minha conta neste navegador
browser-reset = Escolher uma nova senha

phone-heading = Prefere o telefone?
phone-lead = Aponte o telefone para este quadrado, como para tirar uma foto. Esta página abre lá.
code = O link para esta página em código QR
link-label = O link para esta página
copy = Copiar
copied = Copiado

expires-days = { $count ->
    [one] Este link funciona por mais um dia.
   *[other] Este link funciona por mais { $count } dias.
}
expires-soon = Este link funciona por menos de um minuto.
expires-hours = { $count ->
    [one] Este link funciona por mais uma hora.
   *[other] Este link funciona por mais { $count } horas.
}
expires-minutes = { $count ->
    [one] Este link funciona por mais um minuto.
   *[other] Este link funciona por mais { $count } minutos.
}

setup-heading = Com { $app }, passo a passo
download = Obter a aplicação
step-install = Instale { $app }
step-visit = Abra { $app }
step-come-back = Depois, volte a esta página. Se a perder, abra o link da mensagem e escolha { $app } de novo.
step-press = Volte e toque neste botão
step-then = Depois
step-register = Escolha um nome e uma senha. Guarde os dois: vai precisar deles daqui a pouco.
step-open-account = { $app } abre e mostra o seu convite. Escolha lá um nome e uma senha.
step-open-contact = { $app } abre e pergunta se deve adicionar { $inviter }. Se ainda não tem conta, crie uma primeiro.
step-open-contact-account = { $app } abre e mostra o seu convite. Também adiciona { $inviter } aos seus contactos.
step-open-reset = { $app } abre. Escolha lá a nova senha.
step-add-contact = Se ainda não tem conta, crie uma primeiro. Adicione { $address } aos seus contactos em { $app }.
step-log-in = Entre em { $app } com o endereço e a senha que escolheu.
step-other-app = { $app } não abre convites. Primeiro crie a sua conta com outra aplicação e depois entre em { $app } com o endereço e a senha dessa conta.
trouble = Não acontece nada? Copie este link e cole-o em { $app }.
back = Escolher outra aplicação

register-heading = A sua conta em { $site }
register-lead = Escolha um nome e uma senha. É só isso.
register-lead-bound = Escolha uma senha. É só isso.
register-lead-contact = Escolha um nome e uma senha. Depois, { $inviter } fará parte dos seus contactos.
register-submit = Criar a minha conta
reset-form-lead = Escolha uma nova senha. Todas as suas aplicações vão pedir essa senha.
reset-submit = Definir a senha
field-username = Nome
field-username-hint = Faz parte do seu endereço. Letras minúsculas, números, pontos e hífens funcionam em toda parte.
field-address = O seu endereço
field-password = Senha
field-new-password = Nova senha
field-password-hint = Ninguém pode enviar a senha outra vez: anote-a ou deixe o navegador guardá-la.
field-password-length = { $count ->
    [one] Pelo menos um caractere.
   *[other] Pelo menos { $count } caracteres.
}
username-free = Este nome de usuário está disponível.
username-suggestions = Que tal um destes?
password-weak = Fácil de adivinhar. Algumas palavras aleatórias seriam mais seguras.
password-fair = Pode ser mais forte. Adicione outra palavra.
password-good = Senha forte.
password-suggest = Sugerir uma senha
error-password-weak = Esta senha é fácil de adivinhar. Escolha outra ou digite-a de novo para mantê-la.
progress-account = Conta
progress-app = Aplicativo
progress-chat = Conversa
extra-nick = Apelido
extra-name = Nome completo
extra-first = Primeiro nome
extra-last = Sobrenome
extra-email = Endereço de e-mail
extra-address = Rua
extra-city = Cidade
extra-state = Estado ou região
extra-zip = Código postal
extra-phone = Número de telefone
extra-url = Página na web
extra-date = Data de nascimento
extra-optional = Pode deixar vazio.
extra-required = É preciso preencher.
show = Mostrar
hide = Esconder
error-username-empty = Escolha um nome.
error-username-invalid = Este nome tem um caractere que não funciona num endereço, como um espaço ou @.
error-username-long = Este nome é longo demais. Escolha um mais curto.
error-username-taken = Outra pessoa já tem este nome. Tente outro.
error-password-empty = Escolha uma senha.
error-password-short = { $count ->
    [one] É curta demais. Precisa de pelo menos um caractere.
   *[other] É curta demais. Precisa de pelo menos { $count } caracteres.
}
error-password-username = A senha não deve conter o seu nome.
error-password-long = É longa demais. Bastam algumas palavras.
error-password-control = Tem um caractere que não se vê, como uma tabulação ou uma quebra de linha. Escreva a senha à mão, ou copie-a sem esse caractere.
error-password-characters = Tem um caractere que os aplicativos de conversa não conseguem enviar. Use letras, números, espaços e sinais como ! ou -.
error-extra-missing = Preencha isto também.
error-extra-long = É longo demais.
error-extra-invalid = Isto não serve aqui. Verifique e tente outra vez.
error-extra-email = Não é um endereço de e-mail como name@example.com.
error-in-use = Alguém usa este convite neste momento. Toque outra vez daqui a um minuto.
error-form-too-old = Esta página ficou aberta tempo demais, ou o seu navegador não guarda cookies. Escreva a sua senha e toque outra vez.
error-no-cookies = O seu navegador não guarda os cookies desta página, e sem eles o formulário não funciona. Permita os cookies de { $host } ou abra o link em outro navegador.
success-heading = Boas-vindas a { $site }
success-lead = A sua conta está pronta.
success-keep = Use este endereço e a sua senha para entrar, em todos os seus dispositivos.
success-contact = { $inviter } já está nos seus contactos.
success-save = Salve sua senha agora, no navegador ou em papel. Não podemos enviá-la para você.
success-webchat = Comece aqui mesmo
success-webchat-lead = Converse neste navegador, sem instalar nada.
success-webchat-open = Abrir as conversas no navegador
success-apps = Agora escolha uma aplicação
success-apps-lead = Instale uma destas e entre com o seu endereço e a sua senha.
success-log-in = Entre
success-open-app = Abrir { $app }
reset-success-heading = A sua nova senha está definida
reset-success-lead = Use-a para entrar na sua aplicação. Os seus contactos e as suas mensagens estão como antes.

used-heading = Este convite já foi usado
used-lead = Já usou este convite? Então tem uma conta: abra a sua aplicação e entre. Se não, peça um novo link à pessoa que o enviou.
used-reset-heading = Este link já foi usado
used-reset-lead = Já usou este link? Então entre com a sua nova senha. Se não, peça um novo link e avise quem cuida de { $site }.
used-contact-heading = Este convite já foi usado
used-contact-lead = Já usou este convite? Então já são contactos: abra a sua aplicação. Se não, peça um novo link à pessoa que o enviou.
expired-heading = Este link é antigo demais
expired-lead = Peça um novo à pessoa que o enviou.
revoked-heading = Este convite foi retirado
revoked-lead = Peça um novo à pessoa que o enviou.
unknown-heading = Não conhecemos este convite
unknown-lead = Talvez uma parte do link se tenha perdido. Abra-o outra vez a partir da sua mensagem, ou copie-o inteiro. Os convites muito antigos são esquecidos.
incomplete-heading = Este link está incompleto
incomplete-lead = Abra-o outra vez a partir da sua mensagem, ou copie-o inteiro.
start-heading = Convide pessoas para { $site }
start-lead = Entre com o seu endereço e a sua senha, e crie aqui um convite.
start-log-in = Entrar
start-log-out = Sair
start-hello = Entrou como { $address }.
start-make-heading = Um novo convite
start-for = Para quem é?
start-for-newcomer = Alguém que precisa de uma conta em { $site }
start-for-newcomer-hint = Vocês passam a ser contactos quando essa pessoa tiver criado a conta.
start-for-contact = Alguém que já tem uma conta em algum lugar
start-note = Nota pessoal
start-note-hint = Um nome, por exemplo. Ninguém mais vê esta nota, a não ser quem cuida do servidor.
start-make = Criar o convite
start-made-heading = O seu convite está pronto
start-made-lead = Envie este link só à pessoa para quem ele é. Funciona uma vez.
start-made-contact-only = Já criou todos os convites para novas contas que pode criar por agora. Este é para alguém que já tem uma conta.
start-made-code = O link em código QR
start-link = O link para enviar
start-list-heading = Os seus convites que ainda não foram usados
start-list-none = Não há nenhum.
start-list-more = Só aparecem os mais recentes.
start-list-account = Para uma conta
start-list-contact = Para um contacto
start-list-contact-account = Para uma conta e um contacto
start-list-reset = Para uma nova senha
start-valid-until = Válido até { $date }
start-valid-always = Válido sem limite
start-revoke = Retirar
start-revoke-this = Retirar o convite { $note }
start-revoked = O convite foi retirado.
start-sheet-heading = Cartões para imprimir
start-sheet-lead = Para um evento: cada cartão tem o seu próprio convite, para uma só pessoa.
start-sheet-count = Quantos cartões
start-sheet-make = Criar os cartões
start-back = Voltar
start-print = Imprima esta página e depois recorte os cartões. Quem tem um cartão pode usá-lo, por isso guarde-os bem.
error-login = O endereço ou a senha não estão certos.
error-login-throttled = Houve tentativas demais. Tente outra vez daqui a alguns minutos.
error-logged-out = A sua sessão terminou, porque nada aconteceu durante algum tempo. Entre outra vez.
error-count = Escolha um número de 1 a { $count }.
error-note = A nota é longa demais ou tem caracteres que não podem ser mostrados. Use no máximo { $count } letras.
error-failed = Não funcionou. Tente de novo dentro de alguns minutos.
error-not-revocable = Este convite já não pode ser retirado.
error-not-allowed = Não pode criar um convite assim aqui.
error-quota-pending = Muitos dos seus convites ainda não foram usados. Retire alguns, ou espere até que sejam usados.
error-quota-daily = Hoje já criou todos os convites que pode criar. Tente outra vez amanhã.

card-heading = Este é o seu convite para { $site }
card-lead = Aponte o telefone para o quadrado, como para tirar uma foto, ou escreva isto num navegador:
card-expires = Válido até { $date }, para uma pessoa.
card-always = Para uma pessoa.

contact-only-heading = Este convite não cria uma conta
contact-only-lead = É para quem já tem uma. Abra-o outra vez a partir da sua mensagem para ver o que ele permite.
not-encrypted-heading = Esta página não é segura aqui
not-encrypted-lead = Uma senha não deve viajar sem proteção. Abra o link com https no início, ou fale com quem cuida de { $site }.
bad-request-heading = O seu navegador enviou algo estranho
bad-request-lead = Nada aconteceu. Volte atrás e tente outra vez.
app-unknown-heading = Não conhecemos esta aplicação
app-unknown-lead = Abra outra vez o seu convite e escolha outra.
throttled-heading = Espere um pouco
throttled-lead = A partir da sua rede, foram abertos links demais que não funcionam. Tente outra vez daqui a alguns minutos.
elsewhere-heading = Isto não se pode fazer aqui
elsewhere-lead = As contas de { $host } são geridas noutro lugar, por isso nenhum convite pode criar uma conta ou definir uma senha. Pergunte a quem gere este servidor.
failed-heading = Isto não funciona neste momento
failed-lead = A culpa é nossa, e o seu convite não se perdeu. Tente outra vez daqui a alguns minutos.

footer-terms = Termos
footer-privacy = Privacidade
footer-imprint = Sobre nós
footer-contact = Escreva-nos

app-conversations = Conversas e chamadas para Android. É fácil começar, e gasta pouca bateria.
app-cheogram = Para Android: parente de Conversations, que também alcança a rede de telefone.
app-yaxim = Uma pequena aplicação para Android, que também funciona em telefones antigos.
app-monal = Conversas e chamadas para iPhone, iPad e Mac.
app-siskin-im = Uma aplicação leve para iPhone e iPad.
app-beagle-im = Uma aplicação leve para Mac, dos autores de Siskin.
app-dino = Arrumada e simples, para computadores com Linux.
app-gajim = Para o computador, com tudo o que alguém possa querer ajustar.
app-kaidan = Para Linux em computadores e telefones, feita dentro do KDE.
app-psi = Para o computador e para pessoas com experiência; Psi+ é a mesma, com as novidades.
app-converse-js = Conversas no navegador, sem instalar nada.
app-movim = Conversas e notícias no navegador. O site que escolher lá entra na conta em seu nome, por isso escolha um de confiança.
app-renga = Para computadores com Haiku.

refusal-no-token = Não foi dado nenhum código de convite
refusal-token-missing = Falta o código de convite
refusal-token-invalid = Este código de convite não é válido ou já expirou
refusal-token-expired = { refusal-token-invalid }
refusal-token-used = { refusal-token-invalid }
refusal-token-revoked = { refusal-token-invalid }
refusal-token-not-for-registration = { refusal-token-invalid }
refusal-token-not-for-contact = { refusal-token-invalid }
refusal-inviter-gone = { refusal-token-invalid }
refusal-permit-spent = { refusal-token-invalid }
refusal-invite-damaged = { refusal-token-invalid }
refusal-not-invited = Neste servidor, só se pode criar uma conta com um convite
refusal-password-unusable = Esta senha não pode ser usada
refusal-invite-in-use = Alguém usa este convite agora, tente outra vez mais tarde
refusal-username-invalid = Este nome de conta não é válido
refusal-username-too-long = Este nome de usuário é longo demais
refusal-username-mismatch = Este convite é para outro nome de conta
refusal-username-reserved = Este nome de conta está reservado
refusal-managed-elsewhere = As contas deste servidor são geridas noutro lugar
refusal-account-exists = Este nome de conta já existe
refusal-account-not-found = Esta conta não existe
refusal-data-invalid = Não é possível guardar os dados do convite
refusal-form-invalid = Não é possível ler este formulário
refusal-text-too-long = Este texto é longo demais
refusal-text-unclean = Este texto tem caracteres que não podem ser mostrados
refusal-ttl-invalid = O convite não pode ser válido por tanto tempo
refusal-uses-invalid = O convite não pode ser usado tantas vezes
refusal-ttl-too-long = Os seus convites não podem ser válidos por tanto tempo
refusal-uses-too-many = Os seus convites não podem ser usados tantas vezes
refusal-quota-pending = Muitos dos seus convites ainda não foram usados
refusal-quota-daily = Hoje já criou convites demais
refusal-not-allowed = Não pode criar um convite assim
refusal-reference-ambiguous = Isto corresponde a mais de um convite
refusal-throttled = Muitos convites que não funcionam, tente outra vez mais tarde
refusal-ask = Não foi possível procurar a conta
refusal-internal-server-error = Os convites não funcionam agora, tente outra vez mais tarde

adhoc-refusal-token-invalid = Este convite não existe
adhoc-refusal-token-expired = O convite já expirou
adhoc-refusal-token-used = O convite já foi usado
adhoc-refusal-token-revoked = O convite foi retirado
adhoc-refusal-invite-damaged = A linha deste convite na base de dados está danificada
adhoc-forbidden = Não pode usar este comando
adhoc-unavailable = Este item não está disponível na sua conta
adhoc-no-action = Este comando não tem essa ação
adhoc-problem = { $field }: { $problem }
adhoc-value-missing = é preciso preencher
adhoc-value-address = isto não é um endereço
adhoc-value-boolean = isto não é sim nem não
adhoc-value-choice = isto não é nenhuma das opções
adhoc-value-long = é longo demais
adhoc-value-unclean = tem caracteres que não podem ser mostrados
adhoc-whole-address = Escreva um endereço completo, como { $address }

adhoc-created = O seu convite foi criado
adhoc-contact-only = Já criou todos os convites para novas contas que pode criar por agora. Este é para alguém que já tem uma conta em algum lugar.
adhoc-link = Link do convite
adhoc-page = Página para enviar a outras pessoas
adhoc-valid-until = Válido até

adhoc-account-title = Criar convite para uma nova conta
adhoc-account-lead = Cria um link com que alguém pode criar uma conta em { $host }.
adhoc-no-registration = Ninguém pode criar contas em { $host }, por isso um convite não serviria para nada. Quem cuida do servidor pode mudar isso
adhoc-username = Nome da conta
adhoc-username-hint = Deixe vazio para que a outra pessoa escolha
adhoc-befriend = A nova conta e eu passamos a ser contactos
adhoc-lifetime = Por quanto tempo o convite é válido
adhoc-days = { $count ->
    [one] { $count } dia
   *[other] { $count } dias
}
adhoc-hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
}
adhoc-minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}
adhoc-seconds = { $count ->
    [one] { $count } segundo
   *[other] { $count } segundos
}
adhoc-without-end = sem limite
adhoc-most-uses = Quantas contas se podem criar com ele
adhoc-role = Papel da nova conta
adhoc-role-usual = Como qualquer nova conta
adhoc-groups = Grupos da nova conta
adhoc-note = Nota
adhoc-note-hint = Para quem é: aparece na lista dos seus convites

adhoc-reset-title = Criar convite para uma nova senha
adhoc-reset-lead = Cria um link com que a pessoa a quem pertence esta conta pode escolher uma nova senha.
adhoc-reset-address = Endereço da conta
adhoc-account-here = Tem de ser uma conta em { $host }
adhoc-higher-role = Esta conta tem um papel mais alto do que o seu

adhoc-own-title = Os meus convites
adhoc-all-title = Administrar todos os convites
adhoc-all-lead = Que convites quer ver?
adhoc-list-title = Todos os convites
adhoc-invites = Convites
adhoc-which-usable = que podem ser usados
adhoc-which-pending = que podem ser usados para criar uma conta ou escolher uma senha
adhoc-which-used = que foram usados
adhoc-which-all = todos, também os retirados e os expirados
adhoc-user = Só os que esta pessoa criou
adhoc-choose-lead = Escolha um convite e o que fazer com ele.
adhoc-invite = Convite
adhoc-verb = O que fazer
adhoc-verb-show = Mostrar, com o link
adhoc-verb-extend = Mudar até quando é válido: mais ou menos tempo
adhoc-verb-label = Escrever uma nota nele
adhoc-verb-revoke = Retirar: o link deixa de funcionar
adhoc-more-invites = … (mais convites)
adhoc-all-of-them = … (todos, também os já usados ou terminados)
adhoc-no-such-invites = Não há convites assim
adhoc-no-more-invites = Não há mais convites

adhoc-line = { $about } [{ $id }]
adhoc-line-note = { $note }: { $about } [{ $id }]
adhoc-comma = { ", " }
adhoc-purpose-account = conta
adhoc-purpose-account-named = conta { $address }
adhoc-purpose-contact = contacto
adhoc-purpose-contact-account = conta e contacto
adhoc-purpose-reset = nova senha para { $address }
adhoc-state-usable = pode ser usado
adhoc-state-until = até { $date }
adhoc-state-claimed = em uso agora
adhoc-state-redeemed = esgotado
adhoc-state-revoked = retirado
adhoc-state-expired = expirado
adhoc-used = { $count ->
    [one] usado { $count } vez
   *[other] usado { $count } vezes
}
adhoc-used-of = usado { $count } de { $most } vezes
adhoc-made-by = de { $creator }

adhoc-invite-title = Convite { $id }
adhoc-purpose = Para que serve
adhoc-state = Estado
adhoc-uses = Usos
adhoc-maker = Criado por
adhoc-created-at = Criado em
adhoc-id = Nome curto em listas e relatórios do servidor
adhoc-link-left-out = O link não aparece, porque o convite dá mais do que a sua conta pode dar
adhoc-valid-for = Válido por
adhoc-extend-lead = A contar de agora.
adhoc-extend-gives-more = Não pode prolongar um convite que dá mais do que a sua conta pode dar
adhoc-extend-admins = Só quem administra o servidor pode fazer este convite valer por mais tempo
adhoc-extended = O convite é agora válido até outro momento
adhoc-label-lead = Quem criou o convite e quem administra o servidor podem ver a nota. Deixe vazio para a apagar.
adhoc-labelled = A nota está escrita
adhoc-label-removed = A nota foi apagada
adhoc-revoked = O convite foi retirado
