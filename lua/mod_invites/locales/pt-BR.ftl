# O que dizem as páginas de convites; ver en.ftl. Em português do Brasil: você.
language-name = Português (Brasil)
languages = Idiomas
invited-by = Convite de { $inviter }

account-heading = Você recebeu um convite para { $site }
account-heading-inviter = { $inviter } convidou você para { $site }
account-lead = Crie sua conta e comece a conversar. Leva uns três minutos.
contact-heading = { $inviter } quer conversar com você
contact-lead = Adicione { $inviter } no seu aplicativo de mensagens. Qualquer aplicativo e qualquer provedor servem, desde que usem XMPP, uma rede aberta de mensagens. O endereço é { $address }.
contact-account-lead = Aceite o convite para conversar. Ainda não tem conta? Você pode criar uma em { $site }.
reset-heading = Escolha uma nova senha
reset-lead = Com este link, você define uma nova senha para { $address }. Se não foi você que pediu, feche esta página: nada mudou.
bound = Seu endereço será { $address }.
rooms-lead = Salas em que você vai entrar: { $rooms }

open-account = Abrir convite no aplicativo
open-account-lead = Alguns aplicativos XMPP abrem o convite diretamente.
open-contact = Adicionar { $inviter }
open-contact-lead = Muitos aplicativos XMPP podem adicionar { $inviter } aos seus contatos diretamente.
open-contact-account-lead = { open-contact-lead }
open-reset = Abrir no aplicativo
open-reset-lead = Em alguns aplicativos, você pode definir a nova senha diretamente.

apps-heading = Baixe um aplicativo
apps-heading-contact = Preciso de uma conta
apps-heading-contact-account = Ainda não tenho conta
apps-heading-reset = Em um aplicativo
apps-lead = Escolha um aplicativo, e nós mostramos o resto.
apps-lead-contact = Escolha um aplicativo. Ele ajuda você a criar uma conta no provedor que preferir. Depois, volte a esta página.
other-apps = Mais aplicativos
no-apps = Procure um aplicativo de mensagens XMPP na loja do seu aparelho e depois volte a esta página.
browser-lead = Ou crie primeiro sua conta e escolha um aplicativo depois:
browser-account = Criar minha conta
browser-reset = Escolher nova senha

phone-heading = Prefere o celular?
phone-lead = Aponte a câmera do celular para este código. Esta página vai abrir nele.
code = Código QR desta página
link-label = Link desta página
copy = Copiar
copied = Copiado
share = Compartilhar
print = Imprimir
moment = { $day } de { $month ->
    [1] janeiro
    [2] fevereiro
    [3] março
    [4] abril
    [5] maio
    [6] junho
    [7] julho
    [8] agosto
    [9] setembro
    [10] outubro
    [11] novembro
   *[12] dezembro
} de { $year }, { $time } UTC

expires-soon = Válido por menos de um minuto.
expires-hours = { $count ->
    [one] Válido por mais uma hora.
   *[other] Válido por mais { $count } horas.
}
expires-minutes = { $count ->
    [one] Válido por mais um minuto.
   *[other] Válido por mais { $count } minutos.
}
expires-at = Válido até { $date }
get-app = Baixar o { $app }
have-app = Já tenho um aplicativo
open-invitation = Abrir convite
nothing-happened = Nada aconteceu? Copie este link e cole no seu aplicativo de mensagens.
contact-address = Endereço de { $inviter }
contact-open = Abrir só o endereço no aplicativo
other-ways = Outras formas de participar
other-ways-contact = Ainda não tenho um aplicativo
other-ways-reset = Abrir esta página em outro aparelho
in-app-browser = Você está no navegador de outro aplicativo, que talvez não consiga abrir convites. Abra esta página no seu próprio navegador: procure “Abrir no navegador” no menu.

setup-heading = Comece com o { $app }
setup-title = Entre em { $site } com o { $app }
progress-install = Instalar
progress-open = Abrir convite
download = Baixar
download-store = Disponível em
download-site = Baixar de
# Its hyphen is no place to break a line.
-f-droid = F-{ "\u2060" }Droid
store-paid = O Google Play cobra por este aplicativo. No { -f-droid }, ele é gratuito.
step-install = Instale o { $app }
step-visit = Abra o { $app }
step-come-back = Depois, volte a esta página. Se ela se fechar, abra o link da mensagem e escolha o { $app } de novo.
step-brings = Instale o { $app } e abra-o. Seu convite aparece lá automaticamente.
step-other-store = Se instalar de outro lugar, volte depois a esta página.
step-press = Volte e abra o convite
step-then = Último passo
step-open-account = O { $app } abre com seu convite. Crie sua conta nele.
step-open-contact = O { $app } abre e pergunta se você quer adicionar { $inviter }. Se ainda não tem conta, crie uma primeiro.
step-open-contact-account = O { $app } abre com seu convite e adiciona { $inviter } aos seus contatos.
step-open-reset = O { $app } abre. Escolha nele sua nova senha.
step-add-contact = Se ainda não tem conta, crie uma no { $app }. Depois, adicione { $address } aos seus contatos.
step-log-in = Entre no { $app } com seu endereço e sua senha.
step-other-app = O { $app } não consegue abrir este link. Abra-o primeiro em outro aplicativo e depois entre no { $app } com o mesmo endereço e a mesma senha.
trouble = Nada aconteceu? Copie este link e cole no { $app }.
back = Escolher outro aplicativo

register-heading = Crie sua conta em { $site }
register-lead = Escolha um nome de usuário e uma senha.
register-lead-bound = Escolha uma senha.
register-lead-contact = Escolha um nome de usuário e uma senha. Depois, você já pode conversar com { $inviter }.
register-submit = Criar conta
reset-form-lead = Depois disso, todos os seus aplicativos vão pedir a nova senha.
reset-submit = Salvar nova senha
field-username = Nome de usuário
field-username-hint = Por exemplo, ana ou ana.silva. Use letras minúsculas, números, pontos e hifens.
field-address = Seu endereço
field-password = Senha
field-new-password = Nova senha
field-password-hint = Salve no navegador ou anote. Não temos como enviar a senha para você.
field-password-length = { $count ->
    [one] Use pelo menos um caractere.
   *[other] Use pelo menos { $count } caracteres.
}
username-free = Este nome de usuário está disponível.
username-suggestions = Que tal um destes?
password-weak = Fácil de adivinhar. Algumas palavras aleatórias seriam mais seguras.
password-fair = Pode ser mais forte. Adicione outra palavra.
password-good = Senha forte.
password-suggest = Sugerir uma senha
error-password-weak = Esta senha é fácil de adivinhar. Escolha outra ou digite a mesma de novo para mantê-la.
progress-account = Conta
progress-app = Aplicativo
progress-chat = Conversa
extra-nick = Apelido
extra-name = Nome completo
extra-first = Nome
extra-last = Sobrenome
extra-email = E-mail
extra-address = Rua e número
extra-city = Cidade
extra-state = Estado ou região
extra-zip = CEP
extra-phone = Número de telefone
extra-url = Página na web
extra-date = Data de nascimento
extra-optional = Opcional
extra-required = Obrigatório
show = Mostrar
hide = Ocultar
error-username-empty = Digite um nome de usuário.
error-username-invalid = O nome de usuário não pode ter espaços nem símbolos como @ ou /.
error-username-long = Este nome de usuário é longo demais. Escolha um mais curto.
error-username-taken = Este nome de usuário já está em uso. Tente outro.
error-password-empty = Digite uma senha.
error-password-short = { $count ->
    [one] A senha é curta demais. Use pelo menos um caractere.
   *[other] A senha é curta demais. Use pelo menos { $count } caracteres.
}
error-password-username = A senha não pode conter seu nome de usuário.
error-password-long = Esta senha é longa demais. Algumas palavras bastam.
error-password-control = A senha tem um caractere invisível, como uma tabulação ou uma quebra de linha. Digite a senha ou copie-a sem esse caractere.
error-password-characters = A senha tem um caractere que os aplicativos de mensagens não conseguem enviar. Use letras, números, espaços e símbolos como ! ou -.
error-extra-missing = Preencha este campo.
error-extra-long = O texto é longo demais.
error-extra-invalid = Este valor não é válido. Confira e tente de novo.
error-extra-email = Digite um e-mail como nome@example.com.
error-in-use = Outra pessoa está usando este convite agora. Tente de novo em um minuto.
error-form-too-old = Esta página ficou aberta por muito tempo, ou seu navegador bloqueia cookies. Digite sua senha e tente de novo.
error-no-cookies = Seu navegador não guarda os cookies desta página, e o formulário precisa deles. Permita os cookies de { $host } ou abra o link em outro navegador.
success-heading = Boas-vindas a { $site }!
success-lead = Sua conta está pronta.
success-keep = Use este endereço e sua senha para entrar em todos os seus aparelhos.
success-contact = { $inviter } já está nos seus contatos.
success-save = Salve a senha agora, no navegador ou no papel. Não temos como enviá-la para você.
success-webchat = Comece a conversar agora
success-webchat-lead = Converse aqui mesmo, no navegador, sem instalar nada.
success-webchat-open = Abrir chat na web
success-apps = Agora instale um aplicativo
success-apps-lead = Instale este aplicativo e depois entre com seu endereço e sua senha.
success-apps-lead-more = Instale este aplicativo ou outro da lista abaixo e depois entre com seu endereço e sua senha.
success-log-in = Entrar
success-open-app = Abrir o { $app }
reset-success-heading = Sua senha foi alterada
reset-success-lead = Entre nos seus aplicativos com a nova senha. Nada mais mudou.

used-heading = Este convite já foi usado
used-lead = Se foi você, sua conta está pronta: abra o aplicativo e entre. Se não, peça um novo link a quem convidou você.
used-reset-heading = Este link já foi usado
used-reset-lead = Se foi você, entre com a nova senha. Se não, avise logo quem administra { $site }.
later-heading = Este convite não pode ser usado agora
later-lead = Você pode usá-lo mais tarde: nada foi gasto. Tente de novo amanhã ou pergunte à pessoa que convidou você.
used-contact-heading = Este convite já foi usado
used-contact-lead = Se foi você, já pode conversar: abra o aplicativo. Se não, peça um novo link a quem convidou você.
expired-heading = Este link expirou
expired-lead = Peça um novo a quem enviou este para você.
revoked-heading = Este convite não vale mais
revoked-lead = Ele foi cancelado. Peça um novo a quem enviou este para você.
unknown-heading = Não encontramos este convite
unknown-lead = Talvez falte uma parte do link. Abra-o de novo a partir da mensagem ou copie o link inteiro. Se o link for antigo, peça um novo.
try-again = Tentar de novo
to-invitation = Voltar ao convite
open-my-app = Abrir meu aplicativo
contact-server = Falar com { $site }
ask-label = Mensagem para quem enviou o link
ask-message = O link de { $site } que você me enviou não funciona. Pode me enviar um novo?
ask-copy = Copiar mensagem
open-secure = Abrir a página segura
open-yourself = Nada aconteceu? Abra seu aplicativo de mensagens diretamente.
incomplete-heading = Este link está incompleto
incomplete-lead = Abra-o de novo a partir da mensagem ou copie o link inteiro.
start-heading = Convide pessoas para { $site }
start-lead = Entre com seu endereço e sua senha para criar convites.
start-log-in = Entrar
start-log-out = Sair
start-hello = Você entrou como { $address }
start-make-heading = Novo convite
start-for = Para quem é?
start-for-newcomer = Alguém que ainda não está em { $site }
start-for-newcomer-hint = A pessoa cria uma conta, e vocês ficam nos contatos um do outro.
start-for-contact = Alguém que já tem uma conta XMPP
start-username = Nome de usuário (opcional)
start-username-hint = Deixe em branco para a pessoa escolher.
start-message = Mensagem (opcional)
start-message-hint = Aparece na página do convite, e a nova conta a recebe como primeira mensagem.
start-note = Anotação para você
start-note-hint = Um nome, por exemplo. Só você e quem administra o servidor podem ver.
start-rooms = { adhoc-rooms }
start-make = Criar convite
start-made-heading = Seu convite está pronto
start-made-lead = Envie este link a uma só pessoa. Ele funciona apenas uma vez.
start-made-contact-only = No momento, você não pode convidar mais pessoas para criar uma conta. Este link é para quem já tem uma.
start-made-code = Código QR do link
start-link = Link para enviar
start-list-heading = Convites ainda não usados
start-list-none = Você não tem convites pendentes.
start-list-more = Só aparecem os mais recentes.
start-list-account = Nova conta
start-list-contact = Novo contato
start-list-contact-account = Nova conta e contato
start-list-reset = Nova senha
start-cards = Cartões de convite
start-sheet-left = Disponíveis: { $left } de { $most }
start-valid-until = Válido até { $date }
start-valid-always = Não expira
start-copy-this = Copiar link: { $note }
start-share-this = Compartilhar link: { $note }
start-revoke = Cancelar convite
start-revoke-this = Cancelar convite: { $note }
start-revoke-sure = O link vai deixar de funcionar.
start-revoke-yes = Sim, cancelar convite
start-revoke-cards-sure = Os cartões que ninguém usou ainda vão deixar de funcionar.
start-revoke-cards = Cancelar todos os cartões
start-revoked = Convite cancelado. O link não funciona mais.
start-revoked-cards = { $count ->
    [one] { $count } cartão foi cancelado.
   *[other] { $count } cartões foram cancelados.
}
start-sheet-heading = Imprimir cartões de convite
start-sheet-lead = Para eventos: cada cartão é um convite para uma pessoa.
start-sheet-title = Para que são os cartões?
start-sheet-title-hint = Aparece em cada cartão. Por exemplo: Festa de verão
start-sheet-count = Quantidade de cartões
start-sheet-room = { $count ->
    [one] Você pode criar mais { $count } convite agora.
   *[other] Você pode criar mais { $count } convites agora.
}
start-sheet-make = Criar cartões
start-sheet-again = Imprimir de novo
start-back = Voltar
start-print = Imprima esta página e recorte os cartões. Quem tiver um cartão pode usá-lo, por isso guarde-os bem.
error-login = Endereço ou senha incorretos.
error-login-throttled = Muitas tentativas. Tente de novo em alguns minutos.
error-logged-out = Você saiu da conta por inatividade. Entre de novo.
error-count = Escolha um número de 1 a { $count }.
error-note = A anotação é longa demais ou tem caracteres que não podem ser mostrados. Use no máximo { $count } caracteres.
error-message = A mensagem é longa demais ou tem caracteres que não podem ser mostrados. Use no máximo { $count } caracteres.
error-title = O texto é longo demais ou tem caracteres que não podem ser mostrados. Use no máximo { $count } caracteres.
error-lifetime = Seus convites não podem valer por tanto tempo. Escolha um prazo menor.
error-rooms = Uma destas salas não pode ser usada. Escolha de novo.
error-no-cards = Não há mais cartões para imprimir.
error-failed = Algo deu errado. Tente de novo em alguns minutos.
error-not-revocable = Este convite não pode mais ser cancelado.
error-not-allowed = Você não tem permissão para criar este tipo de convite aqui.
error-quota-pending = Muitos dos seus convites ainda não foram usados. Cancele alguns ou espere até que sejam usados.
error-quota-daily = Você atingiu o limite de hoje. Tente de novo amanhã.

card-heading = Você recebeu um convite para { $site }
card-chat = Converse com a gente em { $site }
card-lead = Aponte a câmera do celular para o código ou digite este endereço em um navegador:
card-lead-app = Aponte a câmera do celular para o código ou abra este link em um aplicativo XMPP:
card-expires = Válido até { $date }, para uma pessoa.
card-always = Para uma pessoa.

contact-only-heading = Este convite é para quem já tem conta
contact-only-lead = Ele adiciona um contato, mas não cria uma conta. Abra de novo o link da mensagem para ver o que você pode fazer.
not-encrypted-heading = Esta conexão não é segura
not-encrypted-lead = Outras pessoas poderiam ler sua senha. Abra o link com https:// no início ou fale com quem administra { $site }.
bad-request-heading = Algo não deu certo
bad-request-lead = Nada foi alterado. Volte e tente de novo.
app-unknown-heading = Este aplicativo não é oferecido aqui
app-unknown-lead = Volte ao convite e escolha outro aplicativo.
throttled-heading = Espere um momento
throttled-lead = Muitos links inválidos foram abertos a partir da sua rede. Tente de novo em alguns minutos.
elsewhere-heading = Não é possível fazer isso aqui
elsewhere-lead = As contas de { $host } são administradas em outro lugar, por isso nenhum convite pode criar uma conta nem definir uma senha. Fale com quem administra o servidor.
busy-heading = { throttled-heading }
busy-lead = O servidor está muito ocupado agora. Tente de novo em um minuto.
failed-heading = Algo deu errado
failed-lead = A falha é nossa, não sua. Tente de novo em alguns minutos.

footer-terms = Termos
footer-privacy = Privacidade
footer-imprint = Sobre nós
footer-contact = Contato

app-conversations = Mensagens e chamadas, fácil de usar. Grátis no { -f-droid }, pago no Google Play.
app-cheogram = Baseado no Conversations, com extras como ligações para números de telefone. Grátis no { -f-droid }, pago no Google Play.
app-yaxim = Pequeno e leve, funciona também em celulares antigos.
app-monocles-chat = Baseado no Conversations, com mais configurações. Grátis no { -f-droid }, pago no Google Play.
app-monal = Mensagens e chamadas no iPhone, no iPad e no Mac.
app-siskin-im = Um aplicativo leve para iPhone e iPad.
app-beagle-im = Um aplicativo leve para Mac, dos criadores do Siskin.
app-dino = Limpo e simples, para Linux.
app-gajim = Com muitos recursos, para Windows, Linux e Mac.
app-kaidan = Amigável e moderno, para computadores e celulares com Linux.
app-psi = Com muitas configurações, para usuários experientes. O Psi+ é a versão com os recursos mais novos.
app-converse-js = Mensagens no navegador. Nada para instalar.
app-movim = Mensagens e notícias no navegador. Você entrega sua senha ao site que escolher lá, então escolha um em que confie.
app-renga = Para computadores com Haiku.

refusal-no-token = Nenhum código de convite foi informado
refusal-token-missing = Falta o código de convite
refusal-token-invalid = O código de convite é inválido ou expirou
refusal-token-expired = { refusal-token-invalid }
refusal-token-used = { refusal-token-invalid }
refusal-token-revoked = { refusal-token-invalid }
refusal-token-not-for-registration = { refusal-token-invalid }
refusal-token-not-for-contact = { refusal-token-invalid }
refusal-inviter-gone = { refusal-token-invalid }
refusal-permit-spent = { refusal-token-invalid }
refusal-invite-damaged = { refusal-token-invalid }
refusal-not-invited = Neste servidor, só é possível criar uma conta com um convite
refusal-password-unusable = Esta senha não pode ser usada
refusal-invite-in-use = Outra pessoa está usando este convite agora. Tente de novo mais tarde
refusal-username-invalid = Este nome de usuário não é válido
refusal-jid-invalid = Este endereço não é válido
refusal-username-too-long = Este nome de usuário é longo demais
refusal-username-mismatch = Este convite é para outro nome de usuário
refusal-username-reserved = Este nome de usuário está reservado
refusal-managed-elsewhere = As contas deste servidor são administradas em outro lugar
refusal-account-exists = Este nome de usuário já existe
refusal-account-not-found = Esta conta não existe
refusal-data-invalid = O convite tem dados que não podem ser salvos
refusal-room-refused = Uma destas salas não existe, ou você não pode deixar outros entrarem
refusal-form-invalid = Não foi possível ler este formulário
refusal-text-too-long = Este texto é longo demais
refusal-text-unclean = Este texto tem caracteres que não podem ser mostrados
refusal-ttl-invalid = Um convite não pode valer por tanto tempo
refusal-uses-invalid = Um convite não pode ser usado tantas vezes
refusal-ttl-too-long = Seus convites não podem valer por tanto tempo
refusal-contact-ttl-too-long = Um convite de contato não pode valer por tanto tempo
refusal-uses-too-many = Seus convites não podem ser usados tantas vezes
refusal-quota-pending = Muitos dos seus convites ainda não foram usados
refusal-quota-daily = Você atingiu seu limite diário de convites
refusal-inviter-new = Este convite ainda não pode ser usado. Tente mais tarde
refusal-tree-full = Este convite não pode ser usado agora. Tente mais tarde
refusal-not-allowed = Você não tem permissão para criar este tipo de convite
refusal-reference-ambiguous = Isto corresponde a mais de um convite
refusal-throttled = Muitos convites inválidos. Tente de novo mais tarde
refusal-ask = Não foi possível verificar sua conta. Tente de novo mais tarde
refusal-busy = O servidor está muito ocupado agora. Tente de novo em um minuto
refusal-internal-server-error = Os convites não estão funcionando agora. Tente de novo mais tarde

adhoc-refusal-token-invalid = Este convite não existe
adhoc-refusal-token-expired = O convite expirou
adhoc-refusal-token-used = O convite já foi usado
adhoc-refusal-token-revoked = O convite foi cancelado
adhoc-refusal-invite-damaged = O convite está danificado no banco de dados
adhoc-refusal-inviter-new = Sua conta é nova demais para que outras pessoas criem contas por ela. Tente mais tarde.
adhoc-refusal-tree-full = Muitas pessoas entraram pelos seus convites ultimamente. Tente mais tarde.
adhoc-forbidden = Você não tem permissão para usar este comando
adhoc-unavailable = Isto não está disponível para você
adhoc-no-action = Este comando não oferece essa ação
adhoc-problem = { $field }: { $problem }
adhoc-value-missing = obrigatório
adhoc-value-address = endereço inválido
adhoc-value-boolean = deve ser sim ou não
adhoc-value-choice = não é uma das opções
adhoc-value-long = longo demais
adhoc-value-unclean = tem caracteres que não podem ser mostrados
adhoc-whole-address = Digite um endereço completo, como { $address }

adhoc-created = Seu convite está pronto
adhoc-contact-only = No momento, você não pode convidar mais pessoas para criar uma conta. Este convite é para quem já tem uma.
adhoc-link = Link para quem já tem um aplicativo XMPP
adhoc-page = Link para compartilhar
adhoc-valid-until = Válido até
adhoc-expire = Data e hora exatas da expiração
adhoc-note-later = Para anotar para quem é o convite, abra “{ $command }”

adhoc-account-title = Criar convite para nova conta
adhoc-account-lead = Cria um link com o qual alguém pode criar uma conta em { $host }.
adhoc-no-registration = A criação de contas está desativada em { $host }, então um convite não funcionaria. Fale com quem administra o servidor
adhoc-username = Nome de usuário
adhoc-username-hint = Deixe em branco para a pessoa escolher
adhoc-befriend = Adicionar a nova conta e a minha aos contatos uma da outra
adhoc-lifetime = Validade
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
adhoc-without-end = não expira
adhoc-most-uses = Quantas contas podem ser criadas com este convite
adhoc-role = Papel da nova conta
adhoc-role-usual = Padrão
adhoc-role-registered = Usuário registrado
adhoc-role-member = Membro
adhoc-role-admin = Administrador
adhoc-role-operator = Operador, pode fazer tudo no servidor inteiro
adhoc-role-named = { $words } ({ $role })
adhoc-groups = Grupos da nova conta
adhoc-options-cut = A lista mostra apenas os { $count } primeiros. Quem administra o servidor pode atribuir os outros pela linha de comando.
adhoc-note = Anotação
adhoc-note-hint = Por exemplo, um nome. Aparece na sua lista de convites
adhoc-message = Mensagem
adhoc-message-hint = Aparece na página do convite e chega à nova conta como primeira mensagem

adhoc-contact-title = Criar convite de contato com mensagem
adhoc-contact-lead = Cria um link com o qual alguém que já tem uma conta se torna seu contato.
adhoc-invitee = Só para este endereço
adhoc-invitee-hint = Deixe em branco se qualquer pessoa com o link puder usar
adhoc-contact-message-hint = Aparece na página do convite
adhoc-rooms = Salas em que a pessoa entra
adhoc-other-rooms = Outras salas
adhoc-other-rooms-hint = Endereços de salas, separados por espaços

adhoc-reset-title = Criar link para definir uma nova senha
adhoc-reset-lead = Cria um link com o qual a pessoa dona desta conta pode definir uma nova senha.
adhoc-reset-address = Endereço da conta
adhoc-account-here = A conta precisa ser de { $host }
adhoc-higher-role = Esta conta tem um papel mais alto que o seu

adhoc-own-title = Meus convites
adhoc-all-title = Gerenciar todos os convites
adhoc-all-lead = Quais convites você quer ver?
adhoc-list-title = Todos os convites
adhoc-invites = Convites
adhoc-which-usable = Ativos
adhoc-which-pending = Ativos, só para contas e senhas
adhoc-which-used = Usados
adhoc-which-all = Todos, inclusive cancelados e expirados
adhoc-user = Somente os criados por
adhoc-choose-lead = Escolha um convite e uma ação.
adhoc-invite = Convite
adhoc-verb = Ação
adhoc-verb-show = Mostrar detalhes e link
adhoc-verb-extend = Mudar a validade
adhoc-verb-label = Editar anotação
adhoc-verb-revoke = Cancelar convite (o link deixa de funcionar)
adhoc-more-invites = … (mais)
adhoc-all-of-them = … (mostrar todos, inclusive usados e expirados)
adhoc-no-such-invites = Nenhum convite encontrado
adhoc-no-more-invites = Não há mais convites

adhoc-line-note = { $note }: { $about }
adhoc-line-alike = { $line } [{ $id }]
adhoc-comma = { ", " }
adhoc-purpose-account = conta
adhoc-purpose-account-named = conta { $address }
adhoc-purpose-contact = contato
adhoc-purpose-contact-account = conta e contato
adhoc-purpose-reset = nova senha para { $address }
adhoc-state-usable = ativo
adhoc-state-until = até { $date }
adhoc-state-claimed = em uso agora
adhoc-state-redeemed = esgotado
adhoc-state-revoked = cancelado
adhoc-state-expired = expirado
adhoc-used = { $count ->
    [one] usado { $count } vez
   *[other] usado { $count } vezes
}
adhoc-used-of = usos: { $count } de { $most }
adhoc-made-by = criado por { $creator }

adhoc-invite-title = Convite { $id }
adhoc-purpose = Finalidade
adhoc-state = Status
adhoc-uses = Usos
adhoc-maker = Criado por
adhoc-created-at = Criado em
adhoc-id = ID
adhoc-link-left-out = O link não é mostrado porque este convite dá mais do que você tem permissão para dar
adhoc-valid-for = Validade
adhoc-extend-lead = A contar de agora.
adhoc-extend-gives-more = Você não pode prolongar um convite que dá mais do que você tem permissão para dar
adhoc-extend-admins = Só um administrador pode prolongar a validade deste convite
adhoc-extended = O convite agora vale até { $date }
adhoc-extended-endless = O convite agora não expira
adhoc-label-lead = Visível para os administradores e para quem criou o convite. Deixe em branco para remover a anotação.
adhoc-labelled = Anotação salva
adhoc-label-removed = Anotação removida
adhoc-revoked = Convite cancelado

notice-joined = { $address } criou uma conta com seu convite.
notice-joined-note = { $address } criou uma conta com seu convite ({ $note }).
notice-tree-full = Por enquanto, ninguém mais pode entrar por { $address }: o limite deste servidor foi atingido. O comando “tree” mostra quem convidou quem.
notice-tree-deep = Por enquanto, ninguém pode entrar pelas contas mais novas que vieram de { $address }: o limite de gerações deste servidor foi atingido. O comando “tree” mostra quem convidou quem.
